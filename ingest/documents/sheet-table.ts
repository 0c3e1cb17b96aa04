import {
  type HiddenParts,
  type MergedRange,
  nothingHidden,
  type Table,
  type TableFormat,
  type TableRow,
} from "./table.ts";
import { damaged } from "./unreadable.ts";

/** The content of a sheet, or of a table in a document. */
export interface SheetContent {
  /** Null in files without sheets. */
  sheet: string | null;
  /** In order; not empty. */
  rows: TableRow[];
  merges: readonly MergedRange[];
  hidden?: HiddenParts;
}

const rowsPerBatch = 1_000;

/** A sheet as a table. All rows are kept in memory, as such a file cannot be read from the middle. */
export function sheetTable(name: string, format: TableFormat, content: SheetContent): Table {
  const { sheet, rows, merges, hidden = nothingHidden } = content;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  blankCovered(merges, byLine);
  let rowsGiven = 0;
  return {
    name,
    sheet,
    format,
    encoding: null,
    merges,
    hidden,
    lineCount: rows.at(-1)!.line,
    get shareRead() {
      return rowsGiven / rows.length;
    },
    *batches() {
      for (let from = 0; from < rows.length; from += rowsPerBatch) {
        const batch = rows.slice(from, from + rowsPerBatch);
        rowsGiven = from + batch.length;
        yield batch;
      }
    },
    row: (line) => byLine.get(line),
  };
}

const mostCovered = 10_000_000;

/** Blanks what stands below merged cells: nobody sees it. Throws ReadingStopped for more of them than any sheet has. */
function blankCovered(merges: readonly MergedRange[], rows: ReadonlyMap<number, TableRow>): void {
  let covered = 0;
  for (const { lines, columns } of merges) {
    covered += (lines.last - lines.first + 1) * (columns.last - columns.first + 1);
    if (covered > mostCovered) throw damaged();
    for (let line = lines.first; line <= lines.last; line++) {
      const cells = rows.get(line)?.cells ?? [];
      for (let column = columns.first; column <= Math.min(columns.last, cells.length); column++)
        if (line !== lines.first || column !== columns.first) cells[column - 1] = "";
    }
  }
}
