import type { Paragraph } from "../../../documents/document-model.ts";
import { draftFinding, type FindingDraft, type Place } from "../../../draft-finding.ts";
import { isMisprint, isOneLetterApart } from "../form/similar-words.ts";
import { maskedOf } from "../place/printed.ts";

/** NAME_VARIANT for a misprint of a word of the form or of the field. */
export const misprintFinding = (place: Place, word: string, knownWord: string): FindingDraft =>
  draftFinding(
    "NAME_VARIANT",
    place,
    `‘${knownWord}’의 오기로 보입니다: ‘${word}’. 원문을 확인해 고쳐 주십시오.`,
    `“${word}” looks like a misprint of “${knownWord}”. Check the original and correct it.`,
  );

/** Terms of the field that are long enough to be distinctive. */
const vocabulary = [
  "예비사회적기업",
  "인증사회적기업",
  "사회적협동조합",
  "사회적경제기업",
  "사회적기업",
  "사회적경제",
];
/** Runs of syllables, limited to a length that the regular expression engine can handle. */
const hangul = /[가-힣]{5,10000}/g;

/** NAME_VARIANT for misprints of the field's vocabulary (사회경제적기업), each word once per line. Escaped letters are exempt. */
export function vocabularyMisprints(paragraphs: readonly Paragraph[]): FindingDraft[] {
  const reported = new Set<string>();
  return paragraphs.flatMap((paragraph) => {
    const { line, column } = paragraph;
    return misprintsIn(maskedOf(paragraph)).flatMap(({ word, knownWord }) => {
      if (reported.has(`${line} ${word}`)) return [];
      reported.add(`${line} ${word}`);
      return [misprintFinding({ line, column, quote: word }, word, knownWord)];
    });
  });
}

/** The misprints in a text and their positions. A matched word, right or wrong, is not searched again. */
export function misprintsIn(text: string): { at: number; word: string; knownWord: string }[] {
  const misprints: { at: number; word: string; knownWord: string }[] = [];
  for (const { 0: run, index } of text.matchAll(hangul)) {
    for (let at = 0; at < run.length; ) {
      const exactWord = vocabulary.find((knownWord) => run.startsWith(knownWord, at));
      const knownWord =
        exactWord ?? vocabulary.find((one) => isVocabularyMisprint(run.slice(at, at + one.length), one));
      if (knownWord && !exactWord)
        misprints.push({ at: index + at, word: run.slice(at, at + knownWord.length), knownWord });
      at += knownWord?.length ?? 1;
    }
  }
  return misprints;
}

/**
 * 사회경제적 is a valid word, and so are 사회적농업 and 지역적경제: a swap counts only if the word continues
 * after it, a different syllable only if it is one letter off or between the first and the last two.
 */
function isVocabularyMisprint(word: string, knownWord: string): boolean {
  const isNear = word.startsWith(knownWord.slice(0, 2)) || word.endsWith(knownWord.slice(-2));
  if (!isNear || !isMisprint(word, knownWord)) return false;
  const unlike = [...word].flatMap((syllable, index) => (syllable === knownWord[index] ? [] : [index]));
  if (unlike.length > 1) return knownWord.length > 5 || unlike.at(-1)! < knownWord.length - 1;
  const index = unlike[0]!;
  const isInside = knownWord.length > 5 && index > 1 && index < knownWord.length - 2;
  return isInside || isOneLetterApart(word[index]!, knownWord[index]!);
}
