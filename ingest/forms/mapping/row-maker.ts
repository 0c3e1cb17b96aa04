import { type Cell, displayText, type TableRow } from "../../documents/table.ts";
import type { Place } from "../../draft-finding.ts";
import { isMark } from "./marks.ts";
import type { PlacedMapping } from "./place-sources.ts";
import type { PlacedSource } from "./placed-source.ts";
import { headingText, looseHeading, type PrintedHeadings } from "./printed-headings.ts";

/** The cells that blank ones below take their values from, by column. */
export type Fills = ReadonlyMap<number, { line: number; cell: Cell }>;

/** A cell of a row on the feed's form, and the printed cell behind it. */
interface MadeCell {
  cell: Cell;
  place: Required<Place>;
}

/** Whether nothing is stored in a cell. A stored value that its number format conceals is not nothing. */
export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** Makes the rows of a feed's form from the printed rows of a table. */
export class RowMaker {
  readonly #placed: PlacedMapping;
  readonly #headings: PrintedHeadings;

  constructor(headings: PrintedHeadings, placed: PlacedMapping) {
    this.#headings = headings;
    this.#placed = placed;
  }

  /** The members of which a printed row states anything; 0 where nothing is unpivoted. */
  members(row: TableRow): number[] {
    const { sources, memberCount } = this.#placed;
    const measures = sources.filter((source) => source.is === "measure");
    const all = Array.from({ length: memberCount }, (_, member) => member);
    if (measures.length === 0) return all;
    return all.filter((member) => measures.some(({ indexes }) => !isEmpty(row.cells[indexes[member]!])));
  }

  /** The row of a member, numbered `number`. */
  row(printed: TableRow, fills: Fills, member: number, number: number): TableRow {
    const made = this.#placed.sources.map((source) => this.#make(source, printed, fills, member));
    return {
      line: number,
      cells: made.map(({ cell }) => cell),
      origin: {
        line: printed.line,
        place: (index) => made[index]!.place,
        heading: (index) => this.#headings.paths[(made[index]!.place.column ?? 0) - 1] ?? null,
      },
    };
  }

  #make(source: PlacedSource, row: TableRow, fills: Fills, member: number): MadeCell {
    switch (source.is) {
      case "printed": {
        const { cell, place } = printedCell(row, source.index, fills);
        return { cell: inWords(cell, source), place };
      }
      case "measure":
        return printedCell(row, source.indexes[member]!, fills);
      case "constant":
        return fromTemplate(source.parts, row, fills);
      case "member": {
        const { cell } = fromTemplate(source.values[member]!, row, fills);
        return { cell, place: this.#amountPlace(row, member) };
      }
      case "marked": {
        const marked = source.marks.filter(({ index }) => isMark(row.cells[index]));
        const [first] = marked;
        const cell = marked.map(({ word }) => word).join(", ");
        return { cell, place: first ? placeOf(row, first.index) : nowhere(row) };
      }
      case "absent":
        return { cell: "", place: nowhere(row) };
    }
  }

  /** The first amount of a member: what an unpivoted row is cited by. */
  #amountPlace(row: TableRow, member: number): Required<Place> {
    const indexes = this.#placed.sources.flatMap((source) =>
      source.is === "measure" ? [source.indexes[member]!] : [],
    );
    return placeOf(row, indexes.find((index) => !isEmpty(row.cells[index])) ?? indexes[0]!);
  }
}

function printedCell(row: TableRow, index: number, fills: Fills): MadeCell {
  const cell = row.cells[index] ?? "";
  const fill = isEmpty(cell) ? fills.get(index) : undefined;
  if (!fill) return { cell, place: placeOf(row, index) };
  return { cell: fill.cell, place: { line: fill.line, column: index + 1, quote: displayText(fill.cell) } };
}

/** A printed cell in the feed's words; others stay as they are. */
function inWords(cell: Cell, { words, prefix }: PlacedSource & { is: "printed" }): Cell {
  if (typeof cell !== "string" && (cell.kind === "formula" || cell.kind === "error" || cell.isConcealed))
    return cell;
  if (words.size === 0 && prefix === "") return cell;
  const text = displayText(cell);
  const word = words.get(headingText(text)) ?? words.get(looseHeading(text));
  if (word !== undefined) return word;
  return prefix === "" || text.trim() === "" ? cell : prefix + text.trim();
}

/** A constant with the row's cells in it; blank if one of them is, and cited where the first of them is. */
function fromTemplate(parts: readonly (string | number)[], row: TableRow, fills: Fills): MadeCell {
  const made = parts.map((part) => (typeof part === "string" ? part : printedCell(row, part, fills)));
  const cells = made.filter((part) => typeof part !== "string");
  const isBlank = cells.some(({ cell }) => displayText(cell).trim() === "");
  const texts = made.map((part) => (typeof part === "string" ? part : displayText(part.cell).trim()));
  return { cell: isBlank ? "" : texts.join(""), place: cells[0]?.place ?? nowhere(row) };
}

const placeOf = ({ line, cells }: TableRow, index: number): Required<Place> => ({
  ...{ line, column: index + 1, quote: displayText(cells[index]) },
});

/** What the mapping states is printed in no cell. */
const nowhere = ({ line }: TableRow): Required<Place> => ({ line, column: null, quote: "" });
