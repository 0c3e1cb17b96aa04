import { type DraftBlock, type DraftCell, type DraftTable, flatten, maxCells } from "../draft-document.ts";
import { documentTooLarge } from "../unreadable-document.ts";

/** The limits that HTML itself sets. */
const maxRowSpan = 65_534;
const maxColumnSpan = 1_000;

/** A table while its cells are read: places each cell in the first column that no other one covers. */
export class HtmlTable {
  readonly #cells: DraftCell[] = [];
  /** For each column, the last row that a cell covers so far. */
  readonly #coveredTo: number[] = [];
  #row = 0;
  #column = 1;
  #content: DraftBlock[] = [];

  beginRow(): void {
    this.#row++;
    this.#column = 1;
  }

  /** Begins a cell; returns where its content goes. */
  beginCell(attributes: Record<string, string>): DraftBlock[] {
    if (this.#cells.length === maxCells) throw documentTooLarge();
    if (this.#row === 0) this.beginRow();
    const isFree = (column: number) => (this.#coveredTo[column] ?? 0) < this.#row;
    while (!isFree(this.#column)) this.#column++;
    // 0 rows are all that follow.
    const rowSpan = spanOf(attributes.rowspan, maxRowSpan) || maxRowSpan;
    const width = spanOf(attributes.colspan, maxColumnSpan) || 1;
    let columnSpan = 1;
    while (columnSpan < width && isFree(this.#column + columnSpan)) columnSpan++;
    for (let column = this.#column; column < this.#column + columnSpan; column++) {
      this.#coveredTo[column] = this.#row + rowSpan - 1;
    }
    this.#cells.push({ row: this.#row, column: this.#column, rowSpan, columnSpan, paragraphs: [] });
    this.#column += columnSpan;
    this.#content = [];
    return this.#content;
  }

  endCell(): void {
    const cell = this.#cells.at(-1);
    if (cell) cell.paragraphs = flatten(this.#content);
  }

  finish(): DraftTable {
    return { kind: "TABLE", cells: this.#cells, rowCount: this.#row };
  }
}

/** A span as a browser takes it. */
function spanOf(printed: string | undefined, most: number): number {
  const span = Number.parseInt(printed ?? "1", 10);
  return span >= 0 ? Math.min(span, most) : 1;
}
