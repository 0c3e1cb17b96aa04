import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { feeds } from "../../../schema/feeds.ts";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { inlineRows, workbookBytes } from "../../../test/ingest/write-workbook.ts";
import { readTables } from "../../documents/read-tables.ts";
import { mostOfACode } from "./limited-findings.ts";
import { openFeed } from "./open-feed.ts";
import { OpenedFeed } from "./opened-feed.ts";

const purchase = ["구매번호", "구매일자", "부서명", "사업자등록번호", "구분", "금액(원)", "보조금여부"];
const budget =
  "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)".split(
    ",",
  );
const academy = "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호".split(",");
/** A purchase with nothing wrong; 124-81-00998 has a right check digit. */
const bought = (number: string) => [
  number,
  "2025-03-01",
  "회계과",
  "124-81-00998",
  "물품",
  "1,000",
  "아니오",
];

async function openBytes(bytes: Uint8Array, name = "표.csv"): Promise<OpenedFeed> {
  const tables = await readTables({ name, bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  const opened = openFeed(tables[0]!, feeds);
  if (!(opened instanceof OpenedFeed)) throw new Error(JSON.stringify(opened));
  return opened;
}

const open = (rows: string[][]) => openBytes(csvBytes(rows));
const rowsOf = (opened: OpenedFeed) => [...opened.rows()].flat();

/** What is found in rows: code, line, column, quote. */
async function findingsOf(rows: string[][]) {
  const opened = await open(rows);
  rowsOf(opened);
  return opened.findings.map(({ code, line, column, quote }) => [code, line, column, quote]);
}

describe("the rows of a feed", () => {
  test("have their line and their values in the order of the feed, whatever order the file has", async () => {
    const rows = [["2025년 구매"], purchase, bought("B1"), ["", "", "", "", "", "", ""], bought("B2")];
    const opened = await open(rows.map((row, index) => (index === 0 ? row : row.toReversed())));
    expect(rowsOf(opened)).toEqual([
      { line: 3, values: ["B1", "2025-03-01", "회계과", "1248100998", "물품", 1_000n, false] },
      { line: 5, values: ["B2", "2025-03-01", "회계과", "1248100998", "물품", 1_000n, false] },
    ]);
    expect(opened.findings).toEqual([]);
    expect(opened.cell(5, "amount")).toEqual({ line: 5, column: 2, quote: "1,000" });
  });

  test("may be read again, with the same findings", async () => {
    const opened = await open([purchase, bought("B1"), bought("B1")]);
    const first = [rowsOf(opened), opened.findings];
    expect([rowsOf(opened), opened.findings]).toEqual(first);
    expect(opened.findings).toHaveLength(1);
  });

  test("of a workbook are cited with their sheet, and may be short", async () => {
    const rows = [purchase, bought("B1").slice(0, 5), [...bought("B2"), "", "기타"]];
    const bytes = workbookBytes({ sheets: [{ name: "구매 대장", rows: inlineRows(rows) }] });
    const opened = await openBytes(bytes, "구매.xlsx");
    rowsOf(opened);
    expect(opened.findings).toMatchObject([
      { code: "VALUE_MISSING", sheet: "구매 대장", line: 2, column: 7, quote: "" },
      { code: "VALUE_MISSING", sheet: "구매 대장", line: 3, column: 9, quote: "기타" },
    ]);
  });
});

describe("what is wrong with rows", () => {
  test("a clean file has no findings", async () => {
    expect(await findingsOf([purchase, bought("B1"), bought("B2")])).toEqual([]);
  });

  test("all of it is listed at once, with line, cell and what stands there", async () => {
    const rows = [
      purchase,
      ["B1", "03/04/2025", "회계과", "124-81-00998", "물품", "천 원", "글쎄"],
      ["", "2025-03-01", " ", "124-81-00998", "", "", "예"],
      ["B3", "2025-03-01", "회계과", "124-81-0099", "물품", "1.000,5", "예"],
    ];
    expect(await findingsOf(rows)).toEqual([
      ["NOT_A_DATE", 2, 2, "03/04/2025"],
      ["NOT_A_NUMBER", 2, 6, "천 원"],
      ["VALUE_UNKNOWN", 2, 7, "글쎄"],
      ["VALUE_MISSING", 3, 1, ""],
      ["VALUE_MISSING", 3, 3, " "],
      ["NOT_A_NUMBER", 4, 4, "124-81-0099"],
      ["NOT_A_NUMBER", 4, 6, "1.000,5"],
    ]);
  });

  test("says which heading, and what to do, in Korean and English", async () => {
    const opened = await open([purchase, bought("B1").with(5, "1,23")]);
    rowsOf(opened);
    const { ko, en } = opened.findings[0]!.message;
    expect(ko).toMatch(/^금액\(원\): .*1,234,567/);
    expect(en).toMatch(/^금액\(원\): .*Use only digits/);
  });

  test("VALUE_MISSING: too few cells, or too many as where an amount is not quoted", async () => {
    const rows = [
      purchase.join(","),
      bought("B1").with(5, "1000").slice(0, 6).join(","),
      bought("B2").join(","),
    ];
    const opened = await openBytes(Buffer.from(rows.join("\n")));
    expect(rowsOf(opened)).toEqual([]);
    expect(opened.findings).toMatchObject([
      { code: "VALUE_MISSING", line: 2, column: null },
      { code: "VALUE_MISSING", line: 3, column: 8, quote: "아니오" },
    ]);
    expect(opened.findings[1]!.message.en).toContain("7 cells, this line has 8");
  });

  test("DUPLICATE_KEY names both lines, whatever way the key is written", async () => {
    const rows = [
      budget,
      ["1-1-1", "2025-Q1", "2025", "시비", "1", "1", "1", "1"],
      ["1-1-1", "2025-Q1", "2025", "국비", "1", "1", "1", "1"],
      ["1-1-1 ", "2025년 1분기", "2025년", "시비", "2", "2", "2", "2"],
    ];
    const opened = await open(rows);
    rowsOf(opened);
    expect(opened.findings).toMatchObject([{ code: "DUPLICATE_KEY", line: 4, column: 1, quote: "1-1-1 " }]);
    expect(opened.findings[0]!.message.ko).toContain("2번째 줄과 4번째 줄");
    expect(opened.findings[0]!.message.en).toContain("lines 2 and 4");
  });

  test("DUPLICATE_KEY for exactly the rows whose key was there before", async () => {
    const numbers = fc.array(
      fc.string({ unit: fc.constantFrom("A", "B", "1", "-"), minLength: 2, maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(numbers, async (keys) => {
        const repeated = keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index + 2] : []));
        const listed = await findingsOf([purchase, ...keys.map(bought)]);
        expect(listed.map(([code, line]) => [code, line])).toEqual(
          repeated.map((line) => ["DUPLICATE_KEY", line]),
        );
      }),
    );
  });

  test("RATIO_ABOVE_ONE: executed above budget, completed above enrolled, at most equal is right", async () => {
    const line = (quarter: string, budgeted: string, executed: string) => [
      ...["1-1-1", quarter, "2025", "시비", "", "", budgeted, executed],
    ];
    expect(
      await findingsOf([
        budget,
        line("2025-Q1", "1,000", "1,000.001"),
        line("2025-Q2", "5", "5"),
        line("2025-Q3", "", "5"),
      ]),
    ).toEqual([["RATIO_ABOVE_ONE", 2, 8, "1,000.001"]]);
    const course = (quarter: string, completed: string) => [
      "A1",
      "입문",
      "찾아가는",
      quarter,
      "",
      "30",
      completed,
      "",
    ];
    expect(await findingsOf([academy, course("2025-Q1", "31"), course("2025-Q2", "30")])).toEqual([
      ["RATIO_ABOVE_ONE", 2, 7, "31"],
    ]);
  });

  test("BUSINESS_NUMBER_INVALID flags a wrong check digit and loads the row", async () => {
    const opened = await open([purchase, bought("B1").with(3, "124-81-00999")]);
    expect(rowsOf(opened)[0]!.values[3]).toBe("1248100999");
    expect(opened.findings).toMatchObject([{ code: "BUSINESS_NUMBER_INVALID", line: 2, column: 4 }]);
  });

  test("a row with a wrong cell is still given, with null there, as others may refer to it", async () => {
    const rows = rowsOf(await open([purchase, bought("B1").with(1, "어제")]));
    expect(rows).toEqual([{ line: 2, values: ["B1", null, "회계과", "1248100998", "물품", 1_000n, false] }]);
  });

  test("a thousand of a kind are listed and the others counted", async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) => bought(`B${index}`).with(5, "많음"));
    const opened = await open([purchase, ...rows, bought("B1").with(1, "어제")]);
    rowsOf(opened);
    const numbers = opened.findings.filter(({ code }) => code === "NOT_A_NUMBER");
    expect(numbers).toHaveLength(mostOfACode("NOT_A_NUMBER") + 1);
    expect(numbers.at(-1)).toMatchObject({ line: null });
    expect(numbers.at(-1)!.message.en).toContain("2,500 of this kind, of which 1,500 are not listed");
    expect(opened.findings.filter(({ code }) => code !== "NOT_A_NUMBER")).toMatchObject([
      { code: "NOT_A_DATE", line: 2_502 },
      { code: "DUPLICATE_KEY", line: 2_502 },
    ]);
  });

  test("a quote never closed ends the reading, beside what was found above it", async () => {
    const text = `${purchase.join(",")}\nB1,어제,회계과,124-81-00998,물품,1,예\n"B2,2025-03-01\n`;
    const opened = await openBytes(Buffer.from(text));
    rowsOf(opened);
    expect(opened.findings).toMatchObject([
      { code: "NOT_A_DATE", line: 2 },
      { code: "FILE_UNREADABLE", line: 3, quote: '"B2,2025-03-01' },
    ]);
  });
});
