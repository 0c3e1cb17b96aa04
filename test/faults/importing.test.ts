import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
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

test("of an import that is killed half way nothing is left, and it can be done again", async () => {
  const client = await connect(dataFolder);
  // The lines of funding are held back, so the import stands still in the middle of its work.
  await client.query("BEGIN; LOCK TABLE funding_line IN SHARE MODE");
  const halfway = await startImport("1-4-6");
  await waitForBlocked(client, "funding_line", halfway);
  await halfway.end("SIGKILL");
  await client.query("ROLLBACK");
  await client.end();
  expect(await findReport(hub.url, "1-4-6")).toBeNull();
  await expectWhole([], 4);
  expect((await (await startImport("1-4-6")).ended).code).toBe(0);
  await expectWhole(["1-4-6"], 5);
});

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
  await expectWhole([], 5);
});

test("two imports at once without a serving hub are two whole releases, and stop the database", async () => {
  await hub.process.end("SIGTERM");
  const imports = [await startImport("1-4-7"), await startImport("1-4-8")];
  expect((await Promise.all(imports.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
  expect(await findPostgres(dataFolder)).toBeNull();
  hub = await serve(dataFolder);
  await expectWhole(["1-4-7", "1-4-8"], 7);
});
