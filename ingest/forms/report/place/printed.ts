import type { Paragraph } from "../../../documents/document-model.ts";
import type { SourceLocation } from "../report-draft.ts";

/** What a paragraph is quoted as: letter for letter. */
export const quoteOf = ({ raw, text }: Paragraph): string => raw ?? text;

/** A paragraph's text as checks see it: with its literal characters hidden. */
export const maskedOf = (paragraph: Paragraph): string =>
  paragraph.isEscaped ? (paragraph.masked ?? quoteOf(paragraph)) : paragraph.text;

/** The words of some paragraphs, as of a cell. */
export const wordsOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ text }) => text).join(" ");

/** Text that was escaped so that it is not read as a word of the form. */
export const isEscaped = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some((paragraph) => paragraph.isEscaped);

/** The position of a paragraph. */
export const locationOf = (paragraph: Paragraph): SourceLocation => ({
  ...{ line: paragraph.line, column: paragraph.column, quote: quoteOf(paragraph) },
});
