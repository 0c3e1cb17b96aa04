import type { FindingDraft } from "../../draft-finding.ts";

/** What a converter found, in order, before lines are numbered: converters need not know positions. */
export interface DraftDocument {
  blocks: DraftBlock[];
  findings: FindingDraft[];
}

export type DraftBlock = DraftParagraph | DraftTable;

/** A printed line that its author broke; may be blank, and may be indented by spaces. */
export interface DraftParagraph {
  kind: "PARAGRAPH";
  text: string;
  /** Whether a `literalMark` in the text marks the character after it. Left out: no. */
  hasMarks?: boolean;
  /** Indentation that the format states, in half-width characters. Leading spaces of the text add to it. */
  indent?: number;
  isListItem?: boolean;
  /** Whether it is a further line of the paragraph or list item before it. Left out: no. */
  isFurtherLine?: boolean;
  headingLevel?: number;
  page?: number;
}

/** A table as its cells, in any order. */
export interface DraftTable {
  kind: "TABLE";
  cells: DraftCell[];
  /** Number of rows, if the format has rows without cells of their own; the cells' extent otherwise. */
  rowCount?: number;
}

/** A cell at its place in the grid, both from 1. */
export interface DraftCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  paragraphs: DraftParagraph[];
}

/** Far above any report, and far below what a page or a statement could bear. */
export const maxCells = 200_000;

/** The paragraphs of blocks: tables inside a cell are flattened into the cell, row by row. */
export const flatten = (blocks: readonly DraftBlock[]): DraftParagraph[] =>
  blocks.flatMap((block) =>
    block.kind === "PARAGRAPH"
      ? [block]
      : block.cells
          .toSorted((one, other) => one.row - other.row || one.column - other.column)
          .flatMap((cell) => cell.paragraphs),
  );
