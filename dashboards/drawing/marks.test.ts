import { expect, test } from "@jest/globals";
import { statesByDepartment } from "../../schema/subjects/pledge/panels/states-by-department.ts";
import { purchaseByDepartment } from "../../schema/subjects/purchase/panels/purchase-by-department.ts";
import { panelTableOf } from "../panel-table/panel-table.ts";
import { linkMarks, marksOf } from "./marks.ts";
import { drawPanel } from "./panel-picture.ts";

const frame = { width: 500, language: "ko" as const, alternative: "말", title: null, notes: [] };
const about = {
  municipality: { code: "99990", name: "표본시", synthetic: true },
  releases: { nodes: [{ number: 1, publishedAt: "2026-01-02T00:00:00+09:00" }] },
};

/** Row and words of each link in the picture, in the order in which a keyboard comes to them. */
function linksIn(table: NonNullable<ReturnType<typeof panelTableOf>>) {
  const svg = linkMarks(
    drawPanel(table, frame)!,
    marksOf(table, (row) => `/facts/${row}`),
  );
  const links = [
    ...svg.matchAll(/<a class="mark" href="\/facts\/(\d+)" data-row="(\d+)" aria-label="([^"]*)"/g),
  ];
  return { svg, links: links.map(([, address, row, label]) => [address, row, label]) };
}

test("each bar and target leads to its own row, and what nobody reported has no mark to lead from", () => {
  const rate = (numerator: number) => ({
    value: numerator / 1e8,
    numerator,
    denominator: 1e8,
    nullReason: null,
  });
  const silent = { value: null, numerator: null, denominator: null, nullReason: "NOT_REPORTED" };
  const table = panelTableOf(
    purchaseByDepartment,
    {
      ...about,
      purchaseSummary: {
        coverage: { reporting: 2, expected: 3 },
        rows: [
          { department: { name: "가과" }, rate: rate(2e7), target: null },
          { department: { name: "나과" }, rate: silent, target: 0.1 },
          { department: { name: "다과" }, rate: rate(3e7), target: 0.2 },
        ],
      },
    },
    "ko",
  )!;
  const { svg, links } = linksIn(table);
  expect(links).toEqual([
    ["0", "0", "가과 우선구매율 20% (20 / 100백만원)"],
    ["2", "2", "다과 우선구매율 30% (30 / 100백만원)"],
    ["1", "1", "나과 목표율 10%"],
    ["2", "2", "다과 목표율 20%"],
  ]);
  expect(svg).toMatch(/^<svg role="group" aria-label="말"/);
});

test("each piece of a stack leads to the row of its own state", () => {
  const row = (name: string, state: string, pledges: number) => ({ department: { name }, state, pledges });
  const rows = [row("가과", "ON_TRACK", 4), row("가과", "PARTIAL", 1), row("나과", "PARTIAL", 2)];
  const { links } = linksIn(panelTableOf(statesByDepartment, { ...about, pledgeSummary: { rows } }, "ko")!);
  expect(links).toEqual([
    ["0", "0", "가과 정상추진 4건"],
    ["1", "1", "가과 일부추진 1건"],
    ["2", "2", "나과 일부추진 2건"],
  ]);
});
