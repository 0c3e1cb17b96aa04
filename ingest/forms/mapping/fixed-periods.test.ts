import { expect, test } from "@jest/globals";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { readTables } from "../../documents/read-tables.ts";
import type { Table } from "../../documents/table.ts";
import { findHeadings } from "./find-headings.ts";
import { periodNotPrinted } from "./fixed-periods.ts";
import type { Mapping } from "./mapping.ts";
import { parseMapping } from "./parse-mapping.ts";

const months = {
  feed: "outlet-sales",
  columns: { 판매장코드: { from: "판매장" } },
  unpivot: { column: "매출월", members: { "1월": "2025-01" }, measures: { 매출액: "{}" } },
};
const pledges = (quarter: object) => ({
  feed: "pledge",
  columns: { 공약번호: { from: "판매장" }, 기준분기: quarter },
});
const words = pledges({ from: "1월", values: { 상반기: "2025-Q2" } });
const inQuarter = pledges({ value: "2025-Q1" });
const inMonth = {
  feed: "outlet-sales",
  columns: { 판매장코드: { from: "판매장" }, 매출월: { value: "2025-03" }, 매출액: { from: "1월" } },
};

test("a period that the headings print is that of each file with the same headings", async () => {
  const json = {
    ...months,
    unpivot: { ...months.unpivot, members: { "2025년 1월": "2025-01" } },
  };
  const mapping = parseMapping({ name: "m.json", bytes: Buffer.from(JSON.stringify(json)) }) as Mapping;
  const rows = [["매출"], ["판매장", "2025년 1월"], ["S01", "5"]];
  const tables = await readTables({ name: "표.csv", bytes: csvBytes(rows) });
  expect(periodNotPrinted(mapping, findHeadings((tables as Table[])[0]!, mapping)!)).toBeNull();
});

test.each<[title: string, json: object, notPrinted: string | null]>([
  ["2025년 매출", months, null],
  ["'25년 매출", months, null],
  ["2025년 매출(2024년 대비)", months, null],
  ["2026년 매출", months, "2025"],
  ["2026년 매출(2025년 대비)", months, "2025"],
  ["매출", months, "2025"],
  ["2025년 상반기", words, null],
  ["2026년 상반기", words, "2025"],
  ["2025년 1분기 추진현황", inQuarter, null],
  ["2025년 1/4분기", inQuarter, null],
  ["2025. Q1", inQuarter, null],
  ["2025년 2분기 추진현황", inQuarter, "2025-Q1"],
  ["2025년 추진현황", inQuarter, "2025-Q1"],
  ["2025년 3월 매출", inMonth, null],
  ["2025. 03. 31. 기준", inMonth, null],
  ["2025년 4월 매출", inMonth, "2025-03"],
  ["2025년 13월 매출", inMonth, "2025-03"],
])("%s: the period that the mapping writes is printed alone", async (title, json, notPrinted) => {
  const mapping = parseMapping({ name: "m.json", bytes: Buffer.from(JSON.stringify(json)) }) as Mapping;
  const tables = await readTables({
    name: "표.csv",
    bytes: csvBytes([[title], ["판매장", "1월"], ["S01", "5"]]),
  });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  expect(periodNotPrinted(mapping, findHeadings(tables[0]!, mapping)!)).toBe(notPrinted);
});
