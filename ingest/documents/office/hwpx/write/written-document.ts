/** A document to be written: paragraphs and tables in order. */
export interface WrittenDocument {
  /** As word processors list it among the document's properties. */
  title: string;
  blocks: (WrittenParagraph | WrittenTable)[];
}

/** How a paragraph is set; see `styles` in shapes.ts; further lines of a BULLET hang from its words. */
export type ParagraphStyle = "TITLE" | "HEADING" | "BODY" | "BULLET" | "UNIT" | "LABEL" | "ENTRY" | "FIGURE";

export interface WrittenParagraph {
  kind: "PARAGRAPH";
  /** May have `literalMark`s. */
  text: string;
  style: ParagraphStyle;
  /** Left margin in half-width characters. Left out: none. */
  indent?: number;
}

/** A table as wide as the text. */
export interface WrittenTable {
  kind: "TABLE";
  /** The widths of its columns, in relation to each other. */
  widths: number[];
  /** The cells that begin in each row. */
  rows: WrittenCell[][];
}

export interface WrittenCell {
  /** Empty for a blank cell. */
  paragraphs: WrittenParagraph[];
  /** The rows that it covers. Left out: one. */
  rowSpan?: number;
  /** Whether it is shaded as a heading. Left out: no. */
  isHeading?: boolean;
}
