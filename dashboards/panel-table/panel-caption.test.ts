import { expect, test } from "@jest/globals";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { executionByDepartment } from "../../schema/subjects/funding/panels/execution-by-department.ts";
import { executionByQuarter } from "../../schema/subjects/funding/panels/execution-by-quarter.ts";
import { pledgesByState } from "../../schema/subjects/pledge/panels/pledges-by-state.ts";
import { drawPanel } from "../drawing/panel-picture.ts";
import { htmlTable } from "../pages/parts/html-table.ts";
import { coverageLine } from "../pages/parts/show-panel-table.ts";
import { panelCaption } from "./panel-caption.ts";
import { type PanelTable, panelTableOf } from "./panel-table.ts";

const answerOf = (field: string, rows: object[]) => ({
  municipality: { code: "99990", name: "표본시", synthetic: true },
  releases: { nodes: [{ number: 1, publishedAt: "2026-01-02T00:00:00+09:00" }] },
  [field]: { rows },
});

/** A department with amounts in 억원, of which so many lines give both parts. */
const department = (
  name: string,
  [executed, budgeted]: [number, number],
  [reporting, expected]: [number, number],
  whole: [number, number] = [executed, budgeted],
) => ({
  department: { name },
  execution: {
    value: executed / budgeted,
    numerator: executed * 1e8,
    denominator: budgeted * 1e8,
    nullReason: null,
  },
  elapsed: 0.5,
  executed: whole[0],
  budgeted: whole[1],
  coverage: { reporting, expected },
});

const silent = {
  department: { name: "조용과" },
  execution: { value: null, numerator: null, denominator: null, nullReason: "NOT_REPORTED" },
  elapsed: 0.5,
  executed: null,
  budgeted: null,
  coverage: { reporting: 0, expected: 4 },
};

const tableOf = (rows: object[], language: "ko" | "en" = "ko", panel: SummaryPanel = executionByDepartment) =>
  panelTableOf(panel, answerOf(panel.rows.split(".")[0]!, rows), language)!;

const rows = [
  department("기획과", [17, 16], [3, 5], [17, 79]),
  department("회계과", [8, 10], [4, 4]),
  department("주택과", [6, 10], [2, 2]),
  silent,
];

test("a department that reported in part is neither the best nor the worst, and says how much it reported", () => {
  const caption = panelCaption(tableOf(rows));
  expect(caption).toContain("최고: 회계과 집행률 80%");
  expect(caption).toContain("최저: 주택과 집행률 60%");
  expect(caption).toContain("일부만 보고되어 견주지 않음: 기획과(3/5건 보고).");
  expect(caption).toContain("수치 없음: 조용과(미보고).");
  expect(panelCaption(tableOf(rows, "en"))).toContain(
    "Reported in part and not compared: 기획과 (3/5 lines reported).",
  );
});

const draw = (table: PanelTable) =>
  drawPanel(table, { width: 960, language: "ko", alternative: "", title: null, notes: [] })!;

test("the picture and the table mark it too, and none that reported in full", () => {
  const names = [...draw(tableOf(rows)).matchAll(/>([^<]*과[^<]*)<\/t/g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(["기획과 (3/5)", "회계과", "주택과"]));
  const markup = htmlTable(tableOf(rows), "t").text;
  expect(markup).toMatch(/<th[^>]*>보고<small>건<\/small>/);
  expect(markup).toContain('<td class="number">3/5</td>');
  const full = rows.slice(1, 3);
  expect(draw(tableOf(full))).not.toContain("(4/4)");
  expect(htmlTable(tableOf(full), "t").text).not.toContain("4/4");
});

test("a rate beside amounts that do not give it says why; one beside its own parts does not", () => {
  expect(coverageLine(tableOf(rows))).toBe(
    "전체 15건 중 9건만 보고됨. 집행률은 집행액과 예산현액이 다 보고된 것만 세므로, 옆의 두 값을 나눈 것과 다릅니다.",
  );
  expect(coverageLine(tableOf(rows.slice(1, 3)))).toBeNull();
});

test("the only one that reported in full is not the best of one", () => {
  const late = department("늦은과", [1, 10], [1, 3]);
  const caption = panelCaption(tableOf([late, rows[2]!]));
  expect(caption).not.toMatch(/최고|최저/);
  expect(caption).toContain("연중 경과율 미달: 늦은과(1/3건 보고).");
});

test("lines that each quarter reports again are counted once, at the last", () => {
  const quarters = [
    {
      quarter: "2025-Q3",
      execution: rows[1]!.execution,
      elapsed: 0.75,
      coverage: { reporting: 4, expected: 4 },
    },
    {
      quarter: "2025-Q4",
      execution: rows[1]!.execution,
      elapsed: 1,
      coverage: { reporting: 3, expected: 4 },
    },
  ];
  const table = tableOf(quarters, "ko", executionByQuarter);
  expect(coverageLine(table)).toBe("전체 4건 중 3건만 보고됨");
  expect(panelCaption(table)).toContain("2025년 4/4분기(3/4건 보고) 집행률 80%");
});

test("ties are ties, by what readers see", () => {
  const one = department("가과", [8, 10], [1, 1]);
  const other = department("나과", [80_001, 100_000], [1, 1]);
  const last = department("다과", [1, 10], [1, 1]);
  expect(panelCaption(tableOf([one, last, other]))).toBe(
    "최고: 가과, 나과 집행률 80%. 최저: 다과 집행률 10% (1 / 10억원). 연중 경과율 미달: 다과.",
  );
  expect(panelCaption(tableOf([one, other]))).toBe("모두 같음: 가과, 나과 집행률 80%.");
});

test("what is not reported is no lowest value of those that are", () => {
  const states = [
    { state: "ON_TRACK", pledges: 20, coverage: { reporting: 20, expected: 20 } },
    { state: "COMPLETED", pledges: 5, coverage: { reporting: 5, expected: 5 } },
    { state: null, pledges: 2, coverage: { reporting: 0, expected: 2 } },
  ];
  const caption = panelCaption(tableOf(states, "ko", pledgesByState));
  expect(caption).toMatch(/^최고: 정상추진 .*20건\. 최저: 완료 .*5건\.$/);
});
