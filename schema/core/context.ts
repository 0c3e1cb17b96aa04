import type { DataSource } from "typeorm";
import type { Access } from "./access.ts";

/**
 * What one request carries: the database, the home municipality, what its sender may do.
 * Apollo Server copies it property by property, so it has no #private ones.
 */
export class HubContext {
  readonly database: DataSource;
  /** Code of the municipality that a query without one is about. */
  readonly home: string;
  /** The caller's permissions; null outside of a server, as in tests. */
  readonly access: Access | null;
  /** Aborted when the client leaves before it has the whole answer; undefined if nobody can leave. */
  readonly signal: AbortSignal | undefined;

  constructor(database: DataSource, home: string, access: Access | null = null, signal?: AbortSignal) {
    this.database = database;
    this.home = home;
    this.access = access;
    this.signal = signal;
  }
}
