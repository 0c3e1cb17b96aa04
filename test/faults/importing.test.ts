import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type pg from "pg";
import { connect, waitForBlocked } from "./database.ts";
import { demonstrationFolder, demonstrationMilliseconds } from "./demonstration-folder.ts";
import { countReleases, findReport, importing, REAL_PLEDGE, writeReport } from "./facts.ts";
import { findPostgres, HubProcess, type ServingHub, serve } from "./hub-process.ts";

let parent: string;
let dataFolder: string;
let hub: ServingHub;
/** What a whole report is: every report here is the real one under another code. */
let whole: object | null;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "hub-faults-"));
  dataFolder = await demonstrationFolder(parent);
  hub = await serve(dataFolder);
  whole = await findReport(hub.url, REAL_PLEDGE);
}, demonstrationMilliseconds);

afterAll(async () => {
  await HubProcess.endAll();
  await rm(parent, { recursive: true, force: true });
});

async function startImport(pledge: string): Promise<HubProcess> {
  return new HubProcess(dataFolder, importing(await writeReport(parent, pledge)));
}

async function expectWhole(pledges: string[], releases: number): Promise<void> {
  for (const pledge of pledges) expect(await findReport(hub.url, pledge)).toEqual(whole);
  expect(await countReleases(hub.url)).toBe(releases);
}

test("an import beside a serving hub shows there at once", async () => {
  expect(await findReport(hub.url, "1-4-3")).toBeNull();
  const { code } = await (await startImport("1-4-3")).ended;
  expect(code).toBe(0);
  await expectWhole(["1-4-3"], 2);
});

test("two imports at once beside a serving hub are two whole releases", async () => {
  const imports = [await startImport("1-4-4"), await startImport("1-4-5")];
  expect((await Promise.all(imports.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
  await expectWhole(["1-4-4", "1-4-5"], 4);
});

const budgetHeading =
  "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)";
async function writeBudget(executed: number): Promise<string> {
  const file = join(parent, `예산-${executed}.csv`);
  await writeFile(file, `${budgetHeading}\n${REAL_PLEDGE},2019-Q2,2019,시비,,,100,${executed}\n`);
  return file;
}
const ofCity = ["--municipality", "41280"];

/** All that a release may leave, and the locks that others wait for. */
async function traces(client: pg.Client): Promise<object> {
  const tables = ["release", "source_document", "source_document_block", "finding", "change", "funding_line"];
  const counts = tables.map((name) => `(SELECT count(*) FROM ${name}) AS ${name}`);
  const ended = "(SELECT count(*) FROM funding_line WHERE known_to < 2147483647) AS ended";
  const { rows } = await client.query(`SELECT ${counts.join(", ")}, ${ended}`);
  return rows[0];
}

test("of an import, a correction or a retraction that is killed nothing is left, no lock either, and it can be done again", async () => {
  expect((await new HubProcess(dataFolder, ["import", await writeBudget(50), ...ofCity]).ended).code).toBe(0);
  const corrected = [await writeBudget(60), ...ofCity, "--reason", "정정"];
  const key = `${REAL_PLEDGE} 2019-Q2 2019 시비`;
  const retraction = ["retract", "budget", key, ...ofCity, "--reason", "이중 입력"];
  const kills: [words: string[], tables: string[]][] = [
    [importing(await writeReport(parent, "1-4-6")), ["funding_line", "finding"]],
    [["import", ...corrected], ["change"]],
    [retraction, ["change"]],
  ];
  const client = await connect(dataFolder);
  for (const [words, tables] of kills) {
    for (const table of tables) {
      const before = await traces(client);
      // The table is held back, so the release stands still in the middle of its work.
      await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
      const halfway = new HubProcess(dataFolder, words);
      await waitForBlocked(client, table, halfway);
      await halfway.end("SIGKILL");
      await client.query("ROLLBACK");
      // Whoever publishes holds locks until PostgreSQL has cleared away after them.
      const held = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 4128001";
      while ((await client.query(held)).rowCount !== 0);
      expect(await traces(client)).toEqual(before);
    }
    expect(await new HubProcess(dataFolder, words).ended).toMatchObject({ code: 0 });
  }
  await client.end();
  await expectWhole(["1-4-6"], 8);
}, 180_000);

test("an import whose database goes away publishes nothing, and says so in its last line", async () => {
  const client = await connect(dataFolder);
  await client.query("BEGIN; LOCK TABLE funding_line IN SHARE MODE");
  const file = await writeReport(parent, "1-4-9");
  const halfway = new HubProcess(dataFolder, [...importing(file), "--json"]);
  await waitForBlocked(client, "funding_line", halfway);
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'funding_line'::regclass",
  );
  const { code, output } = await halfway.ended;
  await client.query("ROLLBACK");
  await client.end();
  expect(code).toBe(1);
  expect(output).not.toMatch(/^\s+at /m);
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  expect(JSON.parse(lines.at(-2)!)).toMatchObject({ code: "DATABASE_UNAVAILABLE", severity: "ERROR" });
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({ release: null, facts: 0, errors: 1 });
  expect(await findReport(hub.url, "1-4-9")).toBeNull();
  await expectWhole([], 8);
});

test("two imports at once without a serving hub are two whole releases, and stop the database", async () => {
  await hub.process.end("SIGTERM");
  const imports = [await startImport("1-4-7"), await startImport("1-4-8")];
  expect((await Promise.all(imports.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
  expect(await findPostgres(dataFolder)).toBeNull();
  hub = await serve(dataFolder);
  await expectWhole(["1-4-7", "1-4-8"], 10);
});
