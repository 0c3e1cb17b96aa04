import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import type { DataSource } from "typeorm";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { inlineRows, workbookBytes } from "./write-workbook.ts";

const report = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");
const departments = readFileSync("test/contract/feeds/02-부서.csv", "utf8");

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

const csv = (name: string) => departments.replace("회계과", name);
const inReport = (text: string) => report.replace("사회적경제", `사회적${text}경제`);
const workbook = (cell: string, sheet = "부서") =>
  workbookBytes({ sheets: [{ name: sheet, rows: inlineRows([["부서명"], [cell]]) }] });

/** The bytes that a careless program writes for half of a surrogate pair. */
const halfInUtf8 = Buffer.from([0xed, 0xa0, 0x80]);
const withBytes = (text: string, bytes: Buffer) => {
  const [before, after] = text.split("@");
  return Buffer.concat([Buffer.from(before!), bytes, Buffer.from(after!)]);
};

describe("a file with a character that cannot be stored is refused with a finding", () => {
  test.each<[string, string, Uint8Array, string, string]>([
    ["U+0000 in CSV", "a.csv", Buffer.from(csv("회\0계과")), "FILE_UNREADABLE", "NUL"],
    ["U+0000 in CSV, CP949", "a.csv", iconv.encode(csv("회\0계과"), "cp949"), "FILE_UNREADABLE", "NUL"],
    ["a lone surrogate in CSV", "a.csv", withBytes(csv("회@과"), halfInUtf8), "ENCODING_INVALID", "ed a0 80"],
    ["U+FFFD in CSV", "a.csv", Buffer.from(csv("회\uFFFD과")), "ENCODING_INVALID", "U+FFFD"],
    ["U+0000 in a report", "a.txt", Buffer.from(inReport("\0")), "FILE_UNREADABLE", "NUL"],
    ["U+0000 as an entity in a report", "a.txt", Buffer.from(inReport("&#0;")), "ENCODING_INVALID", "&#0;"],
    [
      "a lone surrogate as an entity in a report",
      "a.txt",
      Buffer.from(inReport("&#xD800;")),
      "ENCODING_INVALID",
      "&#xD800;",
    ],
    [
      "a lone surrogate in a report",
      "a.txt",
      withBytes(inReport("@"), halfInUtf8),
      "ENCODING_INVALID",
      "ed a0 80",
    ],
    ["U+0000 in a cell", "a.xlsx", workbook("회\0계과"), "ENCODING_INVALID", "U+0000"],
    ["an escaped U+0000 in a cell", "a.xlsx", workbook("회_x0000_과"), "ENCODING_INVALID", "U+0000"],
    ["an escaped lone surrogate in a cell", "a.xlsx", workbook("회_xD800_과"), "ENCODING_INVALID", "U+D800"],
    ["U+FFFD in a cell", "a.xlsx", workbook("회\uFFFD과"), "ENCODING_INVALID", "U+FFFD"],
    ["U+0000 in the name of a sheet", "a.xlsx", workbook("회계과", "부\0서"), "ENCODING_INVALID", "U+0000"],
  ])("%s", async (_, name, bytes, code, detail) => {
    const outcome = await importFiles(database, { files: [{ name, bytes }], municipality: "41280" });
    expect(outcome).toMatchObject({ refused: true, release: null });
    const finding = outcome.findings.find((one) => one.code === code);
    expect(finding?.message.ko).toContain(detail);
    expect(finding?.message.en).toContain(detail);
  });
});
