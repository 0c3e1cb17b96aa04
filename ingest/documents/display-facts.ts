import type { StoredCell } from "./table.ts";

/** What the display of a stored number adds to it or changes. */
export type DisplayFacts = Pick<StoredCell, "scale" | "unit" | "isConcealed" | "displaysOther">;

/** Signs and words, a number, words: ₩1,234 · △371 · 5,035,146천원. Dates, codes and fractions are none. */
const printedNumber = /^([^\d.]*)(\d[\d,]*(?:\.\d*)?|\.\d+)([^\d]*)$/;
const negative = /[-−–△▲▽▼(]/;
const noWord = /[-−–+△▲▽▼()\s]/g;
const largestScale = 1e12;

/** Compares a stored number with the text that its number format makes of it, whatever program wrote the format. */
export function displayFacts(display: string, stored: number): DisplayFacts {
  if (display.trim() === "") return { isConcealed: true };
  const match = printedNumber.exec(display.trim());
  if (!match) return {};
  const [, before = "", digits = "", after = ""] = match;
  const facts: DisplayFacts = {};
  const unit = (before + after).replace(noWord, "");
  if (unit !== "") facts.unit = unit;
  const scale = scaleOf(digits, Math.abs(stored));
  if (scale === undefined || (stored > 0 && negative.test(before))) facts.displaysOther = true;
  else if (scale > 1) facts.scale = scale;
  return facts;
}

/** The power of 1,000 by which a number was divided before it was rounded to these digits; undefined if there is none. */
function scaleOf(digits: string, stored: number): number | undefined {
  const plain = digits.replaceAll(",", "");
  const decimals = plain.length - (plain.includes(".") ? plain.indexOf(".") + 1 : plain.length);
  const shown = Number(plain);
  // Half of the last digit, and what binary fractions are off by.
  const tolerance = 0.5 * 10 ** -decimals + stored * Number.EPSILON * 4;
  for (let scale = 1; scale <= largestScale; scale *= 1_000)
    if (Math.abs(stored / scale - shown) <= tolerance) return scale;
  return undefined;
}
