import { closest, distance } from "fastest-levenshtein";

/** The known word with the smallest edit distance to `word`; null if there are no words. */
export function nearest(word: string, knownWords: readonly string[]): string | null {
  return knownWords.length > 0 ? closest(word, [...knownWords]) : null;
}

/** Whether a word is likely a slip of the pen for another: at most half of its letters have to be edited. */
export const isSlipOf = (word: string, knownWord: string): boolean =>
  distance(word, knownWord) <= Math.max(word.length, knownWord.length) / 2;
