import { writeMarks } from "../../../documents/literal-mark.ts";

/** A text for a plain text file, in which a literal character is a numeric entity. */
export const withEntities = (text: string): string =>
  writeMarks(text, (character) => `&#${character.codePointAt(0)};`);
