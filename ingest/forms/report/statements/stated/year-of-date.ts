import { quarterOfYear, yearOfQuarter } from "../../../../../schema/core/scalars/quarter.ts";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import { type PrintedDate, printedDates } from "./printed-dates.ts";
import { isDay, type Point } from "./printed-point.ts";
import type { StatementContext } from "./stated-text.ts";

/** Words that tie a month to another year, or to every year. */
const otherYear =
  /(?:내년|익년|차년|명년|작년|전년|지난해|이듬해|다음 ?해|매년|매해|격년|해마다|연도별|년)도? ?$/;
const weekdays = "일월화수목금토";

/**
 * The year of a date that is printed without one: that of the date just before it in the statement, or else the
 * report's. Null where that is not certain: below another year, for a month that the section cannot mean, in the plan of a fourth quarter.
 */
export function yearOfDate(
  { points, start }: PrintedDate,
  before: { date: PrintedDate; year: number | null } | undefined,
  context: StatementContext,
): number | null {
  const { text, above, section, quarter } = context;
  const { first, last } = points!;
  if (otherYear.test(text.slice(before?.date.end ?? 0, start))) return null;
  if (before?.date.points?.last.months) {
    const { year, date } = before;
    const isLater = isBefore(date.points!.last, first);
    return year !== null && isLater && hasWeekday(first, year) !== false ? year : null;
  }
  const year = yearOfQuarter(quarter);
  const years = [...above, text.slice(0, start)].flatMap(printedYears);
  if (years.some((other) => other !== year)) return null;
  const isProven = hasWeekday(first, year);
  // 7. 16.(화) could be a number of another kind.
  if (isProven === false || (first.weekday && !isProven)) return null;
  return mayMean(section, quarterOfYear(quarter), last, text) ? year : null;
}

const isBefore = (one: Point, other: Point): boolean =>
  one.months![1] * 100 + (one.day ?? 0) <= other.months![0] * 100 + (other.day ?? 99);

/** Whether a day fell on its printed weekday in a year; null if none is printed. */
function hasWeekday({ weekday, months, day }: Point, year: number): boolean | null {
  if (!weekday || !isDay(year, months![0], day!)) return null;
  return weekdays[new Date(Date.UTC(year, months![0] - 1, day!)).getUTCDay()] === weekday;
}

const printedYears = (text: string): number[] =>
  printedDates(text).flatMap(({ points }) =>
    [points?.first.year, points?.last.year].flatMap((year) => year ?? []),
  );

/** Whether a section can mean months of the report's own year. */
function mayMean(section: SectionKind, quarter: number, { months }: Point, text: string): boolean {
  const [lastMonth] = [months![1]];
  switch (section) {
    case SectionKind.BEFORE_QUARTER:
      return lastMonth <= (quarter - 1) * 3;
    case SectionKind.THIS_QUARTER:
      return lastMonth <= quarter * 3 || text.includes("예정");
    case SectionKind.PLAN:
      return quarter < 4;
  }
}
