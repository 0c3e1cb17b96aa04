import { displayText, type Table } from "./table.ts";

/** Name of the sheet that lists the findings in a marked workbook. */
export const findingsSheet = "점검 결과";
/** Its first cell, by which it is recognised whatever its name. */
export const findingsTitle = "점검 결과 · Findings (hub import --marked)";

/** Whether a sheet lists the findings of an earlier import. */
export const isFindingsList = (table: Table): boolean =>
  table.sheet !== null && displayText(table.row(1)?.cells[0]).trim() === findingsTitle;

/** Tables without the list of findings: it is no data. A workbook with nothing else keeps it, to be refused. */
export function withoutFindingsList(tables: Table[]): Table[] {
  const others = tables.filter((table) => !isFindingsList(table));
  return others.length > 0 ? others : tables;
}
