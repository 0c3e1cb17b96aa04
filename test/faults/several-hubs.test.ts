import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { contractCorrection } from "../setup/templates.ts";
import { Balancer } from "./balancer.ts";
import { ask } from "./facts.ts";
import { HubProcess, type ServingHub, serve } from "./hub-process.ts";

let folder: string;
let testDatabase: TestDatabase;
let database: DataSource;
let hubs: ServingHub[];

const start = () =>
  serve(folder, { DATABASE_URL: testDatabase.url, HUB_PUBLIC: "true", HUB_DRAIN_SECONDS: "2" });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-faults-"));
  testDatabase = await createTestDatabase("hub_contract");
  database = await createDataSource(testDatabase.url).initialize();
  hubs = await Promise.all([start(), start()]);
}, 120_000);

afterAll(async () => {
  await HubProcess.endAll();
  await database?.destroy();
  await testDatabase?.drop();
  await rm(folder, { recursive: true, force: true });
});

const page = "/panels/execution-by-quarter?municipality=99990";
const newest = '{ releases(municipality: "99990", first: 1) { nodes { number } } }';
const numberSeen = async (url: string) =>
  (await ask<{ releases: { nodes: { number: number }[] } }>(url, newest)).releases.nodes[0]!.number;

test("both hubs show a release at once, whichever of them has kept what it replaces", async () => {
  // A citation has the address of the hub that was asked.
  const pages = () =>
    Promise.all(hubs.map(async ({ url }) => (await (await fetch(url + page)).text()).replaceAll(url, "")));
  const [before] = await pages();
  for (const { url } of hubs) expect(await numberSeen(url)).toBe(1);
  expect(await importFiles(database, contractCorrection())).toMatchObject({ release: 2 });
  for (const { url } of hubs) expect(await numberSeen(url)).toBe(2);
  const [one, other] = await pages();
  expect(one).not.toBe(before);
  expect(other).toBe(one);
});

test("a request may require a release, and is told if it is not there", async () => {
  const require = (release: string) =>
    fetch(`${hubs[0]!.url}/graphql?query={releases{totalCount}}`, {
      headers: { "hub-minimum-release": release, "apollo-require-preflight": "true" },
    });
  expect((await require("1, 99990=2")).status).toBe(200);
  const later = require("99990=3");
  const file = { name: "부서.csv", bytes: Buffer.from("부서명\n신설과\n") };
  await importFiles(database, { files: [file], municipality: "99990" });
  expect((await later).status).toBe(200);
  const missing = await require("99990=9");
  expect(missing.status).toBe(503);
  expect(missing.headers.get("retry-after")).toBe("1");
  expect(await missing.json()).toMatchObject({
    errors: [{ message: expect.stringContaining("newest is 3"), extensions: { code: "RELEASE_NOT_YET" } }],
  });
  expect((await require("seven")).status).toBe(400);
});

test("hubs are replaced one after the other under load without a failed request", async () => {
  const balancer = await Balancer.start();
  for (const { url } of hubs) await balancer.add(url);
  const failures: string[] = [];
  let answered = 0;
  let isLoaded = true;
  const question = JSON.stringify({ query: newest });
  const headers = { "content-type": "application/json" };
  const load = Array.from({ length: 6 }, async (_, worker) => {
    while (isLoaded) {
      const asked =
        worker % 2 === 0
          ? fetch(balancer.url + page)
          : fetch(`${balancer.url}/graphql`, { method: "POST", headers, body: question });
      const failure = await asked.then(
        (answer) => answer.text().then(() => (answer.ok ? null : `${answer.status}`)),
        (error: Error) => error.message,
      );
      if (failure === null) answered += 1;
      else failures.push(failure);
    }
  });
  for (const old of hubs) {
    await balancer.add((await start()).url);
    const ended = old.process.end("SIGTERM");
    await balancer.left(old.url);
    expect(await ended).toMatchObject({ code: 0 });
  }
  isLoaded = false;
  await Promise.all(load);
  await balancer.stop();
  expect(failures).toEqual([]);
  expect(answered).toBeGreaterThan(50);
}, 120_000);
