import type { Localized } from "../../schema/core/localized.ts";
import type { CellValue } from "../../schema/feeds/cell.ts";
import type { FormColumn } from "../../schema/feeds/feed.ts";
import type { FindingDraft } from "../draft-finding.ts";
import type { OpenedFeed } from "./feed/opened-feed.ts";
import type { ReadFile } from "./read-file.ts";

/** A row as it was read: values in the order of the form's columns, names and codes as written. */
export interface SourceRow {
  line: number;
  /** Its number, if a line of the file states several rows. */
  row?: number;
  values: CellValue[];
}

/** Which row is meant: its line and, where that may state several, its number or what the key columns of its table hold. */
export interface RowPlace {
  line: number;
  row?: number;
  key?: readonly (string | null)[];
}

/** A cell that a row was read from, to be cited. */
export interface SourceCell {
  line: number;
  column: number | null;
  quote: string;
  /** What it states, where the quote is more or less than that. */
  text?: string;
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
  /** First keys of rows that were left out for an error, so that no row that refers to them is reported for that; complete as `findings` are. */
  readonly refusedNames?: ReadonlySet<string>;
  /** Some hundreds of rows at a time. May be called again. */
  rows(): Iterable<SourceRow[]>;
  /** The cell that states a field of a row that was read. */
  cell(place: RowPlace, field: string): SourceCell;
  /** The heading over a field as printed. Left out: the form's. */
  headingAt?(place: RowPlace, column: FormColumn): string;
  /** The key of a row as the file states it, its parts separated by spaces. */
  keyOf(place: RowPlace): string;
  /** A value of a row in words. Left out: by key and heading. */
  nameOf?(place: RowPlace, column: FormColumn): Localized;
}

/** The rows of a spreadsheet. */
export function feedSource(file: ReadFile, opened: OpenedFeed): Source {
  const cell = ({ line }: RowPlace, field: string): SourceCell => {
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
    get refusedNames() {
      return opened.refusedNames;
    },
    rows: () => opened.rows(),
    cell,
    keyOf: (place) => keys.map(({ field }) => cell(place, field).quote.trim()).join(" "),
  };
}
