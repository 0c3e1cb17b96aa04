import "reflect-metadata";
import { DataSource } from "typeorm";
import { entities, migrations } from "./schema/tables.ts";

/** No question of a reader may run longer than this. */
const statementTimeoutMilliseconds = 15_000;

/** Connections end after so long, and with them the statements that they keep prepared. */
const longestConnectionSeconds = 1_800;

/** A pool of connections to the hub's database. The caller initializes and destroys it. */
export function createDataSource(url: string, statementTimeout = statementTimeoutMilliseconds): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities,
    migrations: [...migrations],
    synchronize: false,
    applicationName: "hub",
    extra: {
      ...{ max: 10, statement_timeout: statementTimeout, maxLifetimeSeconds: longestConnectionSeconds },
    },
  });
}
