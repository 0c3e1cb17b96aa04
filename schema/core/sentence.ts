import type { Localized } from "./localized.ts";

/** Quotations, which stay letter for letter, or two full stops at the end of a sentence. */
const doubleStop = /“[^”]*”|‘[^’]*’|(?<!\.)\.\.(?=\s|$)/g;

/** Sentences composed of other texts, with one full stop where such a text ends in one itself, as '22.6. does. */
const withSingleStops = (text: string): string =>
  text.replace(doubleStop, (found) => (found === ".." ? "." : found));

/** The same of a text in both languages. */
export const sentence = ({ ko, en }: Localized): Localized => ({
  ko: withSingleStops(ko),
  en: withSingleStops(en),
});
