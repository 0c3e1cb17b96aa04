import type { PanelTable } from "../panel-table/panel-table.ts";
import { pivot } from "../panel-table/pivot.ts";
import { bars } from "./bars.ts";
import { lineChart } from "./line-chart.ts";
import { drawChart, type Frame } from "./picture.ts";
import { drawStats } from "./stats.ts";

/** A bar lying on its side takes this much of the height. */
const barHeight = 34;

/** Draws a table as its panel's chart; null for a table, which has no picture. */
export function drawPanel(table: PanelTable, frame: Omit<Frame, "height">): string | null {
  const { chart } = table.panel;
  if (chart.kind === "table") return null;
  if (chart.kind === "stats") return drawStats(table, chart, { ...frame, height: 0 });
  if (chart.kind === "lines") return drawChart(lineChart(table, chart), { ...frame, height: 360 });
  const set = pivot(table, chart);
  const height = chart.horizontal ? 130 + set.table.rows.length * barHeight + frame.notes.length * 18 : 360;
  return drawChart(bars(set.table, set.chart, frame.width), { ...frame, height });
}
