import type { Pool } from "pg";
import type { DataSource } from "typeorm";

/** What ormconfig.ts hands to the pool beside pg's own options, which pg keeps without reading it. */
export interface ReadOptions {
  /** No statement of a reader may run longer than this. */
  readTimeoutMilliseconds: number;
}

/**
 * The pool of connections that TypeORM keeps for a database, which must be initialized.
 * Why statements of readers go past TypeORM: docs/decisions/typeorm-as-frame.md.
 */
export function poolOf(database: DataSource): Pool & { options: ReadOptions } {
  return (database.driver as unknown as { master: Pool & { options: ReadOptions } }).master;
}
