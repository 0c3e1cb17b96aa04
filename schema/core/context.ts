import type { DataSource } from "typeorm";
import type { Access } from "./access.ts";
import { AnswerBasis } from "./answer-basis.ts";

/**
 * Context of one request: the database, the home municipality, the caller's permissions.
 * Apollo Server copies it property by property, so it has no #private fields.
 */
export class HubContext {
  readonly database: DataSource;
  /** Code of the home municipality, the default of queries. */
  readonly home: string;
  /** The caller's permissions; null outside of a server, as in tests. */
  readonly access: Access | null;
  /** Aborted when the client disconnects before it has the whole answer; undefined without a client. */
  readonly signal: AbortSignal | undefined;
  /** Cost of the query, once it is known. */
  cost = 0;
  /** Records what the answers are read from; shared by all queries of one HTTP request. */
  readonly basis: AnswerBasis;

  constructor(
    database: DataSource,
    home: string,
    access: Access | null = null,
    signal?: AbortSignal,
    basis = new AnswerBasis(),
  ) {
    this.database = database;
    this.home = home;
    this.access = access;
    this.signal = signal;
    this.basis = basis;
  }

  /** The same request, answered through other connections. */
  through(database: DataSource): HubContext {
    return new HubContext(database, this.home, this.access, this.signal, this.basis);
  }
}
