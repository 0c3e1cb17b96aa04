/**
 * Whether a word is a misprint of a known one: as long, with one syllable unlike (입기후) or two
 * syllables or adjacent parts swapped (사회경제적기업). A last syllable must be alike but for one letter, since another last
 * syllable makes another word: 임기내 is no 임기후, 사회적기금 no 사회적기업. So must both of a word of two.
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
  // 기업사회적 is no misprint of 사회적기업: whole parts swap only behind an unchanged beginning.
  return isExchange(part, knownPart) || (first > 0 && isRotation(part, knownPart));
}

const isExchange = (part: string, knownWord: string): boolean =>
  part.slice(1, -1) === knownWord.slice(1, -1) &&
  part[0] === knownWord.at(-1) &&
  part.at(-1) === knownWord[0];

const isRotation = (part: string, knownWord: string): boolean => (knownWord + knownWord).includes(part);

/** Whether two syllables differ by one letter of theirs: 업 and 엄, 제 and 재, 임 and 이. */
export function isOneLetterApart(one: string, other: string): boolean {
  const [shorter, longer] = [one.normalize("NFD"), other.normalize("NFD")].sort(
    (a, b) => a.length - b.length,
  );
  if (longer!.length - shorter!.length > 1) return false;
  const unlike = [...longer!].filter((letter, index) => letter !== shorter![index]);
  return unlike.length === 1;
}

/** The entry of a word in a table, or of the one it is a misprint of, which `misprintOf` then gives. */
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
