import type { PeriodDraft } from "../report-draft.ts";
import type { PrintedPeriod } from "./printed-period.ts";

/** A period as printed, with its label. */
export interface LabelledPeriod {
  label: string;
  printed: PrintedPeriod;
}

/**
 * Assigns dates to the columns. A half-year printed with one month ('18.7., '22.6.) is the second half if no earlier
 * year has a column, else the first. The periods before and after the term have one open end: the term spans
 * the first to the last day of the columns.
 */
export function datePeriods(columns: LabelledPeriod[]): PeriodDraft[] {
  const years = columns.flatMap(({ printed }) => ("year" in printed ? [printed.year] : []));
  const dated = columns.map(({ label, printed }): PeriodDraft => {
    if (!("year" in printed)) return { label, start: null, end: null };
    const [from, to] = monthsOf(printed, years);
    return { label, start: day(printed.year, from, 1), end: day(printed.year, to + 1, 0) };
  });
  const starts = dated.flatMap(({ start }) => start ?? []).sort();
  const ends = dated.flatMap(({ end }) => end ?? []).sort();
  return dated.map((period, index) => {
    const { type } = columns[index]!.printed;
    if (type === "BEFORE_TERM" && starts.length > 0) return { ...period, end: shifted(starts[0]!, -1) };
    if (type === "AFTER_TERM" && ends.length > 0) return { ...period, start: shifted(ends.at(-1)!, 1) };
    return period;
  });
}

function monthsOf(printed: Exclude<PrintedPeriod, { type: "BEFORE_TERM" | "AFTER_TERM" }>, years: number[]) {
  if (printed.type === "MONTHS") return [printed.from, printed.to] as const;
  const hasEarlier = years.some((year) => year < printed.year);
  const hasLater = years.some((year) => year > printed.year);
  const isFirst = hasEarlier === hasLater ? printed.month > 6 : hasLater;
  return isFirst ? ([printed.month, 12] as const) : ([1, printed.month] as const);
}

/** A day as 2018-07-01; day 0 is the last day of the previous month. */
const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

function shifted(date: string, days: number): string {
  const [year, month, number] = date.split("-").map(Number);
  return day(year!, month!, number! + days);
}
