import { lastDayOfQuarter } from "../../../../../schema/core/scalars/quarter.ts";
import type { PrintedDate } from "./printed-dates.ts";
import { isDay, type Point } from "./printed-point.ts";
import {
  isPlanned,
  originOf,
  type Span,
  type StatedDateDraft,
  type StatementContext,
} from "./stated-text.ts";
import { yearOfDate } from "./year-of-date.ts";

/** The dates of a statement; `printed` are those of its text, `figures` the places of its figures. */
export function statedDates(
  context: StatementContext,
  printed: readonly PrintedDate[],
  figures: readonly Span[],
): StatedDateDraft[] {
  const dates: StatedDateDraft[] = [];
  let before: { date: PrintedDate; year: number | null } | undefined;
  for (const date of printed) {
    if (!date.points) continue;
    const { first, last } = date.points;
    const year = first.year ?? yearOfDate(date, before, context);
    before = { date, year: last.year ?? year };
    const period = year === null ? null : periodOf(first, { ...last, year: last.year ?? year }, year);
    const origin = originOf(context.statement, date);
    if (!period || !origin) continue;
    const isLater = period.start > lastDayOfQuarter(context.quarter);
    const planned = isLater || isPlanned(context, date, figures);
    const { section, index } = context;
    dates.push({ section, statement: index, ...period, precision: first.precision, planned, origin });
  }
  return dates;
}

/** First and last day; null for days that do not exist, and for an end before the beginning. */
function periodOf(first: Point, last: Point, year: number): { start: string; end: string } | null {
  const start = dayText(year, first.months?.[0] ?? 1, first.day ?? 1);
  const end = dayText(
    last.year!,
    last.months?.[1] ?? 12,
    last.day ?? lastDay(last.year!, last.months?.[1] ?? 12),
  );
  return start && end && start <= end ? { start, end } : null;
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dayText = (year: number, month: number, day: number): string | null =>
  isDay(year, month, day) ? new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) : null;
