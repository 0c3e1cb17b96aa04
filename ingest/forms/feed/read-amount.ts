import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import type { Cell } from "../../documents/table.ts";
import { CellProblem, FlaggedValue } from "./cell-problem.ts";
import { cellReader } from "./cell-reader.ts";

/** A column of money or counts, as totals are checked. */
export interface AmountColumn {
  /** Index of its cells. */
  index: number;
  heading: string;
  /** The figure of a cell: null for none, or the problem with it. */
  read: (cell: Cell) => bigint | null | CellProblem;
  /** As messages show it: 원, 명. */
  unit: string;
}

/** Whether the figures of a column can be added up. */
export const isAmount = ({ type }: FeedColumn): boolean => type.is === "won" || type.is === "count";

/** How the amounts of a column are read. */
export function amountReader(column: FeedColumn, unitWon: bigint): Pick<AmountColumn, "read" | "unit"> {
  const read = cellReader(column, unitWon);
  return {
    unit: column.type.is === "won" ? "원" : (column.unit ?? ""),
    read: (cell) => {
      const result = read(cell);
      if (result instanceof CellProblem) return result;
      const value = result instanceof FlaggedValue ? result.value : result;
      return value === null ? null : BigInt(value as bigint | number);
    },
  };
}
