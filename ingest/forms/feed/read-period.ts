import { withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import { parseMonth } from "../../../schema/core/scalars/month.ts";
import { quarterOf } from "../../../schema/core/scalars/quarter.ts";
import { CellProblem, FlaggedValue } from "./cell-problem.ts";
import { splitWeekday, wrongWeekday } from "./read-weekday.ts";
import type { TextReader } from "./text-reader.ts";

const notADate = new CellProblem(
  "NOT_A_DATE",
  "날짜가 아니거나 두 가지로 해석됩니다. 2025-03-01이나 2025. 3. 1.처럼 연, 월, 일 순으로 쓰십시오.",
  "This is not a date, or is ambiguous. Write year, month and day in that order, as in 2025-03-01.",
);
const notAMonth = new CellProblem(
  "NOT_A_DATE",
  "연월이 아니거나 두 가지로 해석됩니다. 2025-03이나 2025년 3월처럼 쓰십시오.",
  "This is not a month, or is ambiguous. Write year and month, as in 2025-03.",
);
const notAQuarter = new CellProblem(
  "NOT_A_DATE",
  "분기가 아닙니다. 2025-Q1이나 2025년 1분기처럼 쓰십시오.",
  "This is not a quarter. Write it as 2025-Q1.",
);
const januaryOrOctober = (year: string): CellProblem =>
  new CellProblem(
    "NOT_A_DATE",
    `${year}-01로도 ${year}-10으로도 읽힙니다. 스프레드시트는 ${year}.10을 ${year}.1로 바꿉니다. ${year}-01이나 ${year}-10으로 쓰십시오.`,
    `This may be ${year}-01 or ${year}-10: a spreadsheet turns ${year}.10 into ${year}.1. Write ${year}-01 or ${year}-10.`,
  );

/** A year as people write it: 2025, '25, 25년. White space is already removed, and apostrophes are one. */
const year = "(\\d{4}|'\\d{2}|\\d{2}(?=년))";
/** Year, month and day in the unambiguous notations. */
const dates = [
  new RegExp(`^${year}([-./])(\\d{1,2})\\2(\\d{1,2})\\.?$`),
  /^(\d{4})()(\d{2})(\d{2})$/,
  new RegExp(`^${year}([년\\-./])(\\d{1,2})월(\\d{1,2})일\\.?$`),
];
const months = [
  new RegExp(`^${year}[-./](\\d{1,2})\\.?$`),
  /^(\d{4})(\d{2})$/,
  new RegExp(`^${year}(?:년도?|[-./])?(\\d{1,2})월$`),
];
const number = "([1-4]|I{1,3}|IV)";
const quarters = [
  new RegExp(`^${year}(?:년도?)?[-./]?(?:Q([1-4])|([1-4])Q)$`, "i"),
  new RegExp(`^${year}(?:년도?)?[-./]?제?${number}(?:/4|사)?분기$`),
  new RegExp(`^${year}년도?${number}/4$`),
];
/** 2025.1: what a spreadsheet makes of 2025.10. */
const januaryAsNumber = /^(\d{4})\.1$/;

/**
 * The time of day after a date: 09:30, T09:30:00.000, 오전 9:30, 9시 30분. One of another zone would be another day
 * here, so only Korea's may follow.
 */
const time =
  /(?:T|\s+|(?<=\)))(?:(?:오전|오후|AM|PM)\s*)?(?:[01]?\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|\s*시(?:\s*[0-5]?\d\s*분)?(?:\s*[0-5]?\d\s*초)?)(?:\s*(?:AM|PM))?(?:\s*\+09(?::?00)?)?$/i;
/** 20250301093000, as procurement systems write it: the day. */
const dayAndTime = /^((?:19|20)\d{6})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/;

const tidy = (text: string): string =>
  withoutInvisible(text)
    .normalize("NFKC")
    .replace(/[‘’´`′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .trim();
const compact = (text: string): string => tidy(text).replace(/\s+/g, "");

/** A day → 2025-03-01, whatever time follows; flagged if a weekday is printed that it did not fall on. */
export const readDate: TextReader = (text) => {
  const { day: printedDay, weekday } = splitWeekday(withoutTime(text));
  const day = dateIn(printedDay.replace(/\s+/g, ""));
  if (day === null) return notADate;
  const mismatch = weekday === null ? null : wrongWeekday(day, weekday);
  return mismatch ? new FlaggedValue(day, mismatch) : day;
};

/** A month → MonthNumber. The first day of a month counts too, as Excel turns 2025-03 into one. */
export const readMonth: TextReader = (text) => {
  const ambiguous = januaryAsNumber.exec(tidy(text));
  if (ambiguous) return januaryOrOctober(ambiguous[1]!);
  const compactText = withoutTime(text).replace(/\s+/g, "");
  const firstDay = dateIn(compactText)?.match(/^(.*)-01$/)?.[1];
  if (firstDay) return parseMonth(firstDay) ?? notAMonth;
  const match = firstMatch(months, compactText);
  const fullYear = match && yearIn(match[1]!);
  return fullYear ? (parseMonth(`${fullYear}-${match[2]!.padStart(2, "0")}`) ?? notAMonth) : notAMonth;
};

/** 2025-Q1 · 2025.1Q · 2025년 1분기 · '25. 1/4분기 · 2025년도 1/4 → QuarterNumber. */
export const readQuarter: TextReader = (text) => {
  const match = firstMatch(quarters, compact(text));
  const fullYear = match && yearIn(match[1]!);
  return fullYear ? quarterOf(fullYear, quarterNumber(match[2] ?? match[3]!)) : notAQuarter;
};

const romanNumbers = ["I", "II", "III", "IV"];
const quarterNumber = (digit: string): number => romanNumbers.indexOf(digit) + 1 || Number(digit);

const withoutTime = (text: string): string => {
  const tidied = tidy(text);
  return dayAndTime.exec(tidied)?.[1] ?? tidied.replace(time, "");
};

function dateIn(compactText: string): string | null {
  const match = firstMatch(dates, compactText);
  const fullYear = match && yearIn(match[1]!);
  if (!fullYear) return null;
  const day = `${fullYear}-${match[3]!.padStart(2, "0")}-${match[4]!.padStart(2, "0")}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(day) ? day : null;
}

/** The last year that two digits stand for: '70 may be 1970. */
const lastOfTwoDigits = 69;

/** 2025, '25 or 25 → 2025; null for a year that is out of range or ambiguous. */
export function yearIn(digits: string): number | null {
  const value = Number(digits.replace("'", ""));
  if (digits.length === 4) return value >= 1900 && value <= 2999 ? value : null;
  return value <= lastOfTwoDigits ? 2000 + value : null;
}

function firstMatch(patterns: RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}
