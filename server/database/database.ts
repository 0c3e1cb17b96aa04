/** A PostgreSQL that is usable by the hub until it is closed. Migrations create its tables. */
export interface OpenDatabase {
  /** URL with user and password; must not be logged. */
  url: string;
  /** Whether it is the hub's own, in the data folder. */
  embedded: boolean;
  /** Releases it, and stops it if it is the hub's own and no other process needs it. Close all other connections first. */
  close(): Promise<void>;
}
