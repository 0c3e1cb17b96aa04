/** U+0000, which PostgreSQL does not store; half of a surrogate pair; U+FFFD, which stands for a lost character. */
const broken = /[\0\uFFFD\p{Surrogate}]/u;

/** The first character of a text that a document must not contain, as U+0000; null if there is none. */
export function brokenCharacterIn(text: string): string | null {
  const match = broken.exec(text);
  return match && `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The index of the first such character; -1 if there is none. */
export const brokenCharacterAt = (text: string): number => text.search(broken);
