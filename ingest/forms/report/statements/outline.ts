import { leadingBullet, splitAtBullets } from "../../../documents/bullets.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { ListedCell } from "../place/placed-form.ts";
import { maskedOf, quoteOf } from "../place/printed.ts";
import type { StatementDraft } from "../report-draft.ts";
import { type Bullet, OpenBullets } from "./open-bullets.ts";

/** The part of a statement's text in one paragraph; `statement` is the statement's index. */
export interface StatementPiece {
  statement: number;
  line: number;
  column: number | null;
  /** As printed, escaped characters as such: an escaped letter is exempt from misprint checks. */
  text: string;
}

/** The statements of a list, each after its parent, and the pieces they were joined from. */
export interface Outline {
  statements: StatementDraft[];
  pieces: StatementPiece[];
}

/** A paragraph without its bullet. */
interface Item {
  paragraph: Paragraph;
  /** The sign of the bullet, "li" for a list item without one; null for neither. */
  kind: string | null;
  text: string;
  quote: string;
  /** The text as checks see it. */
  masked: string;
}

const listItem = "li";

/**
 * Builds the tree of bullets and keeps every text: text without a bullet continues the previous statement, or is a
 * statement of its own if it comes first, after a blank line or is a remark.
 */
export function readOutline(cells: readonly ListedCell[]): Outline {
  const outline: Outline = { statements: [], pieces: [] };
  const open = new OpenBullets();
  /** A bullet whose text is still to come. */
  let waiting: Bullet | null = null;
  /** The statement that a text without a bullet continues. */
  let continued: number | null = null;
  for (const item of cells.filter(({ isRemark }) => !isRemark).flatMap(itemsOf)) {
    const { afterBlank, indent } = item.paragraph;
    if (afterBlank) {
      continued = null;
      waiting = null;
    }
    const bullet: Bullet | null = item.kind === null ? waiting : { kind: item.kind, indent };
    if (item.text === "") waiting = bullet;
    else if (bullet === null && continued !== null) continueStatement(outline, continued, item);
    else {
      const parent = bullet === null ? open.clear() : open.parentOf(bullet);
      continued = addStatement(outline, item, parent);
      if (bullet) open.push(bullet, continued);
      waiting = null;
    }
  }
  for (const { paragraphs } of cells.filter(({ isRemark }) => isRemark)) {
    const remark = paragraphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (!remark[0]) continue;
    const statement = addStatement(outline, wholeItem(remark[0]), null);
    for (const paragraph of remark.slice(1)) continueStatement(outline, statement, wholeItem(paragraph));
  }
  return outline;
}

/** The paragraphs of a cell, each bullet apart: converters may leave all bullets of a cell on one line. */
function itemsOf({ paragraphs, isCell }: ListedCell): Item[] {
  const isOneLine = isCell && paragraphs.length === 1;
  return paragraphs.flatMap((paragraph) => {
    // What is escaped was split where it was read.
    if (paragraph.isEscaped) return [itemOf(paragraph)];
    const bullet = leadingBullet(paragraph.text);
    const pieces = splitAtBullets(paragraph.text, isOneLine && bullet !== null && paragraph.text.length > 0);
    if (pieces.length < 2) return [itemOf(paragraph)];
    return pieces.map((text, index) =>
      itemOf({
        ...paragraph,
        text: text.trim(),
        raw: text.trim(),
        afterBlank: index === 0 && paragraph.afterBlank,
      }),
    );
  });
}

function itemOf(paragraph: Paragraph): Item {
  const { text, isListItem } = paragraph;
  const raw = quoteOf(paragraph);
  const masked = maskedOf(paragraph);
  const printed = leadingBullet(paragraph.masked ?? raw);
  // An escaped sign is a letter of the text.
  const bullet = paragraph.isEscaped && !printed ? null : leadingBullet(text);
  if (!bullet) return { paragraph, kind: isListItem ? listItem : null, text, quote: raw, masked };
  // A sign is one letter; &nbsp; in a text is its words, not white space.
  const words = text.slice(bullet.isBold ? 3 : 1).trim();
  const behind = (line: string) => {
    const rest = line.slice(printed?.length ?? 0).trim();
    // **○ 조성** is bold from before its bullet.
    return printed?.isBold ? rest.replace("**", "") : rest;
  };
  return {
    ...{ paragraph, kind: bullet.sign, text: words, quote: behind(raw) },
    masked: paragraph.isEscaped ? behind(masked) : words,
  };
}

const wholeItem = (paragraph: Paragraph): Item => ({
  ...{ paragraph, kind: null, text: paragraph.text, quote: quoteOf(paragraph), masked: maskedOf(paragraph) },
});

function addStatement(outline: Outline, item: Item, parent: number | null): number {
  const { line, column } = item.paragraph;
  const depth = parent === null ? 0 : outline.statements[parent]!.depth + 1;
  const statement = outline.statements.length;
  outline.statements.push({ text: item.text, depth, parent, origin: { line, column, quote: item.quote } });
  outline.pieces.push(pieceOf(item, statement));
  return statement;
}

function continueStatement(outline: Outline, statement: number, item: Item): void {
  const { line, column } = item.paragraph;
  const continued = outline.statements[statement]!;
  continued.text += " ";
  continued.laterOrigins ??= [];
  continued.laterOrigins.push({ from: continued.text.length, origin: { line, column, quote: item.quote } });
  continued.text += item.text;
  outline.pieces.push(pieceOf(item, statement));
}

const pieceOf = ({ paragraph, masked }: Item, statement: number): StatementPiece => ({
  ...{ statement, line: paragraph.line, column: paragraph.column, text: masked },
});
