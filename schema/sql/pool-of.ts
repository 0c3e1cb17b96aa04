import type { Pool } from "pg";
import type { DataSource } from "typeorm";

/** The pool option that ormconfig.ts adds to pg's own; pg keeps it without reading it. */
export interface ReadOptions {
  /** Time limit of readers' statements. */
  readTimeoutMilliseconds: number;
}

/**
 * The pool of connections that TypeORM keeps for a database, which must be initialized.
 * Why readers' statements bypass TypeORM: docs/decisions/typeorm-as-frame.md.
 */
export function poolOf(database: DataSource): Pool & { options: ReadOptions } {
  return (database.driver as unknown as { master: Pool & { options: ReadOptions } }).master;
}
