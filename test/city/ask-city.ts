import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { HubContext } from "../../schema/core/context.ts";
import { ask, type Data } from "../setup/ask.ts";
import { createTestDatabase } from "../setup/database.ts";
import type { City } from "./city.ts";
import { emptyCities, rollUp, storeCity } from "./store-city.ts";

/** A database for made-up cities, that can be asked without a server. */
export interface CityHub {
  database: DataSource;
  /** Publishes release after release of city 1, and of city 2, which has the same codes. */
  publish(releases: readonly City[], others?: readonly City[]): Promise<void>;
  /** The answer to a question; throws its first error. */
  ask(question: string, variables?: object): Promise<Data>;
  stop(): Promise<void>;
}

/** Starts a hub for a test file; stop it in afterAll. */
export async function startCityHub(): Promise<CityHub> {
  const { url, drop } = await createTestDatabase();
  const database = await createDataSource(url).initialize();
  return {
    database,
    async publish(releases, others = []) {
      await emptyCities(database);
      await storeCity(database, "1", releases);
      if (others.length > 0) await storeCity(database, "2", others);
      await rollUp(database);
    },
    ask: (source, variables = {}) => ask(new HubContext(database, "1"), source, variables),
    async stop() {
      await database.destroy();
      await drop();
    },
  };
}
