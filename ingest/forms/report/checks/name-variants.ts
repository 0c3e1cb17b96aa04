import { draftFinding, type FindingDraft, type Place } from "../../../draft-finding.ts";
import { isMisprint, isOneLetterApart } from "../layout/similar-words.ts";
import type { Line } from "../layout/text-lines.ts";

/** NAME_VARIANT for a word that is a misprint of one of the form or of the field. */
export const misprintFinding = (place: Place, word: string, known: string): FindingDraft =>
  draftFinding(
    "NAME_VARIANT",
    place,
    `‘${known}’의 오기로 보입니다: ‘${word}’. 원문을 확인해 고쳐 주십시오.`,
    `“${word}” looks like a misprint of “${known}”. Check the original and correct it.`,
  );

/** Words of the field that are long enough to be told from other words of the language. */
const vocabulary = [
  "예비사회적기업",
  "인증사회적기업",
  "사회적협동조합",
  "사회적경제기업",
  "사회적기업",
  "사회적경제",
];
/** Runs of syllables, in stretches that the engine of regular expressions can hold. */
const hangul = /[가-힣]{5,10000}/g;

/** NAME_VARIANT for misprints of the field's vocabulary (사회경제적기업), each word once a line. */
export function vocabularyMisprints(lines: Line[]): FindingDraft[] {
  return lines.flatMap(({ number, text }) => {
    const words = new Map(misprintsIn(text).map(({ word, known }) => [word, known]));
    return [...words].map(([word, known]) => misprintFinding({ line: number, quote: word }, word, known));
  });
}

/** The misprints in a text and where they stand. A word found, right or wrong, is not looked into again. */
export function misprintsIn(text: string): { at: number; word: string; known: string }[] {
  const found: { at: number; word: string; known: string }[] = [];
  for (const { 0: run, index } of text.matchAll(hangul)) {
    for (let at = 0; at < run.length; ) {
      const right = vocabulary.find((known) => run.startsWith(known, at));
      const known =
        right ?? vocabulary.find((one) => isVocabularyMisprint(run.slice(at, at + one.length), one));
      if (known && !right) found.push({ at: index + at, word: run.slice(at, at + known.length), known });
      at += known?.length ?? 1;
    }
  }
  return found;
}

/**
 * 사회경제적 is a word of its own, and so are 사회적농업 and 지역적경제: a swap counts only in a word that goes on
 * behind it, another syllable only if it is one letter off or between the first and the last two.
 */
function isVocabularyMisprint(word: string, known: string): boolean {
  const isNear = word.startsWith(known.slice(0, 2)) || word.endsWith(known.slice(-2));
  if (!isNear || !isMisprint(word, known)) return false;
  const unlike = [...word].flatMap((syllable, index) => (syllable === known[index] ? [] : [index]));
  if (unlike.length > 1) return known.length > 5 || unlike.at(-1)! < known.length - 1;
  const index = unlike[0]!;
  const isInside = known.length > 5 && index > 1 && index < known.length - 2;
  return isInside || isOneLetterApart(word[index]!, known[index]!);
}
