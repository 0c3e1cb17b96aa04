/** A PostgreSQL that is there and fit for the hub, until it is closed. Its tables are the migrations' matter. */
export interface OpenDatabase {
  /** Address with user and password: not for logs. */
  url: string;
  /** Whether it is the hub's own, in the data folder. */
  embedded: boolean;
  /** Gives it up, and stops it if it is the hub's own and nobody else needs it. Close all other connections first. */
  close(): Promise<void>;
}
