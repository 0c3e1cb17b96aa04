import type { MonthNumber } from "../../schema/core/scalars/month.ts";
import { type QuarterNumber, quarterOf } from "../../schema/core/scalars/quarter.ts";

/** The reporting period of a sample city: whole years, ending in 2025. */
export interface Calendar {
  years: number[];
  quarters: QuarterNumber[];
  months: MonthNumber[];
  /** 2024-01-01 and so on. */
  days: string[];
}

const lastYear = 2025;
const longestYears = 4;
const millisecondsOfDay = 86_400_000;

/** Small cities report on two years, cities with ten times as many pledges on one more, up to a term of office. */
export function calendarOf(size: number): Calendar {
  const count = Math.min(longestYears, 1 + String(size).length);
  const years = Array.from({ length: count }, (_, index) => lastYear - count + 1 + index);
  return {
    years,
    quarters: years.flatMap((year) => [1, 2, 3, 4].map((quarter) => quarterOf(year, quarter))),
    months: years.flatMap((year) => Array.from({ length: 12 }, (_, index) => year * 12 + index)),
    days: years.flatMap((year) => {
      const first = `${year}-01-01`;
      const length = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / millisecondsOfDay;
      return Array.from({ length }, (_, index) => dayAfter(first, index));
    }),
  };
}

/** The day `days` days after another; before it if negative. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * millisecondsOfDay).toISOString().slice(0, 10);

/** The month of a day. */
export const monthOfDay = (day: string): MonthNumber =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The quarter of a day. */
export const quarterOfDay = (day: string): QuarterNumber => Math.floor(monthOfDay(day) / 3);
