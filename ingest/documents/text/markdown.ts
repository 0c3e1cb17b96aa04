import type { Line } from "./text-lines.ts";

/** The line below the headings of a pipe table: | --- | :---: |. */
const delimiterRow =
  /^\s{0,20}\|?\s{0,20}:?-{2,200}:?\s{0,20}(?:\|\s{0,20}:?-{2,200}:?\s{0,20}){0,200}\|?\s{0,20}$/;
const heading = /^ {0,3}(#{1,6})\s+(\S.*)$/s;

/** Whether a line separates the headings of a pipe table from its rows. */
export const isDelimiterRow = (text: string): boolean =>
  text.length < 10_000 && text.includes("|") && delimiterRow.test(text);

/** Whether a text is written in Markdown: it has headings with # or a table with a delimiter row. */
export const isMarkdown = (lines: Line[]): boolean =>
  lines.some(({ text }) => heading.test(text.slice(0, 200)) || isDelimiterRow(text));

/** The level and the words of a Markdown heading; null for any other line. */
export function markdownHeading(text: string): { level: number; words: string } | null {
  const match = heading.exec(text);
  return match && { level: match[1]!.length, words: match[2]!.replace(/\s+#+\s*$/, "") };
}

/** Markdown text with its escapes resolved: 2019. 4. \~ 12. */
export const withoutEscapes = (text: string): string =>
  text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/g, "$1") : text;
