import { expect, test } from "@jest/globals";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { pledgesByState } from "../../schema/subjects/pledge/panels/pledges-by-state.ts";
import { statesByDepartment } from "../../schema/subjects/pledge/panels/states-by-department.ts";
import { drawPanel } from "../drawing/panel-picture.ts";
import { panelTableOf } from "./panel-table.ts";

const tableWith = (panel: SummaryPanel, rows: object[]) =>
  panelTableOf(
    panel,
    {
      municipality: { code: "99990", name: "표본시", synthetic: true },
      releases: { nodes: [{ number: 1, publishedAt: "2026-01-02T00:00:00+09:00" }] },
      pledgeSummary: { rows },
    },
    "ko",
  )!;
const row = (state: string | null, name = "") => ({ state, pledges: 2, department: { name } });

test("states stand in the order that is declared, and what is not reported last, in picture and table", () => {
  const rows = [row(null), row("MERGED"), row("ON_TRACK"), row("COMPLETED")];
  const table = tableWith(pledgesByState, rows);
  const order = ["완료", "정상추진", "통합", "미보고"];
  expect(table.rows.map(({ cells }) => cells.state?.text)).toEqual(order);
  const svg = drawPanel(table, { width: 500, language: "ko", alternative: "", title: null, notes: [] })!;
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
  expect(texts.filter((text) => order.includes(text))).toEqual(order);
});

test("departments stay in the order of the hub, with the states of each in theirs", () => {
  const rows = [row(null, "나과"), row("PARTIAL", "나과"), row("PARTIAL", "가과"), row("ON_TRACK", "가과")];
  expect(
    tableWith(statesByDepartment, rows).rows.map(({ cells }) => [cells.department?.text, cells.state?.text]),
  ).toEqual([
    ["나과", "일부추진"],
    ["나과", "미보고"],
    ["가과", "정상추진"],
    ["가과", "일부추진"],
  ]);
});
