import { decodeHTMLStrict } from "entities";

/** What a text may contain that nobody reads as it stands: entities of HTML, separators of lines and pages. */
const unreadable = /[&\v\f\u0085\u2028\u2029]/;
const lineSeparators = /[\v\f\u0085\u2028\u2029]/g;

/** A text as a person reads it: `A&amp;B&nbsp;` is `A&B`, other separators of lines are line feeds. */
export const readableText = (text: string): string =>
  unreadable.test(text)
    ? decodeHTMLStrict(text).replace(lineSeparators, "\n").replaceAll("\u00A0", " ").trim()
    : text;
