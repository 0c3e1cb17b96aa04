/** Particles that end a word in a question, the longest first. */
const particles =
  "으로부터 에서는 에게서 이라는 에서 에게 부터 까지 으로 이나 이란 에는 은 는 이 가 을 를 의 에 와 과 도 로 만 란".split(
    " ",
  );

/** What does not count when words are looked for: blanks, middle dots, commas, quotes and the like. */
const ignored = /[\s·ㆍ・•∙‧,"'“”‘’「」『』()[\]?]+/gu;

/** A text as it is compared with what is looked for: without case, blanks and punctuation. */
export const searchable = (text: string): string =>
  text.normalize("NFC").toLowerCase().replaceAll(ignored, "");

/** What is looked for. A text has it if it has every word, or all of them run together. */
export interface Search {
  /** Each word in its spellings: as it is written, and without the particle that it may end in. */
  words: readonly (readonly string[])[];
  /** The spellings of all words as one, because blanks are set in many ways. Empty without words. */
  phrase: readonly string[];
}

/** What a text looks for: 집행률을 is 집행률을 or 집행률, 집행 률 is 집행률 too. */
export function searchOf(text: string): Search {
  const words = text
    .normalize("NFC")
    .split(/[\s,·ㆍ]+/u)
    .map(searchable)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return { words: words.map(spellings), phrase: words.length === 0 ? [] : spellings(words.join("")) };
}

function spellings(word: string): string[] {
  const stem = withoutParticle(word);
  return stem === null ? [word] : [word, stem];
}

/** A Korean word without its particle if at least two syllables are left; otherwise null. */
function withoutParticle(word: string): string | null {
  if (!/[가-힣]$/u.test(word)) return null;
  const found = particles.find((particle) => word.endsWith(particle) && word.length >= particle.length + 2);
  return found === undefined ? null : word.slice(0, -found.length);
}

/** Whether a text has what is looked for; always true without words. */
export function contains(text: string, { words, phrase }: Search): boolean {
  const plain = searchable(text);
  const has = (spelling: string) => plain.includes(spelling);
  return words.every((word) => word.some(has)) || phrase.some(has);
}
