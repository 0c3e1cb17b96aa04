import { CellProblem } from "./cell-problem.ts";

const weekdays = ["일", "월", "화", "수", "목", "금", "토"];
const englishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A weekday after a date: (토), (토요일), 토요일, (Sat). */
const printed =
  /\s*(?:[([]\s*([일월화수목금토])(?:요일)?\s*[)\]]|\s([일월화수목금토])요일|[([]\s*(Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\.?\s*[)\]])\s*$/i;

/** Splits a date from the weekday printed behind it; the weekday counts from 0, Sunday, and is null if there is none. */
export function splitWeekday(text: string): { day: string; weekday: number | null } {
  const match = printed.exec(text);
  if (!match) return { day: text, weekday: null };
  const [, inBrackets, word, english] = match;
  const korean = inBrackets ?? word;
  const weekday = korean
    ? weekdays.indexOf(korean)
    : englishDays.findIndex((day) => day.toLowerCase().startsWith(english!.toLowerCase()));
  return { day: text.slice(0, match.index), weekday };
}

/** WEEKDAY_MISMATCH if a day, 2025-03-01, did not fall on the weekday; null if it did. */
export function wrongWeekday(day: string, weekday: number): CellProblem | null {
  const actual = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (actual === weekday) return null;
  return new CellProblem(
    "WEEKDAY_MISMATCH",
    `${day}의 요일은 ${weekdays[weekday]}요일이 아니라 ${weekdays[actual]}요일입니다. 날짜와 요일 가운데 어느 쪽이 맞는지 확인하십시오.`,
    `${day} was a ${englishDays[actual]}, not a ${englishDays[weekday]}. Check which of the two is correct.`,
  );
}
