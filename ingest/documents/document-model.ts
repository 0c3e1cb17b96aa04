import type { FindingDraft } from "../draft-finding.ts";

/** What a file is, recognised by its content. MARKDOWN and TEXT have lines of their own; the others do not. */
export type DocumentFormat = "TEXT" | "MARKDOWN" | "HTML" | "DOCX" | "HWP" | "HWPX" | "PDF";

/**
 * A document whatever its format: paragraphs and tables in order. `findings` are about the format itself (MARKUP_BROKEN).
 *
 * Positions count as the hub displays a document. In TEXT and MARKDOWN `line` is the line of the file. In the other
 * formats each paragraph outside of a table and each table row is one line, numbered from 1 through the document.
 */
export interface DocumentModel {
  format: DocumentFormat;
  blocks: DocumentBlock[];
  findings: FindingDraft[];
}

/** A paragraph or a table; tables in a cell are flattened into the cell's paragraphs. */
export type DocumentBlock = Paragraph | DocumentTable;

/** A paragraph, heading or list item. It contains no line break: each printed line that the author broke is one. */
export interface Paragraph {
  kind: "PARAGRAPH";
  /** As a person reads it: markup removed, entities decoded, bullets kept, indentation removed. */
  text: string;
  /** Its text letter for letter where that differs (entities, tags, escapes); a citation quotes it. */
  raw?: string;
  line: number;
  /** The table cell that it is in, from 1; null outside of tables. */
  column: number | null;
  /** Page of a PDF, from 1; null in other formats. */
  page: number | null;
  /** Width of its indentation, or its depth in nested lists; 0 at the margin. */
  indent: number;
  /** Whether the format marks it as an item of a list; its bullet need not be printed. */
  isListItem: boolean;
  /** Level of a heading from 1, where the format has headings; null otherwise. */
  headingLevel: number | null;
  /** Whether a blank line or paragraph precedes it in the same cell or outside of tables; left out: no. */
  afterBlank?: boolean;
  /**
   * Whether the format says that it is a paragraph of its own, not a further line of the one before. Left out: unknown,
   * as in texts and PDF, or no.
   */
  beginsParagraph?: boolean;
  /**
   * Whether characters of it were marked as literal, so that it is never read as a word of the form or as a misprint:
   * as numeric entities in a text, by bookmarks in HWPX. Left out: no, as in formats whose programs encode characters
   * by themselves (HTML).
   */
  isEscaped?: boolean;
  /** The text with its literal characters hidden, if `raw` does not hide them. */
  masked?: string;
}

/** A table; rows may have fewer cells than the widest one. */
export interface DocumentTable {
  kind: "TABLE";
  rows: DocumentRow[];
}

/** A table row with the cells that begin in it. */
export interface DocumentRow {
  line: number;
  cells: DocumentCell[];
}

/** A cell, once, at its upper left place, however many places it covers. */
export interface DocumentCell {
  /** Its first column in the grid of the table, from 1; cells merged from above are counted. */
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Empty for a blank cell. */
  paragraphs: Paragraph[];
}
