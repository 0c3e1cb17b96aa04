import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { exportReport } from "../forms/report/write/export-report.ts";
import { createMunicipality } from "./create-municipality.ts";
import { retract } from "./feeds/retract.ts";
import { importFiles } from "./import-files.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  await createMunicipality(database, { code: "88005", name: "시험시", synthetic: true });
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const municipality = "88005";
const files = [{ name: "부서.csv", bytes: Buffer.from("부서명\n회계과\n") }];
const retraction = { feed: "purchase", key: "B1", municipality, reason: "중복" };

test.each([
  ["the municipality of an import", (text: string) => importFiles(database, { files, municipality: text })],
  ["its reason", (text: string) => importFiles(database, { files, municipality, reason: text })],
  [
    "the name of a file",
    (text: string) => importFiles(database, { files: [{ ...files[0]!, name: text }], municipality }),
  ],
  ["the key of a retraction", (text: string) => retract(database, { ...retraction, key: text })],
  ["its reason", (text: string) => retract(database, { ...retraction, reason: text })],
  ["its municipality", (text: string) => retract(database, { ...retraction, municipality: text })],
  ["the pledge of an export", (text: string) => exportReport(database, municipality, text, 8077, 1)],
  [
    "the name of a municipality",
    (text: string) => createMunicipality(database, { code: "88006", name: text, synthetic: false }),
  ],
])("%s with U+0000 or a lone surrogate is invalid input, no error of the database", async (_, act) => {
  for (const text of ["a\0b", "a\ud800b", "\udc00"])
    await expect(act(text)).rejects.toMatchObject({ code: "INPUT_INVALID" });
});

test("the same municipality added by two processes at once is added once", async () => {
  const city = { code: "88007", name: "함께시", synthetic: false };
  const added = await Promise.all([createMunicipality(database, city), createMunicipality(database, city)]);
  expect(added.sort()).toEqual([false, true]);
});
