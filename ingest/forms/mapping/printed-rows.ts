import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { isRemark, isTotalLabel } from "../feed/row-labels.ts";
import { isTotalWord, totalLevel } from "../feed/total-rows.ts";
import { statedUnits } from "../feed/unit-lines.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { headingText, looseHeading, type PrintedHeadings } from "./printed-headings.ts";
import { isEmpty } from "./row-maker.ts";

/**
 * What a printed row is. "group": only cells that are filled down; "total": looks like a total but is not skipped;
 * "other": has content, but nothing that the mapping names; "heading": the headings again, on another page; "unit":
 * only states a unit.
 */
type RowKind = "data" | "skipped" | "total" | "group" | "other" | "blank" | "heading" | "unit";

/** Tells the rows of data below the headings from all others. */
export class PrintedRows {
  readonly #placed: PlacedMapping;
  readonly #skip: readonly string[];
  readonly #named: readonly number[];
  /** Columns in which a total may have its label. */
  readonly #labels: readonly number[];
  /** Columns without which a row is no record. */
  readonly #required: readonly number[];
  /** The texts of the heading rows by their first cell. */
  readonly #headings: ReadonlyMap<string, string>;
  /** The titles and notes above them, which a next page repeats. */
  readonly #above: ReadonlySet<string>;

  constructor({ rows, above }: PrintedHeadings, placed: PlacedMapping, skip: readonly string[]) {
    this.#placed = placed;
    this.#skip = skip.map(looseHeading);
    this.#named = [...placed.named].filter((index) => !placed.fillDown.has(index));
    this.#labels = placed.sources.flatMap((source, at) => {
      const { column } = placed.columns[at]!;
      return source.is === "printed" && (column.key || column.references) ? [source.index] : [];
    });
    this.#required = placed.sources.flatMap((source, at) => {
      const { column } = placed.columns[at]!;
      const isNeeded = source.is === "printed" && (column.key || column.required);
      return isNeeded && !placed.fillDown.has(source.index) ? [source.index] : [];
    });
    this.#above = new Set(above.map(rowText));
    this.#headings = new Map(rows.map((row) => [this.labelOf(row), rowText(row)]));
  }

  kindOf(row: TableRow): RowKind {
    if (row.cells.every(isEmpty)) return "blank";
    const label = this.labelOf(row);
    if (this.#isSkipped(row, label)) return "skipped";
    if (this.#headings.has(label) && this.#headings.get(label) === rowText(row)) return "heading";
    if (isLone(row) && statedUnits(label).length > 0) return "unit";
    if (this.#named.every((index) => isEmpty(row.cells[index]))) {
      if ([...this.#placed.fillDown].some((index) => !isEmpty(row.cells[index]))) return "group";
      return isRemark(label) || this.#above.has(rowText(row)) ? "blank" : "other";
    }
    return this.totalAt(row) < 0 ? "data" : "total";
  }

  /** A word for totals skips no record whose name only begins like it, such as 계획예산과. */
  #isSkipped(row: TableRow, label: string): boolean {
    const loose = looseHeading(label);
    const word = this.#skip.find((one) => loose.startsWith(one));
    if (word === undefined) return false;
    if (!isTotalWord(word) || totalLevel(label) !== undefined || isTotalLabel(label)) return true;
    return this.#required.some((index) => isEmpty(row.cells[index]));
  }

  /** The cell by which a row says what it is: the first filled one, or the label of a total further right. */
  labelOf(row: TableRow, kind: RowKind = "data"): string {
    const cell = kind === "total" ? row.cells[this.totalAt(row)] : row.cells.find((one) => !isBlank(one));
    return headingText(displayText(cell));
  }

  /** Index of the cell that labels a row as a total; -1 for any other row. */
  totalAt({ cells }: TableRow): number {
    const first = cells.findIndex((cell) => !isBlank(cell));
    const candidates = first < 0 ? [] : [first, ...this.#labels];
    return candidates.find((index) => isTotalLabel(displayText(cells[index]).trim())) ?? -1;
  }
}

const isLone = ({ cells }: TableRow): boolean => cells.filter((cell) => !isBlank(cell)).length === 1;

const rowText = ({ cells }: TableRow): string =>
  cells
    .map((cell) => looseHeading(displayText(cell)))
    .join("\t")
    .trim();
