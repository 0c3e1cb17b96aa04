import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { askDatabase } from "../../server/cli/ask-database.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { createMunicipality } from "./create-municipality.ts";
import { importFiles } from "./import-files.ts";
import { beginRelease } from "./releases.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  for (const code of ["88010", "88011"])
    await createMunicipality(database, { code, name: `${code}시`, synthetic: false });
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const departments = (...names: string[]) => file("부서.csv", "부서명", ...names);
const cities = (...rows: string[]) => file("지자체.csv", "지자체코드,지자체명,합성여부", ...rows);
const load = (municipality: string, files: ReturnType<typeof file>[], reason?: string) =>
  importFiles(database, { files, municipality, reason });
const known = (code: string) =>
  database.query(
    "SELECT name, known_from, known_to = 2147483647 AS current FROM municipality WHERE code = $1 ORDER BY known_from",
    [code],
  );
const idOf = async (code: string) =>
  (await database.query("SELECT id FROM municipality WHERE code = $1", [code]))[0].id;

test("releases are numbered by municipality", async () => {
  expect((await load("88010", [departments("회계과")])).release).toBe(1);
  expect((await load("88011", [departments("회계과")])).release).toBe(1);
  expect((await load("88010", [departments("체육과")])).release).toBe(2);
});

test("an import of one city does not wait for one of another that is under way", async () => {
  const other = database.createQueryRunner();
  await other.startTransaction();
  await beginRelease(other.manager, await idOf("88010"));
  expect((await load("88011", [departments("문화과")])).release).toBe(2);
  const same = load("88010", [departments("문화과")]);
  const isWaiting =
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  while ((await database.query(isWaiting)).length === 0);
  await other.rollbackTransaction();
  await other.release();
  expect((await same).release).toBe(3);
});

test("a municipality is known by its own releases, and no release makes another", async () => {
  const both = await load("88012", [cities("88012,새시,예", "88013,옆시,예"), departments("회계과")]);
  expect(both.refused).toBe(true);
  expect(both.findings).toMatchObject([
    { code: "UNKNOWN_REFERENCE", document: "지자체.csv", line: 3, column: 1, quote: "88013" },
  ]);
  expect(await load("88012", [cities("88012,새시,예"), departments("회계과")])).toMatchObject({ release: 1 });
  expect(await known("88012")).toEqual([{ name: "새시", known_from: 1, current: true }]);
  expect(await known("88013")).toEqual([]);
});

test("a known municipality may stand beside the release's; changed, it takes an import of its own", async () => {
  await load("88013", [cities("88013,옆시,예")]);
  const unchanged = await load("88012", [cities("88012,새시,예", "88013,옆시,예"), departments("체육과")]);
  expect(unchanged).toMatchObject({ refused: false, facts: 1, findings: [] });
  const renamed = [cities("88013,옆특례시,예")];
  const other = await load("88012", renamed, "개칭");
  expect(other.findings.map(({ code, quote }) => [code, quote])).toEqual([
    ["CORRECTION_WITHOUT_REASON", "옆특례시"],
  ]);
  expect(other.findings[0]!.message.en).toContain("--municipality 88013");
  const without = await load("88013", renamed);
  expect(without.findings[0]!.message.en).toContain('"옆시" → "옆특례시"');
  expect(await load("88013", renamed, "개칭")).toMatchObject({ refused: false, release: 2, facts: 1 });
  expect(await known("88013")).toEqual([
    { name: "옆시", known_from: 1, current: false },
    { name: "옆특례시", known_from: 2, current: true },
  ]);
});

test("two imports that bring the same new city at once give it one row, and a release each", async () => {
  const city = cities("88014,함께시,예");
  const outcomes = await Promise.all([
    load("88014", [city, departments("회계과")]),
    load("88014", [city, departments("체육과")]),
  ]);
  expect(outcomes.map(({ release }) => release).sort()).toEqual([1, 2]);
  expect(await known("88014")).toHaveLength(1);
});

test("after the clock has gone back a release is still later than those before it, and is the newest at once", async () => {
  await load("88010", [departments("세정과")]);
  // The clock of before was an hour ahead of today's.
  await database.query(
    `UPDATE release SET published_at = published_at + interval '1 hour' WHERE number =
       (SELECT max(number) FROM release WHERE municipality_id = $1) AND municipality_id = $1`,
    [await idOf("88010")],
  );
  const { release } = await load("88010", [departments("교통과")]);
  const ask = askDatabase(database, "88010");
  const { releases } = await ask("{ releases(first: 2) { nodes { number publishedAt } } }");
  const [newest, before] = (releases as { nodes: { number: number; publishedAt: string }[] }).nodes;
  expect(newest!.number).toBe(release);
  expect(Date.parse(newest!.publishedAt)).toBe(Date.parse(before!.publishedAt) + 1);
  const at = await ask(`{ municipality(asOf: "${newest!.publishedAt}") { departments { name } } }`);
  expect(at).toMatchObject({ municipality: { departments: expect.arrayContaining([{ name: "교통과" }]) } });
});
