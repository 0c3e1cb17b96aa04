import type { FindingDraft } from "../draft-finding.ts";

/** A cell that a workbook stores as something other than text. */
export interface StoredCell {
  /** The text that the program displays: 1,466,051 · 2025년 3월 1일. */
  display: string;
  /** What is stored, as exact text: 1466051 · 2025-03-01 · 18.5%. */
  exact: string;
  /** What its number format makes of it. A plain number may have been typed otherwise: 2024.1 as 2024.10. */
  kind: "number" | "percent" | "date";
}

/** The content of a cell; a string is its text, letter for letter. */
export type Cell = string | StoredCell;

/** A row of cells. `line` counts from 1: the physical line that the record starts on, in a workbook the row. */
export interface TableRow {
  line: number;
  cells: Cell[];
}

/** The cells of a CSV file or of one sheet of a workbook. */
export interface Table {
  /** Name of its file, without folders. */
  readonly name: string;
  /** Name of the sheet; null for CSV. */
  readonly sheet: string | null;
  readonly encoding: "UTF-8" | "CP949" | "XLSX";
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

export const isBlank = (cell: Cell): boolean => displayText(cell).trim() === "";

/** Excel's limits, far above any departmental table. */
export const maxColumns = 16_384;
export const maxCellLength = 32_767;
