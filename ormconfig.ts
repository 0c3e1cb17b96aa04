import "reflect-metadata";
import { DataSource } from "typeorm";
import type { ReadOptions } from "./schema/sql/pool-of.ts";
import { entities, migrations } from "./schema/tables.ts";

/** No statement of a reader may run longer than this. */
const defaultReadTimeoutMilliseconds = 15_000;

/** Connections of one process. */
const defaultConnections = 10;

/** A connection ends after so long, and with it what its backend has cached of the tables. */
const longestConnectionSeconds = 1_800;

/** A request that gets no connection within this time is answered DATABASE_UNAVAILABLE. */
const longestWaitMilliseconds = 10_000;

/**
 * A pool of connections to the hub's database. The caller initializes and destroys it. It sends no startup parameter
 * that a transaction pooler would refuse: schema/sql/run-statement.ts keeps the time limit of readers.
 */
export function createDataSource(
  url: string,
  readTimeoutMilliseconds = defaultReadTimeoutMilliseconds,
  connections = defaultConnections,
): DataSource {
  const readOptions: ReadOptions = { readTimeoutMilliseconds };
  return new DataSource({
    type: "postgres",
    url,
    entities,
    migrations: [...migrations],
    synchronize: false,
    applicationName: "hub",
    extra: {
      max: connections,
      maxLifetimeSeconds: longestConnectionSeconds,
      connectionTimeoutMillis: longestWaitMilliseconds,
      ...readOptions,
    },
  });
}
