import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { DataSource } from "typeorm";
import { distinctQuestions } from "../../bench/memory/distinct-questions.ts";
import { privateMemory } from "../../bench/memory/private-memory.ts";
import { createDataSource } from "../../ormconfig.ts";
import { createServer } from "../../server/http/create-server.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";

const CONNECTIONS = 2;
const REPETITIONS = 3;
/** The contract's city, whose purchases cover all quarters of the questions. */
const MUNICIPALITY = "99990";
/** Some 10 are enough; statements that all stay prepared take 38. */
const GROWTH_MEGABYTES = 18;

let made: TestDatabase;
let database: DataSource;
let server: FastifyInstance;

beforeAll(async () => {
  made = await createTestDatabase("hub_contract");
  const { options } = createDataSource(made.url);
  database = await new DataSource({
    ...options,
    extra: { ...options.extra, max: CONNECTIONS },
  }).initialize();
  server = await createServer(database, { municipality: MUNICIPALITY, publicReading: true, cacheBytes: 0 });
});

afterAll(async () => {
  await server.close();
  await database.destroy();
  await made.drop();
});

/** Asks questions in their order, as many at a time as there are connections. */
async function askAll(questions: string[]): Promise<void> {
  const rest = questions.values();
  const readers = Array.from({ length: CONNECTIONS }, async () => {
    for (const query of rest) {
      const { body } = await server.inject({ method: "POST", url: "/graphql", payload: { query } });
      expect(body).not.toContain('"errors"');
    }
  });
  await Promise.all(readers);
}

async function backendMemory(): Promise<number> {
  const backends = await database.query<{ pid: number }[]>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  );
  expect(backends).toHaveLength(CONNECTIONS);
  return (await privateMemory(backends.map(({ pid }) => pid)))!;
}

const testOnLinux = existsSync("/proc/self/smaps_rollup") ? test : test.skip;

testOnLinux("PostgreSQL's memory does not grow with the questions that were ever asked", async () => {
  const questions = distinctQuestions(MUNICIPALITY, 120);
  const repeated = questions.flatMap((question) => Array.from({ length: REPETITIONS }, () => question));
  const warmUp = repeated.splice(0, 20 * REPETITIONS);
  await askAll(warmUp);
  const before = await backendMemory();
  await askAll(repeated);
  const growth = (await backendMemory()) - before;
  expect(growth).toBeLessThan(GROWTH_MEGABYTES);
});
