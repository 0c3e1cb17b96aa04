import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { migrate } from "../../schema/migrate.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import { createToken } from "../../server/access/manage-tokens.ts";
import { signingKey } from "../../server/access/signing-key.ts";
import { findPostgresPrograms } from "../../server/database/postgres-programs.ts";
import { contractCases, deviations } from "../contract/cases.ts";
import type { Answer } from "../setup/hub.ts";
import { type InstalledPostgres, startInstalledPostgres, startStandby } from "../setup/installed-postgres.ts";
import { contractCorrection } from "../setup/templates.ts";
import { HubProcess, type ServingHub, serve } from "./hub-process.ts";

let folder: string;
let primary: InstalledPostgres;
let standby: InstalledPostgres;
let database: DataSource;
let hub: ServingHub;
let beforeCorrection: string;
let token: string;

const settings = () => ({ DATABASE_URL: standby.url("postgres"), HUB_PUBLIC: "true" });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-standby-"));
  const programs = dirname((await findPostgresPrograms()).postgres);
  primary = await startInstalledPostgres(programs);
  database = await createDataSource(primary.url("postgres")).initialize();
  standby = await startStandby(programs, primary, database);
});
afterAll(async () => {
  await HubProcess.endAll();
  await database?.destroy();
  await standby?.stop();
  await primary?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const headers = { "content-type": "application/json" };
async function ask(
  query: string,
  variables: object = {},
  more: Record<string, string> = {},
): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { ...headers, ...more },
    body,
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
}

test("a hub on a standby of a database that no hub has migrated says what to do first", async () => {
  const { code, output } = await new HubProcess(folder, ["serve", "--port", "0"], settings()).ended;
  expect(code).toBe(1);
  expect(output).toMatch(/먼저 같은 버전의 허브를 주 데이터베이스로/);
});

test("a hub on a standby starts, and answers every question of the contract", async () => {
  await migrate(database);
  await signingKey(database, undefined);
  await firstLoad(database, "seeds/documents");
  token = await createToken(database, { name: "analyst", role: "analyst", expiresAt: null });
  const names = readdirSync("test/contract/feeds").filter((name) => !name.startsWith("11"));
  const files = names.map((name) => ({ name, bytes: readFileSync(`test/contract/feeds/${name}`) }));
  await importFiles(database, { files, municipality: "99990" });
  const [{ time }] = await database.query("SELECT max(published_at) AS time FROM release");
  beforeCorrection = time.toISOString();
  await importFiles(database, contractCorrection());
  await caughtUp();
  hub = await serve(folder, settings());
  for (const name of contractCases) expect(await deviations(name, beforeCorrection, ask)).toEqual([]);
});

/** Waits until the standby has all that the primary has. */
async function caughtUp(): Promise<void> {
  const [{ lsn }] = await database.query("SELECT pg_current_wal_lsn() AS lsn");
  const behind = "SELECT count(*)::int AS count FROM pg_stat_replication WHERE replay_lsn >= $1::pg_lsn";
  while ((await database.query(behind, [lsn]))[0].count === 0) await delay(20);
}

test("a token lets its holder read there, and what writes is refused in words", async () => {
  const authorization = `Bearer ${token}`;
  expect((await ask("{ embeds { totalCount } }", {}, { authorization })).data.embeds.totalCount).toBe(0);
  const embed = `mutation { createEmbed(panel: "money-by-year", allowedOrigins: []) { id } }`;
  const { errors } = await ask(embed, {}, { authorization });
  expect(errors![0]!.extensions).toMatchObject({
    code: "DATABASE_UNAVAILABLE",
    ko: expect.stringContaining("읽기 전용"),
  });
  const report = "seeds/documents/goyang-1-4-2-2019-Q2.txt";
  const words = ["import", report, "--municipality", "41280", "--quarter", "2019-Q2", "--json"];
  const { code, output } = await new HubProcess(folder, words, settings()).ended;
  expect(code).toBe(1);
  expect(output).toContain("읽기 전용");
  expect(
    JSON.parse(
      output
        .trim()
        .split("\n")
        .findLast((line) => line.startsWith("{"))!,
    ),
  ).toMatchObject({
    ...{ release: null, errors: 1 },
  });
});

test("a question waits for a release that is on its way, and is told of one that is not", async () => {
  await standby.query("SELECT pg_wal_replay_pause()");
  const newest = '{ releases(municipality: "99990", first: 1) { nodes { number } } }';
  const file = { name: "부서.csv", bytes: Buffer.from("부서명\n신설과\n") };
  expect(await importFiles(database, { files: [file], municipality: "99990" })).toMatchObject({ release: 3 });
  expect((await ask(newest)).data.releases.nodes[0].number).toBe(2);
  const late = await ask(newest, {}, { "hub-minimum-release": "99990=3" });
  expect([late.status, late.errors![0]!.extensions.code]).toEqual([503, "RELEASE_NOT_YET"]);
  const waiting = ask(newest, {}, { "hub-minimum-release": "99990=3" });
  await standby.query("SELECT pg_wal_replay_resume()");
  expect((await waiting).data.releases.nodes[0].number).toBe(3);
});
