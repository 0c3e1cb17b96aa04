import { isEmpty } from "../row-maker.ts";
import { unitInHeading, unitsAbove } from "../stated-units.ts";
import type { TableSample } from "./table-sample.ts";

/** Whether a column has blank cells below others in rows that state something. */
export function hasGaps({ rows }: TableSample, index: number): boolean {
  const first = rows.findIndex(({ cells }) => !isEmpty(cells[index]));
  return (
    first >= 0 &&
    rows
      .slice(first)
      .some(({ cells }) => isEmpty(cells[index]) && cells.filter((cell) => !isEmpty(cell)).length > 1)
  );
}

/** Whether the table states the unit of a column's amounts. */
export const isUnitStated = ({ headings }: TableSample, indexes: readonly number[]): boolean =>
  unitsAbove(headings.above).length > 0 ||
  indexes.every((index) => unitInHeading(headings.paths[index] ?? "") !== null);
