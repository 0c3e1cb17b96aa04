import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { countReleases, findReport, importing, REAL_PLEDGE, writeReport } from "./facts.ts";
import { findPostgres, HubProcess, serve } from "./hub-process.ts";

let dataFolder: string;
let database: TestDatabase;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "hub-faults-"));
  database = await createTestDatabase();
  // As a database administrator hands it over: empty.
  await query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
});

afterAll(async () => {
  await HubProcess.endAll();
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("two hubs that start at once on one DATABASE_URL share it, and start no PostgreSQL and stop none", async () => {
  const settings = { DATABASE_URL: database.url };
  const [first, second] = await Promise.all([serve(dataFolder, settings), serve(dataFolder, settings)]);
  expect((await new HubProcess(dataFolder, ["init", "--demo"], settings).ended).code).toBe(0);
  for (const { url } of [first, second]) expect(await findReport(url, REAL_PLEDGE)).not.toBeNull();
  expect(await query("SELECT name FROM source_document WHERE name LIKE 'goyang%'")).toHaveLength(1);

  const before = await countReleases(first.url);
  const file = await writeReport(dataFolder, "1-4-3");
  expect(await new HubProcess(dataFolder, importing(file), settings).ended).toMatchObject({ code: 0 });
  for (const { url } of [first, second]) {
    expect(await countReleases(url)).toBe(before + 1);
    expect(await findReport(url, "1-4-3")).not.toBeNull();
  }

  expect((await first.process.end("SIGTERM")).code).toBe(0);
  expect(await findReport(second.url, REAL_PLEDGE)).not.toBeNull();
  expect((await second.process.end("SIGTERM")).code).toBe(0);
  expect(await findPostgres(dataFolder)).toBeNull();
  expect(await query("SELECT 1 AS up")).toEqual([{ up: 1 }]);
});

test("a password that is wrong is said in one line that does not repeat it", async () => {
  const address = new URL(database.url);
  address.password = "guessed-password";
  const ended = await new HubProcess(dataFolder, ["serve", "--port", "0"], { DATABASE_URL: address.href })
    .ended;
  expect(ended.code).toBe(1);
  expect(ended.output).toContain(address.host);
  expect(ended.output).not.toContain("guessed-password");
  expect(ended.output).not.toContain("    at ");
});
