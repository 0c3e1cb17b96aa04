import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { importFiles } from "./import-files.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const municipality = "99990";
const feeds = "test/contract/feeds";
const load = (names: string[], reason?: string) => {
  const files = names.map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
  return importFiles(database, { files, municipality, reason });
};
/** How many rows the planner assumes, and how many columns it has statistics of. */
const assumed = async (table: string) => {
  const [row] = await database.query(
    `SELECT reltuples::integer AS rows, (SELECT count(*)::integer FROM pg_stats WHERE tablename = $1) AS columns
     FROM pg_class WHERE oid = to_regclass($1)`,
    [table],
  );
  return row as { rows: number; columns: number };
};
const counted = async (table: string): Promise<number> =>
  (await database.query(`SELECT count(*)::integer AS rows FROM ${table}`))[0].rows;

test("after a release that adds much to its tables, the planner knows them; a small one costs nothing", async () => {
  const names = readdirSync(feeds).sort();
  await load(names.filter((name) => !name.startsWith("11")));
  const tables = ["funding_line", "funding_by_year", "purchase", "purchase_0", "outlet_sales"];
  for (const table of tables) {
    const { rows, columns } = await assumed(table);
    expect([table, rows]).toEqual([table, await counted(table)]);
    expect(columns).toBeGreaterThan(5);
  }
  const before = await assumed("funding_line");
  await load(
    names.filter((name) => name.startsWith("11")),
    "집행액 정정",
  );
  expect(await counted("funding_line")).toBeGreaterThan(before.rows);
  expect(await assumed("funding_line")).toEqual(before);
});
