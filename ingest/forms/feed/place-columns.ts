import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import { displayText, type TableRow } from "../../documents/table.ts";
import type { Place } from "../../draft-finding.ts";
import { compact, headingOf } from "./heading.ts";

/** A column of a feed with its position in a table. */
export interface PlacedColumn {
  column: FeedColumn;
  /** Index of its cell, from 0. */
  index: number;
  /** The unit of an amount column in won. */
  unitWon: bigint;
}

/** The position and text of a cell as printed; a missing cell is blank. */
export const placeOf = (row: TableRow, index: number): Required<Place> =>
  row.origin?.place(index) ?? { line: row.line, column: index + 1, quote: displayText(row.cells[index]) };

/** A column as a finding on one of its cells names it; `own` is its name on the hub's form. */
export const headingAt = (
  { origin }: TableRow,
  { column, index }: PlacedColumn,
  own: string = headingOf(column),
): string => (origin ? printedHeading(origin.heading(index), column.heading) : own);

/** A printed heading and, where it differs, the feed's: 계약금액 [금액]. */
export const printedHeading = (printed: string | null, heading: string): string =>
  printed === null || compact(printed) === compact(heading) ? heading : `${printed} [${heading}]`;
