import type { LanguageCode } from "../../../schema/core/localized.ts";
import type { FindingOfPage } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";

/** What a page asks of each line of an office document. */
export const lineFields = `number text page headingLevel indent isListItem table
  cells { column rowSpan columnSpan paragraphs { text page indent isListItem } }`;

/** A printed line. */
export interface ParagraphOfPage {
  text: string;
  page: number | null;
  indent: number;
  isListItem: boolean;
}

/** A table cell at its place in the grid, from 1. */
export interface CellOfPage {
  column: number;
  rowSpan: number;
  columnSpan: number;
  paragraphs: ParagraphOfPage[];
}

/** A paragraph, or a table row with its cells. */
export interface LineOfPage extends ParagraphOfPage {
  number: number;
  headingLevel: number | null;
  table: number | null;
  cells: CellOfPage[] | null;
}

/** A table row. */
export type RowOfPage = LineOfPage & { cells: CellOfPage[] };

/** The findings of a line. */
export type FindingsOf = (line: number) => FindingOfPage[];

/** The name of a page of a PDF. */
export const pageName = (page: number, language: LanguageCode): string =>
  language === "ko" ? `${page}쪽` : `Page ${page}`;

const deepestIndent = 40;

/** A printed line with its indentation. */
export const printedParagraph = ({ text, indent, isListItem }: ParagraphOfPage): Html =>
  html`<p${isListItem && html` class="printed-item"`}${indent > 0 && html` style="margin-left: ${Math.min(indent, deepestIndent) / 2}em"`}>${text}</p>`;
