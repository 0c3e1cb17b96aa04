import type { FindingDraft, Place } from "../draft-finding.ts";

/** What a file of tables is, recognised by its content. CSV stands for text with any separator, XML for SpreadsheetML 2003. */
export type TableFormat =
  | "CSV"
  | "XLSX"
  | "XLSB"
  | "XLS"
  | "XML"
  | "ODS"
  | "HTML table"
  | "MHTML"
  | "DOCX"
  | "HWP"
  | "HWPX";

/** How the characters of a text file are stored. */
export type TextEncoding = "UTF-8" | "CP949" | "UTF-16LE" | "UTF-16BE";

/** A cell that a workbook stores as something other than text. The optional facts are absent from nearly all cells. */
export interface StoredCell {
  /** The text that the program displays: 1,466,051 · 2025년 3월 1일. Empty if its number format displays nothing. */
  display: string;
  /** What is stored, as exact text: 1466051 · 2025-03-01 · 2025-03-01 09:30:00 · 18.5% · #REF! · =SUM(F3:F9). */
  exact: string;
  /**
   * What its number format makes of it. A plain number may have been typed otherwise: 2024.1 as 2024.10.
   * "formula": no result is stored; "error": an error value such as #REF!. Neither is a value. "text": a text that is
   * not displayed as it is.
   */
  kind: "number" | "percent" | "date" | "text" | "formula" | "error";
  /** What the stored number is divided by for display: 1000 for the number format `#,##0,`. */
  scale?: number;
  /** The words that the number format prints with the number: 천원 · ₩ · 명. */
  unit?: string;
  /** The number format displays nothing of a stored value: `;;;`. */
  isConcealed?: true;
  /** The number format displays another number than the stored one: `"△"#,##0` displays 371 as △371. */
  displaysOther?: true;
  /** A number of more than the 15 digits that spreadsheets keep. */
  isRounded?: true;
  /** The merge that leaves open to which of its rows or columns the value belongs. Set where a form is read. */
  sharedBy?: MergedRange;
  /** The result 0 of a formula in a workbook that its program has not calculated. */
  isUncalculated?: true;
}

/** The content of a cell; a string is its text, letter for letter. */
export type Cell = string | StoredCell;

/** A row of cells. `line` counts from 1: the physical line that the record starts on, in a workbook the row. */
export interface TableRow {
  line: number;
  cells: Cell[];
  /** Where its cells are printed, if it was made from other rows: `line` is then only its number. */
  origin?: RowOrigin;
}

/** The printed row that a row was made from. */
export interface RowOrigin {
  line: number;
  /** The printed cell behind a cell of the row. */
  place(index: number): Required<Place>;
  /** The printed heading over a cell of the row; null if it is printed nowhere. */
  heading(index: number): string | null;
}

/** Consecutive rows (by their `line`) or columns (from 1), both ends included. */
export interface Span {
  first: number;
  last: number;
}

/** Cells merged into one. Only the upper left one has content; the others are blank. */
export interface MergedRange {
  lines: Span;
  columns: Span;
}

/** What a workbook does not show. All of it is read. */
export interface HiddenParts {
  /** The whole sheet. */
  sheet: boolean;
  /** Rows that are hidden, have no height or are left out by a filter, in order. */
  rows: readonly Span[];
  /** Whether a filter hides rows. */
  isFiltered: boolean;
  /** Columns that are hidden or have no width, in order. */
  columns: readonly Span[];
}

/** Nothing is hidden. */
export const nothingHidden: HiddenParts = { sheet: false, rows: [], isFiltered: false, columns: [] };

/** The cells of a CSV file, of one sheet of a workbook or of a table in a document. */
export interface Table {
  /** Name of its file, without folders. */
  readonly name: string;
  /** Name of the sheet; null in files without sheets. Tables of one document then differ by their lines. */
  readonly sheet: string | null;
  readonly format: TableFormat;
  /** Of a text file; null for other files. */
  readonly encoding: TextEncoding | null;
  /** Merged cells, by first line and column; empty for CSV. */
  readonly merges: readonly MergedRange[];
  readonly hidden: HiddenParts;
  /** Lines of the file or rows of the sheet; known once the batches have been read to their end. */
  readonly lineCount: number;
  /** Progress of the batches, from 0 to 1. */
  readonly shareRead: number;
  /** All rows in order, including blank ones, a few hundred per batch. Throws ReadingStopped. May be called again. */
  batches(): Generator<TableRow[]>;
  /** One row that was read before; undefined if no record starts on that line. */
  row(line: number): TableRow | undefined;
}

/** The rest of the table cannot be read, for example because of an unclosed quote. */
export class ReadingStopped extends Error {
  readonly finding: FindingDraft;

  constructor(finding: FindingDraft) {
    super(finding.message.en);
    this.name = "ReadingStopped";
    this.finding = finding;
  }
}

/** The text that a cell displays, letter for letter; a missing cell is blank. */
export const displayText = (cell: Cell | undefined): string =>
  cell === undefined ? "" : typeof cell === "string" ? cell : cell.display;

/** Whether a cell holds nothing; one whose number format displays nothing is not blank. */
export const isBlank = (cell: Cell): boolean => (typeof cell === "string" ? cell : cell.exact).trim() === "";

/** Excel's limits, far above any departmental table. */
export const maxColumns = 16_384;
export const maxCellLength = 32_767;
