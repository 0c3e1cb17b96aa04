/**
 * Stands before a character that is to be read as a letter of the text, whatever it looks like: never as a bullet, a
 * word of the form or part of a misprint. A noncharacter, which no document holds.
 */
export const literalMark = "\uFDD0";

const marked = new RegExp(`${literalMark}([\\s\\S])`, "gu");

/** A text with its marks replaced by how a format writes a literal character. */
export const writeMarks = (text: string, write: (character: string) => string): string =>
  text.replace(marked, (_, character: string) => write(character));

/** A text as it reads, without marks. */
export const withoutMarks = (text: string): string => writeMarks(text, (character) => character);

/** A text in which its literal characters are hidden, for those who look for bullets, headings and misprints. */
export const hideLiterals = (text: string): string => writeMarks(text, () => literalMark);

/** The characters of a text in order, each with whether it is marked. */
export const charactersOf = (text: string): { character: string; isLiteral: boolean }[] =>
  Array.from(text.matchAll(new RegExp(`(${literalMark})?([\\s\\S])`, "gu")), ([, mark, character]) => ({
    ...{ character: character!, isLiteral: mark !== undefined },
  }));
