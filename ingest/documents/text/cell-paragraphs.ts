import { leadingBullet, splitAtBullets } from "../bullets.ts";
import type { Paragraph } from "../document-model.ts";
import { withoutEscapes } from "./markdown.ts";
import { blockTag, plainText } from "./markup.ts";
import { isBlank } from "./text-lines.ts";

/** A line, or the part of a line in one cell, letter for letter. */
export interface Piece {
  line: number;
  /** Its cell, from 1; null if the line has no cells. */
  column: number | null;
  raw: string;
}

interface Nesting {
  depth: number;
  /** Whether a list item was opened whose text is still to come. */
  inItem: boolean;
  /** Whether all lists are closed, so that nesting shows the depth of items. */
  isTrusted: boolean;
}

const listTag = /<(\/?)(?:ul|ol)(?=[\s/>])[^<>]{0,2000}>/gi;

/** The paragraphs of the lines of one cell, or of consecutive lines outside of tables (`inCell` false). */
export function paragraphsOf(
  pieces: Piece[],
  options: { inCell: boolean; isMarkdown: boolean },
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const nesting: Nesting = { depth: 0, inItem: false, isTrusted: listsAreClosed(pieces) };
  const isOneLine = options.inCell && pieces.filter(({ raw }) => !isBlank(raw)).length === 1;
  let afterBlank = false;
  for (const piece of pieces) {
    if (isBlank(piece.raw)) {
      afterBlank = true;
      continue;
    }
    const found = paragraphsOfLine(piece, nesting, isOneLine, options.isMarkdown);
    if (afterBlank && found[0]) found[0].afterBlank = true;
    if (found.length > 0) afterBlank = false;
    // One by one: a line of a million bullets would be too many arguments.
    for (const one of found) paragraphs.push(one);
  }
  return paragraphs;
}

function listsAreClosed(pieces: Piece[]): boolean {
  const tags = pieces.flatMap(({ raw }) => (raw.includes("<") ? [...raw.matchAll(listTag)] : []));
  return tags.filter(([, closing]) => closing).length * 2 === tags.length;
}

function paragraphsOfLine(
  piece: Piece,
  nesting: Nesting,
  isOneLine: boolean,
  isMarkdown: boolean,
): Paragraph[] {
  const { raw } = piece;
  const tags = blockTag();
  const hasTags = tags.test(raw);
  tags.lastIndex = 0;
  const hasLists = hasTags && /<(?:ul|ol)[\s>]/i.test(raw);
  const hasItems = hasTags && /<(?:li|p|br|div)[\s/>]/i.test(raw);
  const withHyphens = !hasItems && (hasLists || (isOneLine && leadingBullet(raw) !== null));
  const paragraphs: Paragraph[] = [];
  const addText = (text: string) => {
    for (const one of splitAtBullets(text, withHyphens)) {
      const paragraph = paragraphOf(one, piece, hasTags ? nesting : null, isMarkdown);
      if (paragraph) paragraphs.push(paragraph);
    }
  };
  let start = 0;
  for (let tag = tags.exec(raw); tag; tag = tags.exec(raw)) {
    addText(raw.slice(start, tag.index));
    start = tags.lastIndex;
    const name = tag[2]!.toLowerCase();
    if (name === "ul" || name === "ol") nesting.depth = Math.max(0, nesting.depth + (tag[1] ? -1 : 1));
    else if (name === "li") nesting.inItem = !tag[1];
  }
  addText(raw.slice(start));
  return paragraphs;
}

function paragraphOf(
  raw: string,
  { line, column }: Piece,
  nesting: Nesting | null,
  isMarkdown: boolean,
): Paragraph | null {
  const printed = raw.trim();
  const text = plainText(isMarkdown ? withoutEscapes(printed) : printed);
  if (text === "") return null;
  const isListItem = nesting?.inItem ?? false;
  if (nesting) nesting.inItem = false;
  return {
    ...{ kind: "PARAGRAPH", text, line, column, page: null, isListItem, headingLevel: null },
    ...(printed !== text && { raw: printed }),
    indent: nesting ? (isListItem && nesting.isTrusted ? nesting.depth : 0) : indentOf(raw),
    ...(printed.includes("&#") && { isEscaped: true }),
  };
}

/** The width of the white space at the beginning of a text; a tab is four wide. */
function indentOf(raw: string): number {
  const spaces = /^(?:\s|&nbsp;)*/.exec(raw.slice(0, 10_000))![0].replaceAll("&nbsp;", " ");
  return [...spaces].reduce((width, one) => width + (one === "\t" ? 4 : 1), 0);
}
