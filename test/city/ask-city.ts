import { type ExecutionResult, graphql } from "graphql";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/context.ts";
import { createTestDatabase } from "../setup/database.ts";
import type { City } from "./city.ts";
import { emptyCities, rollUp, storeCity } from "./store-city.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
type Data = Record<string, any>;

/** A database for made-up cities, that can be asked without a server. */
export interface CityHub {
  database: DataSource;
  /** Publishes release after release of city 1; city 2, with the same codes, is only there to be left out. */
  publish(releases: City[], other?: City): Promise<void>;
  /** The answer to a question; throws its first error. */
  ask(question: string, variables?: object): Promise<Data>;
  stop(): Promise<void>;
}

/** Starts a hub for a test file; stop it in afterAll. */
export async function startCityHub(): Promise<CityHub> {
  const { url, drop } = await createTestDatabase();
  const database = await createDataSource(url).initialize();
  const schema = await buildSchema();
  return {
    database,
    async publish(releases, other) {
      await emptyCities(database, releases.length);
      await storeCity(database, "1", releases);
      if (other)
        await storeCity(
          database,
          "2",
          releases.map(() => other),
        );
      await rollUp(database, releases.length);
    },
    async ask(source, variableValues = {}) {
      const contextValue = new HubContext(database, "1");
      const values = { ...variableValues };
      const answer: ExecutionResult = await graphql({ schema, source, variableValues: values, contextValue });
      if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!;
      return JSON.parse(JSON.stringify(answer.data));
    },
    async stop() {
      await database.destroy();
      await drop();
    },
  };
}
