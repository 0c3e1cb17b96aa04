import { type Cell, displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { parseHeading } from "./heading.ts";
import type { LimitedFindings } from "./limited-findings.ts";
import { unitName } from "./money-units.ts";
import { type PlacedColumn, placeOf } from "./place-columns.ts";
import { isRemark, isTotalLabel } from "./row-labels.ts";
import { statedUnits } from "./unit-lines.ts";

/** Types of columns that may hold the label of a total in place of a value. */
const labelTypes = ["choice", "quarter", "month", "year", "date"];

/** Tells the rows of a form from others that people write between them: totals, remarks, headings of the next page. */
export class RowFilter {
  readonly #findings: LimitedFindings;
  readonly #heading: TableRow;
  readonly #columns: PlacedColumn[];
  readonly #labels: number[];
  readonly #requiredCount: number;
  readonly #titles: ReadonlySet<string>;
  #untitled: number[];

  /** `above`: the rows above the heading, which a next page repeats. `untitled`: indexes of columns without a heading. */
  constructor(
    columns: PlacedColumn[],
    heading: TableRow,
    { above, untitled }: { above: TableRow[]; untitled: number[] },
    findings: LimitedFindings,
  ) {
    this.#columns = columns;
    this.#heading = heading;
    this.#findings = findings;
    this.#untitled = untitled;
    this.#labels = columns.flatMap(({ column, index }) =>
      column.key || column.references || labelTypes.includes(column.type.is) ? [index] : [],
    );
    this.#requiredCount = columns.filter(({ column }) => column.key || column.required).length;
    // On a form with one required column a line of its own is a record, and may be named in a title too.
    const titles = this.#requiredCount < 2 ? [] : above;
    this.#titles = new Set(titles.flatMap(({ cells }) => cells.map(textOf)));
  }

  /**
   * Whether a row is one of the form. Any other becomes a finding, unless it repeats what is above it. `onTotal` is
   * called with the label of a row that adds up others.
   */
  isFormRow(row: TableRow, onTotal?: (label: string) => void): boolean {
    const first = nextFilled(row.cells, 0);
    if (first < 0 || this.#repeatsHeading(row, first)) return false;
    if (this.#untitled.length > 0) this.#checkUntitled(row);
    const label = this.#totalLabel(row, first);
    if (label >= 0) {
      this.#ignore(row, label, "합계 줄로", "a total");
      onTotal?.(displayText(row.cells[label]));
      return false;
    }
    const isAlone = nextFilled(row.cells, first + 1) < 0;
    return !isAlone || this.#isFormCell(row, first);
  }

  /** Whether a row with a single filled cell may be one of the form. */
  #isFormCell(row: TableRow, index: number): boolean {
    const text = textOf(row.cells[index]);
    if (this.#titles.has(text)) return false;
    const units = statedUnits(text);
    if (units.length > 0) this.#checkUnit(row, index, units);
    else if (isRemark(text)) this.#ignore(row, index, "설명 줄로", "a remark");
    else if (this.#requiredCount < 2) return true;
    else
      this.#findings.add(
        "VALUE_MISSING",
        placeOf(row, index),
        "이 줄은 한 칸만 채워져 있습니다. 제목이나 설명이면 줄을 지우고, 자료이면 다른 칸을 채우십시오.",
        "Only one cell of this row is filled. Delete the row if it is a title or an explanation; fill in the other cells if it is a record.",
      );
    return false;
  }

  #repeatsHeading(row: TableRow, first: number): boolean {
    const heading = this.#heading.cells[first];
    if (heading === undefined) return false;
    if (displayText(row.cells[first]).charCodeAt(0) !== displayText(heading).charCodeAt(0)) return false;
    return this.#columns.every(
      ({ column, index }) => parseHeading(displayText(row.cells[index])).name === column.heading,
    );
  }

  /** Index of the cell that labels the row as a total; -1 if there is none. */
  #totalLabel(row: TableRow, first: number): number {
    if (isTotalLabel(displayText(row.cells[first]))) return first;
    return this.#labels.find((index) => isTotalLabel(displayText(row.cells[index]))) ?? -1;
  }

  #checkUnit(row: TableRow, index: number, units: string[]): void {
    const other = this.#columns.find(
      ({ column, unitWon }) => column.type.is === "won" && !units.includes(unitName(unitWon)),
    );
    if (!other) return;
    const heading = placeOf(this.#heading, other.index);
    this.#findings.add(
      "UNIT_MISSING",
      placeOf(row, index),
      `단위가 두 가지입니다: 이 줄에는 ${units.join(", ")}, ${heading.line}번째 줄의 머리글에는 ‘${heading.quote.trim()}’. 맞는 단위만 남기십시오.`,
      `Two units are stated: ${units.join(", ")} here, ${heading.quote.trim()} in the heading in line ${heading.line}. Keep only the one that is right.`,
    );
  }

  /** Reports the first cell in a column without a heading, once. */
  #checkUntitled(row: TableRow): void {
    const index = this.#untitled.find((one) => textOf(row.cells[one]) !== "");
    if (index === undefined) return;
    this.#untitled = [];
    this.#findings.add(
      "CONTENT_IGNORED",
      placeOf(row, index),
      "머리글이 없는 열에 값이 있습니다. 이 열은 읽지 않았습니다. 필요한 값이면 머리글을 붙이십시오.",
      "A column without a heading has values. It was not read. Add a heading if they are needed.",
    );
  }

  #ignore(row: TableRow, index: number, ko: string, en: string): void {
    this.#findings.add(
      "CONTENT_IGNORED",
      placeOf(row, index),
      `${ko} 보고 읽지 않았습니다. 자료이면 이 칸을 고치고, 아니면 그대로 두거나 줄을 지우십시오.`,
      `This row was taken for ${en} and not read. If it is a record, correct this cell; otherwise leave or delete the row.`,
    );
  }
}

const textOf = (cell: Cell | undefined): string => displayText(cell).trim();

function nextFilled(cells: Cell[], from: number): number {
  for (let index = from; index < cells.length; index++) {
    const cell = cells[index]!;
    // Nearly all cells begin with a visible character.
    if (typeof cell === "string" && cell.charCodeAt(0) > 0x20 && cell.charCodeAt(0) < 0x7f) return index;
    if (!isBlank(cell)) return index;
  }
  return -1;
}
