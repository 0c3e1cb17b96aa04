import assert from "node:assert/strict";
import { type ExecutionResult, type GraphQLSchema, graphql, Kind, parse } from "graphql";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/core/context.ts";
import { answerDirectly, type Operation } from "../../schema/sql/direct/answer-directly.ts";
import { joined } from "../../schema/sql/direct/direct-query.ts";
import { Remembered } from "../../schema/sql/direct/remembered.ts";
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
  /** The answer to a question; throws its first error, and where the direct answer is another. */
  ask(question: string, variables?: object): Promise<Data>;
  /** The answer that no resolver gave; null where resolvers are to answer. */
  askDirectly(question: string, variables?: object): Promise<Data | null>;
  stop(): Promise<void>;
}

function operationOf(schema: GraphQLSchema, source: string, variables: Record<string, unknown>): Operation {
  const { definitions } = parse(source);
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    ...{ schema, operation, variables },
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

/** Starts a hub for a test file; stop it in afterAll. */
export async function startCityHub(): Promise<CityHub> {
  const { url, drop } = await createTestDatabase();
  const database = await createDataSource(url).initialize();
  const schema = await buildSchema();
  let remembered = new Remembered();
  const hub: CityHub = {
    database,
    async publish(releases, other) {
      await emptyCities(database);
      remembered = new Remembered();
      await storeCity(database, "1", releases);
      if (other)
        await storeCity(
          database,
          "2",
          releases.map(() => other),
        );
      await rollUp(database);
    },
    async ask(source, variableValues = {}) {
      const contextValue = new HubContext(database, "1");
      const values = { ...variableValues };
      const answer: ExecutionResult = await graphql({ schema, source, variableValues: values, contextValue });
      if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!;
      const data = JSON.parse(JSON.stringify(answer.data));
      const direct = await hub.askDirectly(source, values);
      assert.deepStrictEqual(direct ?? data, data);
      return data;
    },
    async askDirectly(source, variables = {}) {
      const operation = operationOf(schema, source, { ...variables });
      const answer = await answerDirectly(operation, new HubContext(database, "1"), remembered);
      return answer && JSON.parse(joined(answer));
    },
    async stop() {
      await database.destroy();
      await drop();
    },
  };
  return hub;
}
