import { leadingBullet } from "../../../documents/bullets.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { ListedCell } from "../place/placed-form.ts";

const isBulleted = ({ text, isListItem }: Paragraph): boolean => isListItem || leadingBullet(text) !== null;
/** A whole sentence. Reports write phrases. */
const isSentence = ({ text }: Paragraph): boolean => /다\.$/.test(text);

/**
 * Takes texts out of a list that are none of its statements, so that they are reported: outside of cells, a text
 * without a bullet among bullets, or behind them, that does not continue the bullet before it.
 */
export function releaseForeign(cells: ListedCell[], taken: Set<Paragraph>): void {
  const all = cells.flatMap(({ paragraphs }) => paragraphs);
  let bullet: Paragraph | null = null;
  let before: Paragraph | undefined;
  let isInCell = false;
  let isForeign = false;
  const kept = cells.filter(({ paragraphs, isCell }) => {
    const [one] = paragraphs;
    if (isCell || !one || isBulleted(one)) {
      [isForeign, isInCell, bullet] = [false, isCell, isCell || !one ? bullet : one];
    } else if (isInCell) isForeign ||= one.afterBlank === true;
    else if (bullet) isForeign ||= !continues(one, bullet, before!, all);
    before = paragraphs.at(-1);
    return !isForeign;
  });
  for (const { paragraphs } of cells) for (const one of paragraphs) taken.delete(one);
  for (const { paragraphs } of kept) for (const one of paragraphs) taken.add(one);
  cells.splice(0, cells.length, ...kept);
}

/** Whether a text without a bullet continues the bullet above, of which `before` is the last line so far. */
function continues(text: Paragraph, bullet: Paragraph, before: Paragraph, all: Paragraph[]): boolean {
  if (text.afterBlank) return false;
  // A sign alone stands above its text.
  if (before === bullet && leadingBullet(bullet.text)?.length === bullet.text.length) return true;
  if (text.indent > bullet.indent) return true;
  if (text.beginsParagraph) return false;
  return (
    !isSentence(text) || all.some((one) => isBulleted(one) && isSentence(one)) || isFull(before, text, all)
  );
}

/** Whether a line was wrapped where it ends: the next word had no room within the longest line. */
function isFull(line: Paragraph, next: Paragraph, all: Paragraph[]): boolean {
  const longest = all.reduce((most, { text, indent }) => Math.max(most, indent + text.length), 0);
  const word = next.text.split(" ")[0]!;
  return line.indent + line.text.length + 1 + word.length > longest;
}
