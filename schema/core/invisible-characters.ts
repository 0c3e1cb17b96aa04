/** Characters that nobody sees: format characters, variation selectors, Hangul fillers, the blank braille pattern. */
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** A text without the characters that nobody sees, which programs leave in it: U+200B, U+FEFF. */
export const withoutInvisible = (text: string): string => text.replace(invisible, "");

/** Whether a text has only ASCII, Hangul syllables and single spaces, as nearly all names and codes have. */
export function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isLetter = (code > 0x20 && code < 0x7f) || (code >= 0xac00 && code <= 0xd7a3);
    if (!isLetter && (code !== 0x20 || text.charCodeAt(index - 1) === 0x20)) return false;
  }
  return true;
}

/** Full-width letters, digits and signs as ASCII: Ｐ１ → P1. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * A name or code as it is compared: P1, P1 with U+200B and Ｐ１ are one. Hyphens of every kind are one, and white space
 * is one space.
 */
export const comparableKey = (text: string): string =>
  isPlain(text)
    ? text
    : toHalfWidth(withoutInvisible(text))
        .replace(/[‐‑‒–—―−﹣]/g, "-")
        .replace(/\s+/g, " ")
        .trim();
