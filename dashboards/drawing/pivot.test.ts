import { expect, test } from "@jest/globals";
import { statesByQuarter } from "../../schema/subjects/pledge/panels/states-by-quarter.ts";
import { panelCaption } from "../panel-table/panel-caption.ts";
import { panelTableOf } from "../panel-table/panel-table.ts";
import { drawPanel } from "./panel-picture.ts";

const row = (quarter: string, state: string | null, pledges: number) => ({ quarter, state, pledges });
const tableWith = (rows: object[]) =>
  panelTableOf(
    statesByQuarter,
    {
      municipality: { code: "99990", name: "표본시", synthetic: true },
      releases: { nodes: [{ number: 1, publishedAt: "2026-01-02T00:00:00+09:00" }] },
      pledgeSummary: { rows },
    },
    "ko",
  )!;
const table = tableWith([
  row("2025-Q3", "ON_TRACK", 4),
  row("2025-Q4", "ON_TRACK", 3),
  row("2025-Q4", null, 1),
]);
const frame = { width: 500, language: "ko" as const, alternative: "", title: null, notes: [] };

test("states are told of the last quarter, never added up over quarters, the silent ones included", () => {
  expect(panelCaption(table)).toBe("2025년 4/4분기: 정상추진 3건, 미보고 1건.");
});

test("pledges without a state are in the picture, under that name", () => {
  expect(drawPanel(table, frame)).toMatch(/<text[^>]*>미보고<\/text>/);
});

test("a state keeps its look however many pledges have none", () => {
  const few = drawPanel(tableWith([row("2025-Q4", "ON_TRACK", 3), row("2025-Q4", null, 5)]), frame)!;
  // Of 완료, 이행후계속추진, 정상추진, which stands third.
  const onTrack = /<path [^>]*fill="([^"]+)"[^>]*ecmeta_series_index="2"[^>]*ecmeta_ssr_type="chart"/.exec(
    few,
  );
  expect(onTrack?.[1]).toBe("#256ef4");
});
