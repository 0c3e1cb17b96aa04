import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import { isTotalLabel } from "../feed/row-labels.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { headingText, looseHeading, type PrintedHeadings } from "./printed-headings.ts";
import { isEmpty } from "./row-maker.ts";

/**
 * What a printed row is. "group": only cells that are filled down; "total": looks like a total but is not skipped;
 * "blank": nothing that the mapping names; "heading": the headings again, on another page.
 */
type RowKind = "data" | "skipped" | "total" | "group" | "blank" | "heading";

/** Tells the rows of data below the headings from all others. */
export class PrintedRows {
  readonly #placed: PlacedMapping;
  readonly #skip: readonly string[];
  readonly #named: readonly number[];
  /** Columns in which a total may have its label. */
  readonly #labels: readonly number[];
  /** The texts of the heading rows by their first cell. */
  readonly #headings: ReadonlyMap<string, string>;

  constructor({ rows }: PrintedHeadings, placed: PlacedMapping, skip: readonly string[]) {
    this.#placed = placed;
    this.#skip = skip.map(looseHeading);
    this.#named = [...placed.named].filter((index) => !placed.fillDown.has(index));
    this.#labels = placed.sources.flatMap((source, at) => {
      const { column } = placed.columns[at]!;
      return source.is === "printed" && (column.key || column.references) ? [source.index] : [];
    });
    this.#headings = new Map(rows.map((row) => [this.labelOf(row), rowText(row)]));
  }

  kindOf(row: TableRow): RowKind {
    if (row.cells.every(isEmpty)) return "blank";
    const label = this.labelOf(row);
    const loose = looseHeading(label);
    if (this.#skip.some((word) => loose.startsWith(word))) return "skipped";
    if (this.#headings.has(label) && this.#headings.get(label) === rowText(row)) return "heading";
    if (this.#named.every((index) => isEmpty(row.cells[index])))
      return [...this.#placed.fillDown].some((index) => !isEmpty(row.cells[index])) ? "group" : "blank";
    return this.totalAt(row) < 0 ? "data" : "total";
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

const rowText = ({ cells }: TableRow): string =>
  cells
    .map((cell) => looseHeading(displayText(cell)))
    .join("\t")
    .trim();
