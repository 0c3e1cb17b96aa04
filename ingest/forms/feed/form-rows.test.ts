import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Feed } from "../../../schema/feeds/feed.ts";
import { feeds } from "../../../schema/feeds.ts";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { readTables } from "../../documents/read-tables.ts";
import { headingsOf } from "./heading.ts";
import { openFeed } from "./open-feed.ts";
import { OpenedFeed } from "./opened-feed.ts";

async function read(rows: string[][]) {
  const tables = await readTables({ name: "표.csv", bytes: csvBytes(rows) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  const opened = openFeed(tables[0]!, feeds);
  if (!(opened instanceof OpenedFeed)) throw new Error(JSON.stringify(opened));
  const values = [...opened.rows()].flat().map((row) => row.values);
  return { values, found: opened.findings.map(({ code, line, column }) => [code, line, column]) };
}

const forms = feeds.map((feed) => [feed.name, feed] as const);
const example = (feed: Feed) => feed.columns.map((column) => column.example);
const blankRow = (feed: Feed) => feed.columns.map(() => "");

const totals = [
  "합계",
  "소계",
  "계",
  "총계",
  "누계",
  " 합 계 ",
  "총 계",
  "[합계]",
  "합계:",
  "합계(12건)",
  "총 12건",
];
const remarks = [
  "※ 2025년 기준",
  "(끝)",
  "끝.",
  "비고: 직제순",
  "- 이하 여백 -",
  "* 잠정치",
  "2025. 12. 31. 현재",
  "----",
  "- 2 -",
];

describe.each(forms)("between the rows of %s", (_, feed) => {
  test.each(totals)("a total row %j is told once and is no fact", async (label) => {
    const row = example(feed).with(0, label);
    expect(await read([headingsOf(feed), example(feed), row])).toEqual({
      values: [expect.anything()],
      found: [["CONTENT_IGNORED", 3, 1]],
    });
    const bare = blankRow(feed).with(0, label);
    expect((await read([headingsOf(feed), example(feed), bare])).found).toEqual([["CONTENT_IGNORED", 3, 1]]);
  });

  test("a total in any other part of the key, or behind a blank one, is told once", async () => {
    for (const [index, column] of feed.columns.entries()) {
      if (!column.key || column.type.is === "businessNumber") continue;
      const { values, found } = await read([
        headingsOf(feed),
        example(feed),
        example(feed).with(index, "소계"),
      ]);
      expect([values.length, found]).toEqual([1, [["CONTENT_IGNORED", 3, index + 1]]]);
    }
  });

  test.each(remarks)("a remark %j is told once, wherever it stands", async (remark) => {
    for (const index of feed.columns.keys()) {
      const row = blankRow(feed).with(index, remark);
      expect(await read([headingsOf(feed), example(feed), row])).toEqual({
        values: [expect.anything()],
        found: [["CONTENT_IGNORED", 3, index + 1]],
      });
    }
  });

  test("and a remark on a line of its own, without commas", async () => {
    const { values, found } = await read([headingsOf(feed), example(feed), ["※ 2025년 기준"]]);
    expect([values.length, found]).toEqual([1, [["CONTENT_IGNORED", 3, 1]]]);
  });
});

test("totals on a form are checked against the rows that they close, unless a cell is wrong", async () => {
  const sales = feeds.find(({ name }) => name === "outlet-sales")!;
  const row = (code: string, amount: string) => example(sales).with(0, code).with(2, amount).with(3, "");
  const table = (one: string, subtotal: string, total: string) => [
    headingsOf(sales),
    ...[row("S01", one), row("S02", "2"), row("소계", subtotal), row("S03", "4"), row("합계", total)],
  ];
  const ignored = [4, 6].map((line) => ["CONTENT_IGNORED", line, 1]);
  expect((await read(table("1", "3", "7"))).found).toEqual(ignored);
  expect((await read(table("1", "4", "7"))).found).toContainEqual(["SUM_MISMATCH", 4, 3]);
  expect((await read(table("1", "3", "9"))).found).toContainEqual(["SUM_MISMATCH", 6, 3]);
  expect((await read(table("일", "3", "9"))).found.filter(([code]) => code !== "CONTENT_IGNORED")).toEqual([
    ["NOT_A_NUMBER", 2, 3],
  ]);
});

test("a lone text that may be anything is one error, not one per required cell", async () => {
  const purchase = feeds.find(({ name }) => name === "purchase")!;
  const lone = blankRow(purchase).with(0, "상반기에 산 것");
  expect(await read([headingsOf(purchase), example(purchase), lone])).toMatchObject({
    found: [["VALUE_MISSING", 3, 1]],
  });
});

test.each([
  ["purchase", "부서명", "덕양구보건소"],
  ["purchase", "부서명", "회계과"],
  ["purchase", "부서명", "재정통계"],
  ["purchase", "구분", "합계"],
  ["enterprise", "기업명", "설계"],
  ["pledge", "공약명", "세입·세출 합계 공개"],
  ["academy", "과정명", "회계"],
])("%s: %s %j is no total", async (name, heading, text) => {
  const feed = feeds.find((one) => one.name === name)!;
  const index = feed.columns.findIndex((column) => column.heading === heading);
  const { values, found } = await read([headingsOf(feed), example(feed).with(index, text)]);
  expect(values[0]?.[index]).toBe(text);
  expect(found).toEqual([]);
});

test("P1, P1 with U+200B and Ｐ１ are one key", async () => {
  const purchase = feeds.find(({ name }) => name === "purchase")!;
  const rows = ["P1", "P1\u200b", "Ｐ１"].map((number) => example(purchase).with(0, number));
  expect((await read([headingsOf(purchase), ...rows])).found).toEqual([
    ["DUPLICATE_KEY", 3, 1],
    ["DUPLICATE_KEY", 4, 1],
  ]);
});

describe("what is hardly possible is loaded with one warning", () => {
  test.each([
    ["enterprise", { 만료일: "2020-01-01" }, "만료일"],
    ["enterprise", { 인증일: "2999-01-01", 만료일: "" }, "인증일"],
    ["outlet", { 개장일: "2025-01-01", 폐장일: "2024-01-01" }, "폐장일"],
    ["purchase", { 구매일자: "2999-03-01" }, "구매일자"],
    ["purchase", { 구매일자: "1925-03-01" }, "구매일자"],
    ["outlet-sales", { 매출월: "2999-01" }, "매출월"],
    ["budget", { 회계연도: "2052" }, "회계연도"],
    ["pledge", { 기준분기: "2999-Q1" }, "기준분기"],
    ["purchase-target", { 연도: "2205" }, "연도"],
    ["purchase-target", { 목표율: "0.185" }, "목표율"],
    ["purchase", { 사업자등록번호: "000-00-00000" }, "사업자등록번호"],
  ] as const)("%s: %j", async (name, cells, heading) => {
    const feed = feeds.find((one) => one.name === name)!;
    const row = feed.columns.map(
      (column) => (cells as Record<string, string>)[column.heading] ?? column.example,
    );
    const { values, found } = await read([headingsOf(feed), row]);
    const code = heading === "사업자등록번호" ? "BUSINESS_NUMBER_INVALID" : "VALUE_IMPLAUSIBLE";
    const column = feed.columns.findIndex((one) => one.heading === heading) + 1;
    expect([values.length, found]).toEqual([1, [[code, 2, column]]]);
  });

  test.each(forms)("and %s's example is possible", async (_, feed) => {
    const { found } = await read([headingsOf(feed), example(feed)]);
    expect(found).toEqual([]);
  });
});

test("warnings beyond a hundred are counted: 3,140 wrong check digits", async () => {
  const purchase = feeds.find(({ name }) => name === "purchase")!;
  const rows = Array.from({ length: 3_140 }, (_, index) =>
    example(purchase).with(0, `B${index}`).with(3, "124-81-00999"),
  );
  const tables = await readTables({ name: "구매.csv", bytes: csvBytes([headingsOf(purchase), ...rows]) });
  const opened = openFeed((tables as never[])[0]!, feeds) as OpenedFeed;
  for (const _ of opened.rows());
  expect(opened.findings).toHaveLength(101);
  const count = opened.findings.reduce((sum, finding) => sum + (finding.count ?? 1), 0);
  expect(count).toBe(3_140);
  expect(opened.findings.at(-1)!.message.ko).toContain("3,140건");
});

test("rows that are no facts change nothing of those around them", async () => {
  const purchase = feeds.find(({ name }) => name === "purchase")!;
  const between = fc.constantFrom(...totals, ...remarks);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(between), { maxLength: 8 }), async (labels) => {
      const rows = labels.map((label, index) =>
        label === null ? example(purchase).with(0, `B${index}`) : blankRow(purchase).with(0, label),
      );
      const { values, found } = await read([headingsOf(purchase), ...rows]);
      expect(values.map(([number]) => number)).toEqual(
        labels.flatMap((label, index) => (label === null ? [`B${index}`] : [])),
      );
      expect(found).toHaveLength(labels.filter((label) => label !== null).length);
    }),
    { numRuns: 40 },
  );
});
