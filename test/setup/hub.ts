import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { createServer, type ServerSettings } from "../../server/http/create-server.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import type { FilledTemplate } from "./templates.ts";

/** A whole hub on a database and a port of its own, with the real report loaded. */
export interface TestHub {
  url: string;
  database: DataSource;
  /** Asks a GraphQL question over HTTP, with a token where one is given; gives status and body. */
  ask(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
  data: any;
  errors?: {
    message: string;
    extensions: { code: string; ko: string; en: string; remedy: { ko: string; en: string } };
  }[];
}

/** Starts a hub for a test file, open to all readers unless `settings` say otherwise; stop it in afterAll. */
export const startTestHub = (settings: Partial<ServerSettings> = {}): Promise<TestHub> =>
  startHub("hub_report", settings);

/** The same, with the contract's city 99990 beside the real report: its feeds, without their correction. */
export const startContractHub = (settings: Partial<ServerSettings> = {}): Promise<TestHub> =>
  startHub("hub_contract", settings);

async function startHub(template: FilledTemplate, settings: Partial<ServerSettings>): Promise<TestHub> {
  const testDatabase = await createTestDatabase(template);
  const database = await createDataSource(testDatabase.url).initialize();
  return serveDatabase(testDatabase, database, settings);
}

/** Starts a hub on a test's database as it is, for a test file; stopping it drops the database. */
export async function serveDatabase(
  { drop }: TestDatabase,
  database: DataSource,
  settings: Partial<ServerSettings> = {},
): Promise<TestHub> {
  const server = await createServer(database, {
    ...{ municipality: "41280", publicReading: true, cacheBytes: 64_000_000 },
    // Statements are slow where all tests run side by side.
    logLevel: "error",
    ...settings,
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    database,
    ask: async (query, variables, token) => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
    },
    stop: async () => {
      await server.close();
      await database.destroy();
      await drop();
    },
  };
}
