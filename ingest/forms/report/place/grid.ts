import type { DocumentCell, DocumentTable, Paragraph } from "../../../documents/document-model.ts";
import type { SourceLocation } from "../report-draft.ts";
import { locationOf, wordsOf } from "./printed.ts";

/** A place in the grid of a table. */
export interface GridCell {
  /** Of the place, from 1. */
  column: number;
  paragraphs: Paragraph[];
  /** Its words in one line; empty for a blank cell. */
  text: string;
  /** The cell begins further up or to the left: it is merged over this place. */
  isContinued: boolean;
  /** The cell covers more than this place. */
  isMerged: boolean;
}

/** A row of the grid, where merged cells are repeated at all their places. */
export interface GridRow {
  line: number;
  cells: GridCell[];
  /** It has fewer cells than another row of its table, so its last one may go on below. */
  isShort: boolean;
}

/** A merged cell by the column that it covers, with the rows that it still covers. */
type Covering = Map<number, { cell: GridCell; rowsLeft: number }>;

/** The rows of a table with merged cells at each place that they cover. */
export function gridOf({ rows }: DocumentTable): GridRow[] {
  const covering: Covering = new Map();
  const grid = rows.map((row): GridRow => {
    const cells = new Map<number, GridCell>();
    for (const [column, above] of covering) {
      cells.set(column, { ...above.cell, column, isContinued: true });
      above.rowsLeft -= 1;
      if (above.rowsLeft < 1) covering.delete(column);
    }
    for (const cell of row.cells) placeCell(cell, cells, covering);
    let width = 0;
    for (const column of cells.keys()) width = Math.max(width, column);
    return {
      ...{ line: row.line, isShort: false },
      cells: Array.from({ length: width }, (_, index) => cells.get(index + 1) ?? blank(index + 1)),
    };
  });
  const width = grid.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return grid.map((row) => ({ ...row, isShort: row.cells.length < width }));
}

function placeCell(
  { column: first, rowSpan, columnSpan, paragraphs }: DocumentCell,
  cells: Map<number, GridCell>,
  covering: Covering,
): void {
  const isMerged = rowSpan > 1 || columnSpan > 1;
  for (let column = first; column < first + columnSpan; column += 1) {
    const cell = { column, paragraphs, text: wordsOf(paragraphs), isContinued: column > first, isMerged };
    cells.set(column, cell);
    if (rowSpan > 1) covering.set(column, { cell, rowsLeft: rowSpan - 1 });
  }
}

const blank = (column: number): GridCell => ({
  ...{ column, paragraphs: [], text: "", isContinued: false, isMerged: false },
});

/** The cells that begin in a row and are not blank. */
export const ownCells = ({ cells }: GridRow): GridCell[] =>
  cells.filter(({ isContinued, paragraphs }) => !isContinued && paragraphs.length > 0);

/** The position of a cell; of a blank one that of its row and column. */
export function cellLocation(row: GridRow, { column, paragraphs }: GridCell): SourceLocation {
  const [first] = paragraphs;
  return first ? locationOf(first) : { line: row.line, column, quote: "" };
}
