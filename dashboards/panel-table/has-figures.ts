import type { PanelTable } from "./panel-table.ts";

/**
 * Whether a table has anything of its own to show: of a drawing a figure, of a table a row. Nobody has reported
 * where the hub says that none of those expected did; a part of a year gone by is no report.
 */
export function hasFigures({ panel, rows, coverage }: PanelTable): boolean {
  if (coverage && coverage.expected > 0 && coverage.reporting === 0) return false;
  const { chart } = panel;
  if (chart.kind === "table") return rows.length > 0;
  return rows.some(({ cells }) => chart.values.some((name) => cells[name]?.value != null));
}
