import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { distinctQuestions } from "../../bench/memory/distinct-questions.ts";
import { createDataSource } from "../../ormconfig.ts";
import { runStatement } from "../../schema/sql/run-statement.ts";
import { createServer } from "../../server/http/create-server.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { ask, countReleases, findReport, importing, writeReport } from "./facts.ts";
import { HubProcess, type ServingHub, serve } from "./hub-process.ts";
import { TransactionPooler } from "./transaction-pooler.ts";

const SAMPLE_CITY = "99999";
const ANSWERS = 800;
const READERS = 16;
/** The first hub migrates, and a command loads the sample city. */
const START_MILLISECONDS = 180_000;

let folder: string;
let database: TestDatabase;
let pooler: TransactionPooler;
let hubs: ServingHub[];
/** Past the pooler. */
let direct: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-faults-"));
  database = await createTestDatabase();
  direct = new pg.Client({ connectionString: database.url });
  await direct.connect();
  await direct.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  pooler = await TransactionPooler.start(database.url, 2);
  const settings = { DATABASE_URL: pooler.url };
  hubs = [await serve(folder, settings), await serve(folder, settings)];
  expect(await command("init", "--demo")).toMatchObject({ code: 0 });
}, START_MILLISECONDS);

afterAll(async () => {
  await HubProcess.endAll();
  await direct.end();
  await pooler.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const command = (...commandArguments: string[]) =>
  new HubProcess(folder, commandArguments, { DATABASE_URL: pooler.url }).ended;

/** Questions with their answers, no two of which are the same, as a hub gives them that reaches PostgreSQL directly. */
async function distinctAnswers(): Promise<[question: string, answer: string][]> {
  const reader = await createDataSource(database.url).initialize();
  const reference = await createServer(reader, {
    municipality: SAMPLE_CITY,
    publicReading: true,
    cacheBytes: 0,
  });
  const dataOf = async (query: string) =>
    (await reference.inject({ method: "POST", url: "/graphql", payload: { query } })).json().data;
  const { pledges }: { pledges: { nodes: { code: string }[] } } = await dataOf(
    "{ pledges { nodes { code } } }",
  );
  const questions = [
    ...distinctQuestions(SAMPLE_CITY, 40),
    ...pledges.nodes.map(
      ({ code }) =>
        `{ fundingSummary(where: { municipality: ["${SAMPLE_CITY}"], pledge: ["${code}"] }, groupBy: [PLEDGE, QUARTER]) { rows { pledge { code title } quarter executed } } }`,
    ),
  ];
  const known = new Map<string, string>();
  for (const question of questions) known.set(JSON.stringify(await dataOf(question)), question);
  await reference.close();
  await reader.destroy();
  return [...known].map(([answer, question]) => [question, answer]);
}

test("two hubs behind it give the answers that they give without it", async () => {
  const answers = await distinctAnswers();
  expect(answers.length).toBeGreaterThan(40);
  const turns = Array.from({ length: ANSWERS }, (_, turn) => turn).values();
  const wrong: unknown[] = [];
  const readers = Array.from({ length: READERS }, async () => {
    for (const turn of turns) {
      const [question, expected] = answers[(turn * 7) % answers.length]!;
      const answer = await ask(hubs[turn % hubs.length]!.url, question).catch(({ message }) => message);
      if (JSON.stringify(answer) !== expected) wrong.push({ question, answer });
    }
  });
  await Promise.all(readers);
  expect(wrong).toEqual([]);
});

test("commands work through it, and leave no lock behind", async () => {
  const token = await command("token", "create", "--role", "analyst", "--name", "behind-a-pooler");
  expect(token).toMatchObject({ code: 0 });
  const before = await countReleases(hubs[1]!.url);
  const imported = await command(...importing(await writeReport(folder, "1-4-3")));
  expect(imported).toMatchObject({ code: 0 });
  for (const { url } of hubs) {
    expect(await countReleases(url)).toBe(before + 1);
    expect(await findReport(url, "1-4-3")).not.toBeNull();
  }
  const locks = `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE locktype = 'advisory' AND datname = current_database()`;
  expect((await direct.query(locks)).rowCount).toBe(0);
});

test("a statement that nobody waits for is cancelled through it", async () => {
  const sleeping =
    "SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
  const reader = await createDataSource(pooler.url).initialize();
  const left = new AbortController();
  const answer = runStatement(
    reader,
    { text: "SELECT pg_sleep($1)", values: [600] },
    { signal: left.signal },
  );
  const rejected = expect(answer).rejects.toMatchObject({ name: "AbortError" });
  while ((await direct.query(sleeping)).rowCount === 0);
  left.abort();
  await rejected;
  expect((await direct.query(sleeping)).rowCount).toBe(0);
  await reader.destroy();
});

test("a startup parameter that it does not know is refused", async () => {
  const client = new pg.Client({ connectionString: pooler.url, statement_timeout: 15_000 });
  await expect(client.connect()).rejects.toMatchObject({ code: "08P01" });
});
