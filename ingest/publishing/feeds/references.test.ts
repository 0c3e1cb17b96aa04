import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import type { Feed, FeedColumn } from "../../../schema/feeds/feed.ts";
import { completeFeedTable } from "../../../schema/feeds/feed-table.ts";
import { feeds, forms } from "../../../schema/feeds.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { importFiles } from "../import-files.ts";
import { retract } from "./retract.ts";

const text = (field: string, heading: string, more: Partial<FeedColumn> = {}): FeedColumn => ({
  ...{ field, heading, type: { is: "text" }, means: { ko: heading, en: field }, example: "1" },
  ...more,
});
const feed = (name: string, columns: FeedColumn[]): Feed => ({
  ...{ name, table: name, title: { ko: name, en: name }, subject: name.toUpperCase(), columns },
});

/** Libraries have a parent; loans refer to libraries, to enterprises, to courses, to the city, and to other loans. */
const library = feed("library", [
  text("code", "도서관코드", { key: true }),
  text("parent", "본관코드", { references: "library" }),
]);
const loan = feed("loan", [
  text("department", "빌린부서", { key: true, references: "department" }),
  text("library", "빌린도서관", { key: true, references: "library" }),
  text("enterprise", "빌린기업", { references: "enterprise", type: { is: "businessNumber" } }),
  text("course", "빌린과정", { references: "academy" }),
  text("city", "빌린도시", { references: "municipality" }),
]);
const reminder = feed("reminder", [text("loan", "독촉부서", { key: true, references: "loan" })]);

const lists = [feeds, forms] as Feed[][];
let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  for (const list of lists) list.push(library, loan, reminder);
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
  const runner = database.createQueryRunner();
  for (const added of [library, loan, reminder]) await completeFeedTable(runner, added);
  await runner.release();
});
afterAll(async () => {
  // Other files of this worker share the lists.
  for (const list of lists) list.splice(list.indexOf(library), 3);
  await database.destroy();
  await copy.drop();
});

const municipality = "88004";
const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const load = (...files: ReturnType<typeof file>[]) => importFiles(database, { files, municipality });
const base = [
  file("지자체.csv", "지자체코드,지자체명,합성여부", "88004,시험시,예"),
  file("부서.csv", "부서명", "회계과", "체육과"),
  file("기업.csv", "사업자등록번호,기업명,유형,인증일,만료일", "124-81-00998,나눔,마을기업,2023-02-22,"),
  file(
    "과정.csv",
    "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호",
    "A01,입문,찾아가는,2025-Q1,80,,,",
  ),
];
const libraries = (...rows: string[]) => file("도서관.csv", "도서관코드,본관코드", ...rows);
const loans = (...rows: string[]) =>
  file("대출.csv", "빌린부서,빌린도서관,빌린기업,빌린과정,빌린도시", ...rows);
const reminders = (...rows: string[]) => file("독촉.csv", "독촉부서", ...rows);
const errors = (outcome: { findings: { code: string; quote: string | null }[] }) =>
  outcome.findings.map(({ code, quote }) => [code, quote]);

describe("a feed that nobody knew of", () => {
  test("may refer to any other, and be referred to, in files given together", async () => {
    const outcome = await load(
      reminders("회계과"),
      loans("회계과,L2,1248100998,A01,88004"),
      libraries("L2,L1", "L1,"),
      ...base,
    );
    expect(errors(outcome)).toEqual([]);
    const rows = await database.query("SELECT library, enterprise, course, city FROM loan");
    expect(rows).toEqual([{ library: "L2", enterprise: "1248100998", course: "A01", city: "88004" }]);
  });

  test("refers to what earlier releases published", async () => {
    const outcome = await load(loans("체육과,L1,,,"), reminders("체육과"));
    expect(errors(outcome)).toEqual([]);
    expect(outcome.facts).toBe(2);
  });

  test("is rejected for what no feed has, with the nearest name", async () => {
    const outcome = await load(loans("회계과,L9,,B01,99999"), libraries("L3,L7"), reminders("회계"));
    expect(errors(outcome).sort()).toEqual([
      ["UNKNOWN_REFERENCE", "99999"],
      ["UNKNOWN_REFERENCE", "B01"],
      ["UNKNOWN_REFERENCE", "L7"],
      ["UNKNOWN_REFERENCE", "L9"],
      ["UNKNOWN_REFERENCE", "회계"],
    ]);
    const misspelt = outcome.findings.find(({ quote }) => quote === "회계");
    expect(misspelt?.message.ko).toContain("회계과");
  });

  test("that is rejected for one row leaves the rows that refer to its others unreported", async () => {
    const outcome = await load(libraries("L4,", "L5,L8"), loans("회계과,L4,,,"));
    expect(errors(outcome)).toEqual([["UNKNOWN_REFERENCE", "L8"]]);
  });

  test("has rows that can be retracted, and are then referred to no more", async () => {
    await retract(database, { feed: "loan", key: "체육과 L1", municipality, reason: "반납" });
    expect(errors(await load(reminders("체육과")))).toEqual([["UNKNOWN_REFERENCE", "체육과"]]);
  });
});
