import { dateFromSerial, format, isDateFormat, isPercentFormat } from "numfmt";
import { displayFacts } from "./display-facts.ts";
import type { StoredCell } from "./table.ts";

/** Formats that display the stored number itself, rounded at most. */
const plainNumber = /^(General|[#0,]*0(\.0+)?)$/;
/** Days between the two date systems of spreadsheet programs. */
const daysTo1904 = 1_462;
/** Spreadsheet programs keep 15 digits of a number: from here on a whole one may have been rounded. */
export const leastRounded = 1e15;

/** A number format such as `#,##0` or `yyyy-mm-dd`. */
export class NumberFormat {
  readonly #pattern: string;
  readonly #isDate: boolean;
  readonly #isPercent: boolean;
  readonly #isPlain: boolean;
  readonly #concealsText: boolean;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.#isDate = isDateFormat(pattern);
    this.#isPercent = isPercentFormat(pattern);
    this.#isPlain = plainNumber.test(pattern);
    // Each of its four parts is empty, the last of which is for texts.
    this.#concealsText = /;\s*$/.test(pattern) && pattern.split(";").length === 4;
  }

  /** The cell of a stored number; undefined if it is none. `countsFrom1904`: which days its serial numbers mean. */
  cell(stored: string, countsFrom1904: boolean): StoredCell | undefined {
    const number = Number(stored);
    if (stored.trim() === "" || !Number.isFinite(number)) return undefined;
    if (this.#isDate) {
      const serial = number + (countsFrom1904 ? daysTo1904 : 0);
      const display = this.#display(serial);
      const cell: StoredCell = { display, exact: dayOf(serial), kind: "date" };
      return display === "" ? { ...cell, isConcealed: true } : cell;
    }
    const display = this.#display(number);
    if (this.#isPercent)
      return {
        display,
        exact: `${exactNumber(number * 100)}%`,
        kind: "percent",
        ...displayFacts(display.replace(/[%％]/, ""), number * 100),
      };
    const cell: StoredCell = { display, exact: exactNumber(number), kind: "number" };
    if (Math.abs(number) >= leastRounded) cell.isRounded = true;
    return this.#isPlain ? cell : { ...cell, ...displayFacts(display, number) };
  }

  /** The cell of a text: the text itself unless its format conceals it (`;;;`). */
  textCell(text: string): string | StoredCell {
    return this.#concealsText && text !== ""
      ? { display: "", exact: text, kind: "text", isConcealed: true }
      : text;
  }

  #display(number: number): string {
    try {
      return format(this.#pattern, number, { locale: "ko" }).trim();
    } catch {
      // A pattern that is invalid in Excel too.
      return String(number);
    }
  }
}

/** Excel keeps 15 digits; the rest is binary rounding error. */
export const exactNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** 2025-03-01, followed by the time unless it is midnight. */
function dayOf(serial: number): string {
  const [year, month, day, ...time] = dateFromSerial(serial);
  const two = (part: number) => String(part).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return time.every((part) => part === 0) ? date : `${date} ${time.map(two).join(":")}`;
}
