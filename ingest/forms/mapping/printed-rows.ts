import { displayText, isBlank, type TableRow } from "../../documents/table.ts";
import type { PlacedMapping } from "./place-sources.ts";
import { headingText, looseHeading, type PrintedHeadings } from "./printed-headings.ts";
import { isEmpty } from "./row-maker.ts";
import { totalLevel } from "./total-rows.ts";

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
  /** The texts of the heading rows by their first cell. */
  readonly #headings: ReadonlyMap<string, string>;

  constructor({ rows }: PrintedHeadings, placed: PlacedMapping, skip: readonly string[]) {
    this.#placed = placed;
    this.#skip = skip.map(looseHeading);
    this.#named = [...placed.named].filter((index) => !placed.fillDown.has(index));
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
    return totalLevel(label) === undefined || label.length > longestTotal ? "data" : "total";
  }

  /** The first filled cell of a row. */
  labelOf({ cells }: TableRow): string {
    return headingText(displayText(cells.find((cell) => !isBlank(cell))));
  }
}

/** 합 계, 소계(회계과); a longer text is a title or a note. */
const longestTotal = 20;

const rowText = ({ cells }: TableRow): string =>
  cells
    .map((cell) => looseHeading(displayText(cell)))
    .join("\t")
    .trim();
