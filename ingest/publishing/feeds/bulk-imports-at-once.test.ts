import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource, QueryRunner } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { importFiles } from "../import-files.ts";

let copy: TestDatabase;
/** Those of two hubs. */
let one: DataSource;
let other: DataSource;

beforeAll(async () => {
  copy = await createTestDatabase();
  one = await createDataSource(copy.url).initialize();
  other = await createDataSource(copy.url).initialize();
  for (const municipality of ["88003", "88004"])
    await load(one, municipality, [
      file("지자체.csv", ["지자체코드,지자체명,합성여부", `${municipality},시 ${municipality},예`]),
      file("부서.csv", ["부서명", "회계과"]),
    ]);
});
afterAll(async () => {
  await one.destroy();
  await other.destroy();
  await copy.drop();
});

const file = (name: string, lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const load = (database: DataSource, municipality: string, files: ReturnType<typeof file>[]) =>
  importFiles(database, { files, municipality });

/** Few, and long enough to be loaded into parts of their own. */
const count = 10_000;
const purchases = file("구매.csv", [
  "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
  ...Array.from(
    { length: count },
    (_, index) => `L${index},2025-03-01,회계과,124-81-00998,${"가".repeat(200)},1000,아니오`,
  ),
]);
const courses = file("아카데미.csv", [
  "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호",
  "A01,마을기업 실무,기초·심화,2025-Q1,10,5,5,",
]);

/** The municipalities with purchases that are published, each with their number. */
const published = () =>
  one.query(
    `SELECT code, count(*)::integer AS count FROM purchase JOIN municipality ON municipality.id = municipality_id
     GROUP BY code ORDER BY code`,
  );

test("a bulk import that has all its purchases and is not done yet does not hold up another city's", async () => {
  const held = one.createQueryRunner();
  await held.startTransaction();
  try {
    // Courses are published after purchases: there the first import has to wait. Others may read them, as for their sums.
    await held.query("LOCK TABLE course_quarter IN SHARE MODE");
    const first = load(one, "88003", [purchases, courses]);
    await waitsFor(held, "course_quarter", first);
    expect(await load(other, "88004", [purchases])).toMatchObject({ refused: false, facts: count });
    expect(await published()).toEqual([{ code: "88004", count }]);
    await held.commitTransaction();
    expect(await first).toMatchObject({ refused: false, facts: count + 1 });
  } finally {
    if (held.isTransactionActive) await held.rollbackTransaction();
    await held.release();
  }
  expect(await published()).toEqual([
    { code: "88003", count },
    { code: "88004", count },
  ]);
});

/** Resolves as soon as an import waits for a lock on a table. Throws an Error if it ends without. */
async function waitsFor(query: QueryRunner, table: string, running: Promise<unknown>): Promise<void> {
  let isEnded = false;
  const end = () => {
    isEnded = true;
  };
  running.then(end, end);
  while (!isEnded) {
    const waiting = await query.query("SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted", [
      table,
    ]);
    if (waiting.length > 0) return;
  }
  throw new Error(`The import ended without a lock on ${table}.`);
}
