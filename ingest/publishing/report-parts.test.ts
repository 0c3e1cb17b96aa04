import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import { addMunicipality } from "../../test/setup/add-municipality.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { importFiles } from "./import-files.ts";

const original = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  await addMunicipality(database);
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

/** The real report under another pledge code, with parts of its text replaced. */
function report(code: string, ...replacements: [string | RegExp, string][]) {
  const text = replacements.reduce(
    (before, [from, to]) => {
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      return after;
    },
    original.replace("1-4-2", code),
  );
  return { name: `${code}.txt`, bytes: Buffer.from(text) };
}

const load = (files: ReturnType<typeof report>[], reason?: string) =>
  importFiles(database, { files, municipality: "41280", quarter: parseQuarter("2019-Q2"), reason });

/** The rows of a part by whether they are current, and the releases that they are known in. */
const rowsOf = (table: string, code: string, columns: string, where = "true") =>
  database.query(
    `SELECT ${columns} FROM ${table} AS part JOIN pledge
       ON (pledge.municipality_id, pledge.id) = (part.municipality_id, part.pledge_id)
     WHERE code = $1 AND known_to = 2147483647 AND ${where} ORDER BY part.id`,
    [code],
  );
const releasesOf = async (table: string, code: string, where?: string): Promise<number[]> => {
  const rows: { known_from: number }[] = await rowsOf(table, code, "DISTINCT part.id, known_from", where);
  return [...new Set(rows.map((row) => row.known_from))].sort();
};
const changesOf = (release: number | null) =>
  database.query(
    `SELECT subject, key, measure, before_text, after_text, line, quote FROM change WHERE release_number = $1 ORDER BY id`,
    [release],
  );

describe("a correction of one part of a report", () => {
  const statement: [string, string] = ["서울역 플리마켓 판매장 운영 합의", "서울역 상설 판매장 운영 합의"];

  test("is rejected without a reason, from a little before the first difference", async () => {
    await load([report("5-1-1")]);
    const { findings } = await load([report("5-1-1", statement)]);
    const corrections = findings.filter(({ code }) => code === "CORRECTION_WITHOUT_REASON");
    expect(corrections.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/^Differs from what is published: text, "….*플리마켓.*" → "….*상설.*"\. If/),
    ]);
  });

  test("replaces that part, and the rows that go with it; the others stay with their citations", async () => {
    const [before] = await releasesOf("report", "5-1-1");
    const { release } = await load([report("5-1-1", statement)], "표기 정정");
    const section = "part IN (SELECT part FROM statement WHERE text LIKE '%상설 판매장 운영%')";
    expect(await releasesOf("statement", "5-1-1", section)).toEqual([release]);
    expect(await releasesOf("statement", "5-1-1", `NOT ${section}`)).toEqual([before]);
    expect(await releasesOf("report", "5-1-1")).toEqual([release]);
    for (const table of ["contact", "participation_count", "report_check"])
      expect(await releasesOf(table, "5-1-1")).toEqual([before]);
    expect(await releasesOf("report_section", "5-1-1")).toEqual([before, release]);
    const [change, ...others] = await changesOf(release);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ subject: "REPORT", measure: "statements" });
    expect(change.key).toMatch(/^5-1-1 2019-Q2 (BEFORE_QUARTER|THIS_QUARTER|PLAN)$/);
    expect(change.before_text).toContain("\n");
    expect(change.after_text).toContain("상설 판매장 운영");
  });

  test("of amounts replaces their heading too, and no other part", async () => {
    await load([report("5-1-4")]);
    const [before] = await releasesOf("statement", "5-1-4");
    const heading = () => rowsOf("funding_heading", "5-1-4", "title, quote, known_from");
    expect(await heading()).toEqual([
      { title: "연도별 집행액", quote: "□ 연도별 집행액", known_from: before },
    ]);
    const plan = report("5-1-4", ["연도별 집행액", "연도별 투자계획"], ["\t46\t\t12.5\t", "\t46.5\t\t13\t"]);
    const { release } = await load([plan], "계획 변경");
    expect(await heading()).toMatchObject([{ title: "연도별 투자계획", known_from: release }]);
    expect(await releasesOf("statement", "5-1-4")).toEqual([before]);
  });

  test("that states no learners any more ends the numbers that the earlier statements gave", async () => {
    await load([report("5-1-3")]);
    const numbers = () => rowsOf("reported_enrollment", "5-1-3", "learners");
    expect(await numbers()).toEqual([54, 109, 78, 120].map((learners) => ({ learners })));
    const without: [RegExp, string] = [/(?:수강)?인원 : \d+명/g, "인원 : 미정"];
    await load([report("5-1-3", without)], "인원 정정");
    expect(await numbers()).toEqual([]);
  });

  test("names a contact by the words of the cell, and keeps the other one", async () => {
    await load([report("5-1-2")]);
    const { release } = await load([report("5-1-2", ["팀\t장 장\t윤 최", "팀\t장 장\t윤 김"])], "인사 이동");
    const changes = await changesOf(release);
    expect(changes).toMatchObject([
      { subject: "REPORT", measure: "familyName", before_text: "최", after_text: "김" },
    ]);
    expect(await releasesOf("contact", "5-1-2")).toHaveLength(2);
  });
});

describe("a later report", () => {
  test("of the same facts beside one with news is no document of the release", async () => {
    await load([report("5-2-1"), report("5-2-2")]);
    const changed = report("5-2-2", ["612.5\t680", "612.5\t690"], ["3,752.5", "3,762.5"]);
    const same = report("5-2-1", ["시비\t3,752.5", "시비\t3752.50"]);
    const { release } = await load([same, changed], "정정");
    const documents = await database.query("SELECT name FROM source_document WHERE release_number = $1", [
      release,
    ]);
    expect(documents).toEqual([{ name: "5-2-2.txt" }]);
  });

  test("gives a new title with its change, and a department that comes back its old id", async () => {
    await load([report("5-2-3")]);
    const title: [RegExp, string] = [/지원시스템\s*구축/g, "지원체계 구축"];
    const { release } = await load([report("5-2-3", title)], "제목 정정");
    expect(await changesOf(release)).toMatchObject([
      {
        subject: "PLEDGE",
        key: "5-2-3 2019-Q2",
        measure: "title",
        after_text: expect.stringMatching("지원체계"),
      },
    ]);
    await database.query("UPDATE department SET known_to = $1 WHERE name = '소상공인지원과'", [release]);
    await load([report("5-2-4")]);
    const ids = await database.query("SELECT DISTINCT id FROM department WHERE name = '소상공인지원과'");
    expect(ids).toHaveLength(1);
  });

  test("two on one pledge and quarter are one error, which names both files", async () => {
    const other = { ...report("5-3-1", ["팀\t장 장\t윤 최", "팀\t장 장\t김 최"]), name: "다른.txt" };
    const { findings } = await load([report("5-3-1"), other]);
    const duplicates = findings.filter(({ code }) => code === "DUPLICATE_KEY");
    expect(duplicates).toMatchObject([
      { document: "다른.txt", message: { ko: expect.stringMatching("5-3-1.txt") } },
    ]);
  });
});
