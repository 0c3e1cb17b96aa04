import type { Cell } from "../../ingest/documents/table.ts";
import { CellProblem, FlaggedValue } from "../../ingest/forms/feed/cell-problem.ts";
import { cellReader } from "../../ingest/forms/feed/cell-reader.ts";
import type { CellType } from "../../schema/feeds/cell.ts";
import type { FeedColumn } from "../../schema/feeds/feed.ts";

/** A column of a feed with cells of a type. */
export const columnOf = (type: CellType, more: Partial<FeedColumn> = {}): FeedColumn => ({
  ...{ field: "field", heading: "머리글", type, means: { ko: "뜻", en: "meaning" }, example: "" },
  ...more,
});

/** The value of a cell, the code of its problem, or of a flagged value both. */
export function reading(
  type: CellType,
  unitWon = 1n,
  more: Partial<FeedColumn> = {},
): (cell: Cell) => unknown {
  const read = cellReader(columnOf(type, more), unitWon);
  return (cell) => {
    const value = read(cell);
    if (value instanceof FlaggedValue) return [value.value, value.finding.code];
    return value instanceof CellProblem ? value.code : value;
  };
}

/** What the message about a cell says, in Korean. */
export function messageOf(type: CellType, cell: Cell, unitWon = 1n, more: Partial<FeedColumn> = {}): string {
  const value = cellReader(columnOf(type, more), unitWon)(cell);
  if (value instanceof FlaggedValue) return value.finding.ko;
  if (value instanceof CellProblem) return value.ko;
  throw new Error("nothing is wrong with it");
}
