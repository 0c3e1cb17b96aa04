/** The period that a heading of the funding table prints. */
export type PrintedPeriod =
  | { type: "BEFORE_TERM" | "AFTER_TERM" }
  | { type: "MONTHS"; year: number; from: number; to: number }
  /** One month of a half-year: its first or its last, depending on the other columns. */
  | { type: "ONE_MONTH"; year: number; month: number };

const apostrophes = /['’‘`´′＇]/g;
const brackets = /[()（）]/g;
const yearAlone = /^(\d{4}|\d{2})(?:년도|년|\.)?$/;
const halfYear = /^(\d{4}|\d{2})(?:년도|년|\.)?(상|하)반기\.?$/;
const lastDaysOfMonths = [[31], [28, 29], [31], [30], [31], [30], [31], [31], [30], [31], [30], [31]];

/** Reads '19 · 2019년 · '18.7. · '18.7.~12. · '18.하반기, without white space; undefined for anything else. */
export function readDatedPeriod(label: string): PrintedPeriod | undefined {
  const words = label.replace(apostrophes, "").replace(brackets, ".");
  const year = yearAlone.exec(words);
  if (year) return { type: "MONTHS", year: fullYear(year[1]!), from: 1, to: 12 };
  const half = halfYear.exec(words);
  if (half) {
    const [from, to] = half[2] === "상" ? [1, 6] : [7, 12];
    return { type: "MONTHS", year: fullYear(half[1]!), from: from!, to: to! };
  }
  if (!/^[\d.년월일~∼～〜-]+$/.test(words)) return undefined;
  const [left, right, ...more] = words.split(/[~∼～〜-]/);
  if (more.length > 0) return undefined;
  return readRange(numbersIn(left!), right === undefined ? [] : numbersIn(right));
}

/** From the numbers of 18.7.1. and of 12.31. or 18.12.31.; undefined unless they are whole months of one year. */
function readRange([year, from, firstDay]: string[], right: string[]): PrintedPeriod | undefined {
  if (!year) return right.length === 2 ? oneMonth(right[0]!, right[1]!) : undefined;
  const repeatsYear = right.length > 1 && fullYear(right[0]!) === fullYear(year);
  const [to, lastDay] = repeatsYear ? right.slice(1) : right;
  if (!from || !to) return from || to ? oneMonth(year, from ?? to!) : undefined;
  const [first, last] = [Number(from), Number(to)];
  if (first < 1 || first > last || last > 12) return undefined;
  const startsMonth = firstDay === undefined || Number(firstDay) === 1;
  const endsMonth = lastDay === undefined || lastDaysOfMonths[last - 1]!.includes(Number(lastDay));
  return startsMonth && endsMonth
    ? { type: "MONTHS", year: fullYear(year), from: first, to: last }
    : undefined;
}

const oneMonth = (year: string, month: string): PrintedPeriod | undefined =>
  Number(month) >= 1 && Number(month) <= 12
    ? { type: "ONE_MONTH", year: fullYear(year), month: Number(month) }
    : undefined;

const numbersIn = (text: string): string[] => text.match(/\d+/g) ?? [];

/** Two digits are a year from 1990 to 2089. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 90 ? 2000 + year : 1900 + year;
}
