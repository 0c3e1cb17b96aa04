import type { CellValue } from "../../../schema/feeds/cell.ts";
import { type Cell, displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { CellProblem, type CellResult } from "./cell-problem.ts";
import { cellReader } from "./cell-reader.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import { headingAt, type PlacedColumn, placeOf } from "./place-columns.ts";

interface ReadColumn extends PlacedColumn {
  read: (cell: Cell) => CellResult;
  isRequired: boolean;
}

/** Parses the cells of rows by their columns; an invalid cell becomes a finding, and null. */
export class CellsReader {
  readonly #columns: ReadColumn[];
  readonly #cellCount: number;
  /** Whether rows may be shorter than the heading: a workbook omits blank cells at the end of a row, CSV does not. */
  readonly #mayBeShort: boolean;
  readonly #findings: LimitedFindings;

  constructor(columns: PlacedColumn[], headingRow: TableRow, mayBeShort: boolean, findings: LimitedFindings) {
    this.#columns = columns.map((placed) => ({
      ...placed,
      read: cellReader(placed.column, placed.unitWon),
      isRequired: Boolean(placed.column.key || placed.column.required),
    }));
    this.#cellCount = headingRow.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    this.#mayBeShort = mayBeShort;
    this.#findings = findings;
  }

  /** The values of a row in the order of the feed's columns; undefined if the number of cells is wrong. */
  values(row: TableRow): CellValue[] | undefined {
    if (row.cells.length !== this.#cellCount && !this.#fits(row)) return undefined;
    const values: CellValue[] = new Array(this.#columns.length);
    for (let index = 0; index < values.length; index++)
      values[index] = this.#value(row, this.#columns[index]!);
    return values;
  }

  #value(row: TableRow, placed: ReadColumn): CellValue {
    const cell = row.cells[placed.index];
    const value = cell === undefined ? null : placed.read(cell);
    if (value === null) {
      if (placed.isRequired) this.#missing(row, placed);
      return null;
    }
    if (typeof value !== "object") return value;
    if (value instanceof CellProblem) {
      this.#add(row, placed, value);
      return null;
    }
    if (value.value === null && placed.isRequired) this.#missing(row, placed);
    else this.#add(row, placed, value.finding);
    return value.value;
  }

  #add(row: TableRow, placed: PlacedColumn, { code, ko, en }: CellProblem): void {
    const heading = headingAt(row, placed);
    this.#findings.add(code, placeOf(row, placed.index), `${heading}: ${ko}`, `${heading}: ${en}`);
  }

  #missing(row: TableRow, placed: PlacedColumn): void {
    const heading = headingAt(row, placed);
    this.#findings.add(
      "VALUE_MISSING",
      placeOf(row, placed.index),
      `${heading}: 필수 항목이 비어 있습니다. 값을 입력하십시오.`,
      `${heading}: this cell must not be blank. Enter a value.`,
    );
  }

  #fits({ line, cells }: TableRow): boolean {
    const expected = this.#cellCount;
    const surplus = cells.findIndex((cell, index) => index >= expected && !isBlank(cell));
    if (cells.length < expected ? this.#mayBeShort : surplus < 0) return true;
    const place =
      surplus < 0 ? { line, quote: cells.map(displayText).join(",") } : placeOf({ line, cells }, surplus);
    this.#findings.add(
      "VALUE_MISSING",
      place,
      `머리글은 ${expected}칸인데 이 줄은 ${cells.length}칸입니다. 누락되거나 남는 쉼표를 바로잡고, 쉼표가 포함된 값은 큰따옴표로 묶으십시오.`,
      `The heading has ${expected} cells, this line has ${cells.length}. Correct missing or extra commas and put values that contain commas in quotes.`,
    );
    return false;
  }
}
