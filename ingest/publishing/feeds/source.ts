import type { CellValue, FormColumn } from "../../../schema/feeds/feed.ts";
import type { OpenedFeed } from "../../forms/feed/opened-feed.ts";
import type { ReadFile } from "../../forms/read-file.ts";
import type { FindingDraft } from "../../forms/report/report-draft.ts";

/** A row as it was read: values in the order of the form's columns, names and codes as written. */
export interface SourceRow {
  line: number;
  values: CellValue[];
}

/** A cell that a row was read from, to be cited. */
export interface SourceCell {
  line: number;
  column: number | null;
  quote: string;
}

/** The rows of one form in one file. */
export interface Source {
  file: ReadFile;
  /** Name of the sheet; null where the file has none. */
  sheet: string | null;
  /** How much of it was read: 0 to 1. */
  readonly shareRead: number;
  /** Complete once all rows have been read. */
  readonly findings: FindingDraft[];
  /** Some hundreds of rows at a time. May be called again. */
  rows(): Iterable<SourceRow[]>;
  /** The cell that states a field of a row that was read. */
  cell(line: number, field: string): SourceCell;
  /** The key of a row as the file states it, its parts separated by spaces. */
  keyOf(line: number): string;
}

/** The rows of a spreadsheet. */
export function feedSource(file: ReadFile, opened: OpenedFeed): Source {
  const cell = (line: number, field: string): SourceCell => {
    const { column, quote } = opened.cell(line, field);
    return { line, column: column ?? null, quote };
  };
  const keys: readonly FormColumn[] = opened.feed.columns.filter((column) => column.key);
  return {
    file,
    sheet: opened.table.sheet,
    get shareRead() {
      return opened.table.shareRead;
    },
    get findings() {
      return opened.findings;
    },
    rows: () => opened.rows(),
    cell,
    keyOf: (line) => keys.map(({ field }) => cell(line, field).quote.trim()).join(" "),
  };
}
