import { leadingBullet } from "../../../documents/bullets.ts";
import type { Paragraph } from "../../../documents/document-model.ts";
import type { FormWords, SectionMeaning } from "../form/form-words.ts";
import type { SourceLocation } from "../report-draft.ts";
import { isEscaped, locationOf, wordsOf } from "./printed.ts";

/** The heading of one of the three sections, in one paragraph or over several. */
export interface SectionHeading extends SectionMeaning {
  /** Its paragraphs joined by a space. */
  title: string;
  misprintOf: string | null;
  origin: SourceLocation;
  paragraphs: Paragraph[];
  /** Whether a bullet (○) precedes it, as one precedes statements. */
  hasBullet: boolean;
}

const maxParagraphs = 3;
/** ○ and □ may precede a heading; what begins with - or • is a statement even if it reads like one. */
const mayLead = /[○●◎◯❍ㅇo□■▣]/;

/** The section heading that begins at a paragraph: the longest run of paragraphs that reads as one. */
export function sectionHeadingAt(
  paragraphs: readonly Paragraph[],
  index: number,
  words: FormWords,
): SectionHeading | undefined {
  const bullet = leadingBullet(paragraphs[index]!.text);
  if (bullet && !mayLead.test(bullet.sign)) return undefined;
  let heading: SectionHeading | undefined;
  for (let count = 1; count <= maxParagraphs; count += 1) {
    const last = paragraphs[index + count - 1];
    if (!last || (count > 1 && (last.afterBlank || leadingBullet(last.text)))) break;
    const run = paragraphs.slice(index, index + count);
    const title = wordsOf(run);
    if (title.length > 200 || isEscaped(run)) break;
    const found = words.section(title);
    // ○ 추진계획 may be a statement; only the form's own words, letter for letter, are a heading there.
    if (!found || (bullet && /[○●◎◯❍ㅇo]/.test(bullet.sign) && (found.misprintOf || count > 1))) continue;
    heading = {
      ...found.meaning,
      ...{ misprintOf: found.misprintOf, paragraphs: run, origin: locationOf(run[0]!) },
      title: title.replace(/^[\s□■▣○●◎◯❍ㅇ#]+/, "").trim(),
      hasBullet: bullet !== null && /[○●◎◯❍ㅇo]/.test(bullet.sign),
    };
  }
  return heading;
}
