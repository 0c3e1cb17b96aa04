import type { CellType } from "../../../schema/feeds/cell.ts";
import {
  type Cell,
  displayText,
  isBlank,
  type MergedRange,
  type Table,
  type TableRow,
} from "../../documents/table.ts";
import type { PlacedColumn } from "./place-columns.ts";

/** What must not be repeated in each row of a merge: it may stand for all of them together. */
const figures = new Set<CellType["is"]>(["won", "count", "percent"]);

/**
 * A table whose merged cells below the heading are resolved: a key, text, date or word holds for each row of its merge
 * that has content of its own; a figure that several rows or columns share is marked, and refused when it is read.
 */
export function resolveMerges(table: Table, columns: readonly PlacedColumn[], headingLine: number): Table {
  const merges = table.merges.filter(({ lines }) => lines.first > headingLine);
  if (merges.length === 0) return table;
  const resolver = new MergeResolver(table, columns, merges);
  return {
    ...tableFacts(table),
    get lineCount() {
      return table.lineCount;
    },
    get shareRead() {
      return table.shareRead;
    },
    *batches() {
      for (const rows of table.batches()) yield rows.map((row) => resolver.resolve(row));
    },
    row: (line) => {
      const row = table.row(line);
      return row && resolver.resolve(row);
    },
  };
}

const tableFacts = ({ name, sheet, format, encoding, merges, hidden }: Table) => ({
  ...{ name, sheet, format, encoding },
  ...{ merges, hidden },
});

class MergeResolver {
  readonly #table: Table;
  readonly #columns: readonly PlacedColumn[];
  /** Merges by the lines that they touch. */
  readonly #byLine = new Map<number, MergedRange[]>();

  constructor(table: Table, columns: readonly PlacedColumn[], merges: readonly MergedRange[]) {
    this.#table = table;
    this.#columns = columns;
    for (const merge of merges)
      for (let line = merge.lines.first; line <= Math.min(merge.lines.last, table.lineCount); line++)
        this.#byLine.set(line, [...(this.#byLine.get(line) ?? []), merge]);
  }

  resolve(row: TableRow): TableRow {
    const merges = this.#byLine.get(row.line);
    // A row without content of its own only makes a merged record higher.
    if (!merges || row.cells.every(isBlank)) return row;
    const cells = [...row.cells];
    for (const merge of merges) this.#resolveOne(merge, row, cells);
    return { line: row.line, cells };
  }

  #resolveOne(merge: MergedRange, row: TableRow, cells: Cell[]): void {
    const covered = this.#columns.filter(({ index }) => isWithin(index + 1, merge.columns));
    const placed = covered.find(({ index }) => index + 1 === merge.columns.first);
    if (!placed) return;
    const content = this.#table.row(merge.lines.first)?.cells[placed.index] ?? "";
    if (isBlank(content)) return;
    const isFigure = figures.has(placed.column.type.is) && !placed.column.key;
    const isFirst = row.line === merge.lines.first;
    const isShared = covered.length > 1 || (isFigure && this.#rowsWithContent(merge) > 1);
    if (isShared && (!isFigure || /\d/.test(displayText(content)))) {
      if (isFirst) cells[placed.index] = shared(content, merge);
    } else if (!isFirst && !isFigure) {
      while (cells.length <= placed.index) cells.push("");
      cells[placed.index] = content;
    }
  }

  #rowsWithContent({ lines }: MergedRange): number {
    let count = 0;
    for (let line = lines.first; line <= Math.min(lines.last, this.#table.lineCount); line++)
      if (this.#table.row(line)?.cells.some((cell) => !isBlank(cell))) count++;
    return count;
  }
}

const isWithin = (number: number, { first, last }: { first: number; last: number }): boolean =>
  number >= first && number <= last;

const shared = (content: Cell, sharedBy: MergedRange): Cell =>
  typeof content === "string"
    ? { display: content, exact: content, kind: "text", sharedBy }
    : { ...content, sharedBy };
