/**
 * Whether a word is a misprint of a known word of the same length: one syllable differs (입기후), or two syllables
 * or adjacent parts are swapped (사회경제적기업). The last syllable may differ by one letter only, since another one
 * makes another word: 임기내 is not 임기후, 사회적기금 not 사회적기업. This applies to both syllables of a short word.
 */
export function isMisprint(word: string, knownWord: string): boolean {
  if (word.length !== knownWord.length || word === knownWord || knownWord.length < 2) return false;
  let first = 0;
  while (word[first] === knownWord[first]) first += 1;
  let last = knownWord.length - 1;
  while (word[last] === knownWord[last]) last -= 1;
  const isPlain = knownWord.length > 2 && first < knownWord.length - 1;
  if (first === last) return isPlain || isOneLetterApart(word[first]!, knownWord[first]!);
  const part = word.slice(first, last + 1);
  const knownPart = knownWord.slice(first, last + 1);
  if (knownWord.length === 2) return false;
  // 기업사회적 is not a misprint of 사회적기업: whole parts swap only after an unchanged beginning.
  return isExchange(part, knownPart) || (first > 0 && isRotation(part, knownPart));
}

const isExchange = (part: string, knownWord: string): boolean =>
  part.slice(1, -1) === knownWord.slice(1, -1) &&
  part[0] === knownWord.at(-1) &&
  part.at(-1) === knownWord[0];

const isRotation = (part: string, knownWord: string): boolean => (knownWord + knownWord).includes(part);

/** Whether two syllables differ by one letter: 업 and 엄, 제 and 재, 임 and 이. */
export function isOneLetterApart(one: string, other: string): boolean {
  const [shorter, longer] = [one.normalize("NFD"), other.normalize("NFD")].sort(
    (a, b) => a.length - b.length,
  );
  if (longer!.length - shorter!.length > 1) return false;
  const unlike = [...longer!].filter((letter, index) => letter !== shorter![index]);
  return unlike.length === 1;
}

/** The table entry of a word, or of the word it is a misprint of (`misprintOf`, null for an exact match). */
export function lookUp<Meaning>(
  word: string,
  table: ReadonlyMap<string, Meaning>,
): { meaning: Meaning; misprintOf: string | null } | undefined {
  const exact = table.get(word);
  if (exact !== undefined) return { meaning: exact, misprintOf: null };
  for (const [knownWord, meaning] of table)
    if (isMisprint(word, knownWord)) return { meaning, misprintOf: knownWord };
  return undefined;
}
