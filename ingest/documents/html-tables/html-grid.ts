import { SheetBuilder } from "../sheet-builder.ts";
import type { SheetContent } from "../sheet-table.ts";
import { addToSpans } from "../spans.ts";
import type { Cell, MergedRange, Span } from "../table.ts";

/** A merged cell, by rows of the table from 0. */
interface Merge {
  rows: Span;
  columns: Span;
}

/** Puts the cells of an HTML table into the columns that they stand in, around those merged from above. */
export class HtmlGrid {
  readonly #builder = new SheetBuilder();
  readonly #merges: Merge[] = [];
  readonly #hiddenRows: Span[] = [];
  readonly #hiddenColumns: Span[] = [];
  /** The last row, from 0, that a merged cell above reaches, by column. */
  readonly #reaching = new Map<number, number>();
  /** The lines of the rows. */
  readonly #lines: number[] = [];
  #column = 0;
  #columnElements = 0;

  /** Adds a line of text that stands before the rows. */
  addText(line: number, text: string): void {
    this.#builder.openRow(line);
    this.#builder.place(1, text);
  }

  addColumns(count: number, isHidden: boolean): void {
    const first = this.#columnElements + 1;
    this.#columnElements += count;
    if (isHidden) addToSpans(this.#hiddenColumns, first, this.#columnElements);
  }

  openRow(line: number, isHidden: boolean): void {
    this.#builder.openRow(line);
    this.#lines.push(line);
    this.#column = 0;
    if (isHidden) addToSpans(this.#hiddenRows, line);
  }

  /** Adds a cell to the last row. */
  addCell(content: Cell, width: number, height: number): void {
    const row = this.#lines.length - 1;
    do this.#column++;
    while ((this.#reaching.get(this.#column) ?? -1) >= row);
    const columns = { first: this.#column, last: this.#column + width - 1 };
    this.#builder.place(columns.first, content);
    this.#column = columns.last;
    if (width * height === 1) return;
    const rows = { first: row, last: row + height - 1 };
    this.#merges.push({ rows, columns });
    if (height === 1) return;
    for (let column = columns.first; column <= columns.last; column++) this.#reaching.set(column, rows.last);
  }

  /** The content; undefined if the table has none. Cells merged beyond the last row end there. */
  content(): SheetContent | undefined {
    if (this.#lines.length === 0 || this.#builder.isEmpty) return undefined;
    const lineOf = (row: number) => this.#lines[Math.min(row, this.#lines.length - 1)]!;
    const merges: MergedRange[] = this.#merges.map(({ rows, columns }) => ({
      lines: { first: lineOf(rows.first), last: lineOf(rows.last) },
      columns,
    }));
    const hidden = { sheet: false, rows: this.#hiddenRows, isFiltered: false, columns: this.#hiddenColumns };
    return { sheet: null, rows: this.#builder.rows, merges, hidden };
  }
}
