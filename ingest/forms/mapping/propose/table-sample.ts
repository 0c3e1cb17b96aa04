import type { FeedColumn } from "../../../../schema/feeds/feed.ts";
import {
  type Cell,
  displayText,
  ReadingStopped,
  type Table,
  type TableRow,
} from "../../../documents/table.ts";
import { CellProblem } from "../../feed/cell-problem.ts";
import { cellReader } from "../../feed/cell-reader.ts";
import { totalLevel } from "../../feed/total-rows.ts";
import { headingText, type PrintedHeadings } from "../printed-headings.ts";
import { isEmpty } from "../row-maker.ts";

const mostRows = 2_000;
/** Signs that notes and section titles begin with. */
const noteSign = /^[※■□◆◇●▶*＊☞]/;

/** The rows below headings: those of data, and the labels of totals and notes between them. */
export interface TableSample {
  table: Table;
  headings: PrintedHeadings;
  rows: readonly TableRow[];
  /** What rows that are no data begin with: 소계, 합계, ※. */
  labels: readonly string[];
}

/** Reads some rows below the headings. */
export function sampleOf(table: Table, headings: PrintedHeadings): TableSample {
  const rows: TableRow[] = [];
  const labels = new Set<string>();
  const last = headings.rows.at(-1)!.line;
  try {
    for (const batch of table.batches()) {
      for (const row of batch) {
        if (row.line <= last || row.cells.every(isEmpty)) continue;
        const label = headingText(displayText(row.cells.find((cell) => !isEmpty(cell))));
        const sign = noteSign.exec(label)?.[0];
        if (sign) labels.add(sign);
        else if (totalLevel(label) !== undefined && label.length <= 20) labels.add(label);
        else rows.push(row);
      }
      if (rows.length >= mostRows) break;
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return { table, headings, rows, labels: [...labels] };
}

/** The cells of a column that are not blank. */
export const cellsOf = ({ rows }: TableSample, index: number): Cell[] =>
  rows.flatMap(({ cells }) => (isEmpty(cells[index]) ? [] : [cells[index]!]));

/** The printed words of a column, each once. */
export const wordsOf = (sample: TableSample, index: number): string[] => [
  ...new Set(cellsOf(sample, index).map((cell) => headingText(displayText(cell)))),
];

/** Whether a name is known to the hub for a column that refers to another feed. */
export type IsKnown = (feed: string, text: string) => boolean;

/** The share of a column's cells that are values of a feed's column, 0 to 1; null without any cell. */
export function shareOfValues(
  sample: TableSample,
  index: number,
  column: FeedColumn,
  isKnown: IsKnown,
): number | null {
  const cells = cellsOf(sample, index).slice(0, 200);
  if (cells.length === 0) return null;
  const read = cellReader(column, 1n);
  const isValue = (cell: Cell): boolean => {
    const value = read(cell);
    if (value instanceof CellProblem) return false;
    return column.references === undefined || isKnown(column.references, String(value));
  };
  return cells.filter(isValue).length / cells.length;
}
