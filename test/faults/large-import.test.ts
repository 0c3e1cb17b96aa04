import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type pg from "pg";
import { connect, waitForBlocked } from "./database.ts";
import { demonstrationFolder, demonstrationMilliseconds } from "./demonstration-folder.ts";
import { ask } from "./facts.ts";
import { HubProcess, type ServingHub, serve } from "./hub-process.ts";

const municipality = "88003";
/** So many lines of this length make a large load, and fill more than its first part. */
const count = 62_000;
let parent: string;
let dataFolder: string;
let hub: ServingHub;
let client: pg.Client;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "hub-faults-"));
  dataFolder = await demonstrationFolder(parent);
  hub = await serve(dataFolder);
  client = await connect(dataFolder);
  const city = await write("지자체.csv", ["지자체코드,지자체명,합성여부", `${municipality},큰시,예`]);
  const departments = await write("부서.csv", ["부서명", "회계과"]);
  expect((await importing(city, departments).ended).code).toBe(0);
}, demonstrationMilliseconds);

afterAll(async () => {
  await client.end();
  await HubProcess.endAll();
  await rm(parent, { recursive: true, force: true });
});

async function write(name: string, lines: string[]): Promise<string> {
  const file = join(parent, name);
  await writeFile(file, `${lines.join("\n")}\n`);
  return file;
}

const importing = (...files: string[]): HubProcess =>
  new HubProcess(dataFolder, ["import", ...files, "--municipality", municipality]);

/** All that an import may leave: its release, its documents, its rows and the tables that these are in. */
async function traces(): Promise<object> {
  const { rows } = await client.query(`SELECT
    (SELECT count(*) FROM release) AS releases, (SELECT count(*) FROM source_document) AS documents,
    (SELECT count(*) FROM purchase) AS rows, (SELECT count(*) FROM pg_class WHERE relname LIKE 'purchase%') AS tables`);
  return rows[0];
}

async function purchasesSeen(): Promise<number> {
  const where = `where: { municipality: ["${municipality}"] }, first: 1`;
  const { purchases } = await ask<{ purchases: { totalCount: number } }>(
    hub.url,
    `{ purchases(${where}) { totalCount } }`,
  );
  return purchases.totalCount;
}

test("of a large import that is killed half way nothing is left, readers see nothing of it, and it can be done again", async () => {
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `K-${1_000_000 + index},2025-03-01,회계과,124-81-00998,물품·사무용 가구·소모품 일괄 구매,1000,아니오`,
  );
  const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
  const file = await write("구매.csv", [heading, ...lines]);
  const before = await traces();
  // Parts are held back from the table, so the import stands still once its first part is filled.
  await client.query("BEGIN; LOCK TABLE purchase IN SHARE MODE");
  const halfway = importing(file);
  await waitForBlocked(client, "purchase", halfway);
  expect(await purchasesSeen()).toBe(0);
  await halfway.end("SIGKILL");
  await client.query("ROLLBACK");
  // Whoever publishes holds this lock until PostgreSQL has cleared away after them.
  await client.query("SELECT pg_advisory_lock(4128001); SELECT pg_advisory_unlock(4128001)");
  expect(await traces()).toEqual(before);
  expect(await purchasesSeen()).toBe(0);

  const again = await importing(file).ended;
  expect(again.code).toBe(0);
  expect(again.output).toContain(`구매.csv: 100%, ${count.toLocaleString("en-US")}행`);
  expect(await purchasesSeen()).toBe(count);
}, 180_000);
