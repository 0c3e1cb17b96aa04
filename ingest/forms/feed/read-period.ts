import { parseMonth } from "../../../schema/core/scalars/month.ts";
import { quarterOf } from "../../../schema/core/scalars/quarter.ts";
import { CellProblem } from "./cell-problem.ts";
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

/** Year, month and day in the unambiguous notations; white space is already removed. */
const dates = [
  /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
  /^(\d{4})(년)(\d{1,2})월(\d{1,2})일$/,
];
const months = [/^(\d{4})[-./](\d{1,2})\.?$/, /^(\d{4})(\d{2})$/, /^(\d{4})년(\d{1,2})월$/];
const quarter = /^(\d{4})년?[-./]?(?:Q([1-4])|제?([1-4])(?:\/4)?분기)$/i;
/** The time that databases and Excel append to a day. */
const midnight = /[T\s]+0?0:00(:00(\.0+)?)?$/;

const compact = (text: string): string => text.normalize("NFKC").replace(midnight, "").replace(/\s+/g, "");

/** A day → 2025-03-01. */
export const readDate: TextReader = (text) => dateIn(compact(text)) ?? notADate;

/** A month → MonthNumber. The first day of a month counts too, as Excel turns 2025-03 into one. */
export const readMonth: TextReader = (text, isNumber) => {
  const compactText = compact(text);
  if (isNumber && compactText.includes(".")) return notAMonth;
  const firstDay = dateIn(compactText)?.match(/^(.*)-01$/)?.[1];
  if (firstDay) return parseMonth(firstDay) ?? notAMonth;
  const match = firstMatch(months, compactText);
  if (!match) return notAMonth;
  return parseMonth(`${match[1]}-${match[2]!.padStart(2, "0")}`) ?? notAMonth;
};

/** 2025-Q1 · 2025년 1분기 · 2025 1/4분기 → QuarterNumber. */
export const readQuarter: TextReader = (text) => {
  const match = quarter.exec(compact(text));
  return match && isYear(match[1]!) ? quarterOf(Number(match[1]), Number(match[2] ?? match[3])) : notAQuarter;
};

function dateIn(compactText: string): string | null {
  const match = firstMatch(dates, compactText);
  if (!match || !isYear(match[1]!)) return null;
  const day = `${match[1]}-${match[3]!.padStart(2, "0")}-${match[4]!.padStart(2, "0")}`;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(day) ? day : null;
}

const isYear = (digits: string): boolean => Number(digits) >= 1900 && Number(digits) <= 2999;

function firstMatch(patterns: RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}
