/**
 * Bookmarks that the hub sets before a character which is to be read as a letter of the text, never as a bullet, a
 * heading or a misprint (`literalMark`). They do not print. A character that XML or a word processor does not keep,
 * such as a control character, stands in the name of its bookmark: 원문12-0B.
 */
const bookmarkName = /^원문\d+(?:-([0-9A-F]{1,6}))?$/;

/** What XML or a word processor does not keep: control characters and noncharacters; tab and line break it keeps. */
const notKept = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/u;

/** Characters that readers take for others or leave out, so that they are kept only as literal ones. */
export const keptAsLiteral =
  /[\u00a0\u2007\u202f\u3000\u00ad\u200b\ufeff]|[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/u;

/** The name of a bookmark before a character, and whether the character stands in it. */
export function literalBookmark(number: number, character: string): { name: string; isInName: boolean } {
  const isInName = notKept.test(character);
  const code = isInName ? `-${character.codePointAt(0)!.toString(16).toUpperCase()}` : "";
  return { name: `원문${number}${code}`, isInName };
}

/** The character in the name of such a bookmark, null if it follows it; null for another bookmark. */
export function literalBookmarkOf(name: string): { character: string | null } | null {
  const match = bookmarkName.exec(name);
  if (!match) return null;
  if (match[1] === undefined) return { character: null };
  const code = Number.parseInt(match[1], 16);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : "";
  // What prints has no place in a name.
  return notKept.test(character) && character !== "\0" ? { character } : null;
}
