import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import { createServer } from "../../server/http/create-server.ts";
import { createTestDatabase } from "./database.ts";

/** A whole hub on a database and a port of its own, with the real report loaded. */
export interface TestHub {
  url: string;
  database: DataSource;
  /** Asks a GraphQL question over HTTP; gives status and body. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
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

/** Starts a hub for a test file; stop it in afterAll. */
export async function startTestHub(): Promise<TestHub> {
  const { url: address, drop } = await createTestDatabase();
  const database = await createDataSource(address).initialize();
  await firstLoad(database, "seeds/documents");
  const server = await createServer(database, "41280");
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    database,
    ask: async (query, variables) => {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
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
