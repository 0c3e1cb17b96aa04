import type { Localized } from "../../schema/core/localized.ts";
import type { Bars } from "../../schema/panels/chart.ts";
import type { PanelTable, TableRow } from "./panel-table.ts";

/** Stands behind a figure that does not reach its target. */
export const belowTargetWord: Localized = { ko: "미달", en: "below" };

/** What those are called that do not reach the target of a chart: 목표율 미달. */
export function belowTargetName({ columns, language }: PanelTable, { target }: Bars): string {
  const label = columns.find(({ name }) => name === target)?.label ?? "";
  return language === "ko" ? `${label} 미달` : `Below ${label.toLowerCase()}`;
}

/** Whether a row's figure does not reach the row's target; equality reaches it, and what is no figure is below nothing. */
export function isBelowTarget({ cells }: TableRow, { values, target }: Bars, column = values[0]): boolean {
  if (!column || !target) return false;
  const [figure, aim] = [cells[column]?.value, cells[target]?.value];
  return typeof figure === "number" && typeof aim === "number" && figure < aim;
}
