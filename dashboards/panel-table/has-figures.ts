import type { PanelTable } from "./panel-table.ts";

/**
 * Whether a table has anything of its own to show: at least one figure of a drawing, at least one row of a table. False
 * if the hub says that none of the expected reports came: the elapsed share of the year is not a report.
 */
export function hasFigures({ panel, rows, coverage }: PanelTable): boolean {
  if (coverage && coverage.expected > 0 && coverage.reporting === 0) return false;
  const { chart } = panel;
  if (chart.kind === "table") return rows.length > 0;
  return rows.some(({ cells }) => chart.values.some((name) => cells[name]?.value != null));
}
