import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { poolOf } from "./pool-of.ts";
import { runStatement } from "./run-statement.ts";

const readTimeoutMilliseconds = 1_000;
let made: TestDatabase;
let database: DataSource;
/** Where tests look at what the readers' connections do. */
let observer: DataSource;

beforeAll(async () => {
  made = await createTestDatabase();
  observer = await createDataSource(made.url).initialize();
});
afterAll(async () => {
  await observer.destroy();
  await made.drop();
});
beforeEach(async () => {
  const { options } = createDataSource(made.url, readTimeoutMilliseconds);
  // One connection, so that each statement meets what the one before left.
  database = await new DataSource({ ...options, extra: { ...options.extra, max: 1 } }).initialize();
});
afterEach(() => database.destroy());

const sleep = { text: "SELECT pg_sleep(600) AS slept, $1::int AS number", values: [1] };
const number = (value: number) => ({ text: "SELECT $1::int AS number", values: [value] });
const prepared = async () =>
  (
    await runStatement(database, { text: "SELECT statement AS text FROM pg_prepared_statements", values: [] })
  ).map(({ text }) => text);

/** Resolves when a reader's connection sleeps in PostgreSQL. */
async function sleeping(): Promise<void> {
  const active = "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND wait_event = 'PgSleep'";
  while ((await observer.query(active)).length === 0);
}

async function isSleeping(): Promise<boolean> {
  const active =
    "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state = 'active' AND pid <> pg_backend_pid()";
  return (await observer.query(active)).length > 0;
}

test("gives the rows", async () => {
  expect(await runStatement(database, number(3))).toEqual([{ number: 3 }]);
});

test("a statement that takes too long is cancelled in PostgreSQL, and its connection goes on", async () => {
  const [{ pid }] = (await runStatement(database, {
    text: "SELECT pg_backend_pid() AS pid",
    values: [],
  })) as [{ pid: number }];
  await expect(runStatement(database, sleep)).rejects.toMatchObject({ code: "57014" });
  expect(await isSleeping()).toBe(false);
  expect(await runStatement(database, { text: "SELECT pg_backend_pid() AS pid", values: [] })).toEqual([
    { pid },
  ]);
});

test("a statement that nobody waits for any more is cancelled", async () => {
  const reader = new AbortController();
  const answer = runStatement(database, sleep, { signal: reader.signal });
  const rejected = expect(answer).rejects.toMatchObject({ name: "AbortError" });
  await sleeping();
  reader.abort();
  await rejected;
  expect(await isSleeping()).toBe(false);
  await expect(runStatement(database, number(1), { signal: reader.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(await runStatement(database, number(2))).toEqual([{ number: 2 }]);
});

test("an error of PostgreSQL keeps its code, also from a statement that is prepared", async () => {
  const divide = { text: "SELECT 1 / $1::int AS number", values: [0] };
  for (let time = 0; time < 4; time++) {
    await expect(runStatement(database, divide)).rejects.toMatchObject({ code: "22012" });
  }
  expect(await runStatement(database, { ...divide, values: [1] })).toEqual([{ number: 1 }]);
});

test("only what is asked often is prepared, and no connection keeps more than some", async () => {
  const text = (index: number) => `SELECT ${index} AS number`;
  for (let index = 0; index < 300; index++) await runStatement(database, { text: text(index), values: [] });
  expect(await prepared()).not.toContain(text(0));
  for (let index = 0; index < 300; index++) {
    for (let time = 0; time < 3; time++) {
      expect(await runStatement(database, { text: text(index), values: [] })).toEqual([{ number: index }]);
    }
  }
  expect(await prepared()).toContain(text(299));
  expect(await prepared()).not.toContain(text(0));
  expect((await prepared()).length).toBeLessThan(100);
  expect(Object.keys((await parsedByPg()) as object).length).toBeLessThan(100);
});

/** What pg itself keeps of a connection's statements. */
async function parsedByPg(): Promise<unknown> {
  const client = await poolOf(database).connect();
  client.release();
  return (client.connection as unknown as { parsedStatements: unknown }).parsedStatements;
}

test("statements that another session has to know are asked without a name from then on", async () => {
  const often = async () => {
    for (let time = 0; time < 4; time++) {
      expect(await runStatement(database, number(time))).toEqual([{ number: time }]);
    }
  };
  await often();
  expect(await prepared()).toContain(number(1).text);
  // As a pooler does that gives the next statement another server connection.
  await runStatement(database, { text: "DEALLOCATE ALL", values: [] });
  await often();
  expect(await prepared()).toEqual([]);
});

test("a statement prepared before a table changes answers after it", async () => {
  await observer.query("CREATE TABLE changing AS SELECT 1 AS first");
  const all = { text: "SELECT * FROM changing", values: [] };
  for (let time = 0; time < 4; time++) expect(await runStatement(database, all)).toEqual([{ first: 1 }]);
  await observer.query("ALTER TABLE changing ADD COLUMN second int");
  for (let time = 0; time < 4; time++) {
    expect(await runStatement(database, all)).toEqual([{ first: 1, second: null }]);
  }
  expect(await prepared()).toContain(all.text);
});
