import type { DraftParagraph } from "../draft-document.ts";
import type { Column, TextLine } from "./text-lines.ts";

/** Signs that begin an item wherever they stand. */
const bullet = /^[○●◯◎□■▢▣◇◆▷▶☞※❍⚬▪◦]/;
/** Signs that also stand within a sentence: they begin an item only before a space. */
const dash = /^[-–—•·∙‧*ㆍ▸] |^\(?(\d{1,2}|[가-하])[.)] (?=\D)|^[①-⑳]/;

/** A new paragraph leaves more than this many times the letters' size above it. */
const paragraphGap = 2.4;
const otherSize = 0.2;

/** Joins lines that were wrapped into paragraphs; a column may go on over pages. */
export function paragraphsOf(
  column: Column,
  margin = Math.min(...column.lines.map(({ x0 }) => x0)),
): DraftParagraph[] {
  const paragraphs: { lines: TextLine[]; text: string }[] = [];
  for (const line of column.lines) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.lines.at(-1);
    if (paragraph && before && continues(before, line, column)) {
      paragraph.text += (needsSpace(before, line, column) ? " " : "") + line.text;
      paragraph.lines.push(line);
    } else {
      paragraphs.push({ lines: [line], text: line.text });
    }
  }
  return paragraphs.map(({ lines: [first], text }) => ({
    kind: "PARAGRAPH",
    text,
    page: first!.page,
    indent: Math.max(0, Math.round((first!.x0 - margin) / (first!.size / 2))),
  }));
}

/** Whether a line continues the one before it, as no room was left there. */
export function continues(before: TextLine, line: TextLine, column: Pick<Column, "left" | "right">): boolean {
  if (bullet.test(line.text) || dash.test(line.text)) return false;
  if (Math.abs(before.size - line.size) > otherSize * Math.max(before.size, line.size)) return false;
  if (before.page === line.page && line.y - before.y > paragraphGap * line.size) return false;
  const [word = ""] = line.text.split(" ");
  const room = column.right - before.x1;
  return (areCentred(before, line, column) ? room * 2 : room) < widthOf(word.length, line);
}

/** A word was wrapped whole if its first letter would have had room, and not after a hyphen; a Latin one always is. */
function needsSpace(before: TextLine, line: TextLine, { right }: Column): boolean {
  if (before.endsInSpace || (/[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(line.text))) return true;
  return !/[-–/]$/.test(before.text) && right - before.x1 > widthOf(1, line) * 1.3;
}

/** The width that the first letters of a line take, as wide as its letters are on average. */
const widthOf = (letters: number, line: TextLine): number =>
  ((line.x1 - line.x0) / line.text.length) * letters + line.size * 0.3;

/** Lines set in the middle leave room at both sides. */
const areCentred = (
  before: TextLine,
  line: TextLine,
  { left, right }: Pick<Column, "left" | "right">,
): boolean =>
  [before, line].every(
    ({ x0, x1, size }) => x0 - left > size / 2 && Math.abs(x0 - left - (right - x1)) < size / 3,
  ) && Math.abs(before.x0 - line.x0) > 1;
