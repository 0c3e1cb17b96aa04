import { formatMonth } from "../core/scalars/month.ts";
import { formatQuarter } from "../core/scalars/quarter.ts";

/** How values of a filter by period are written, and which quarters each of them is about. */
export interface PeriodFilter {
  write: (value: number) => string;
  /** The first and the last quarter of a value. */
  first: (value: number) => number;
  last: (value: number) => number;
  /** The first and the last value of which facts from one quarter to another are. */
  within: (first: number, last: number) => [number, number];
  /** Whether it also names years that amounts are for. */
  isYear?: true;
}

const quarter: PeriodFilter = {
  write: formatQuarter,
  first: (value) => value,
  last: (value) => value,
  within: (first, last) => [first, last],
};

/** The filters by period. */
export const periodFilters: Readonly<Record<string, PeriodFilter>> = {
  quarter,
  // A plan is about the quarter after that of its report.
  aboutQuarter: { ...quarter, first: (value) => value - 1, within: (first, last) => [first, last + 1] },
  year: {
    write: String,
    first: (year) => year * 4,
    last: (year) => year * 4 + 3,
    within: (first, last) => [Math.floor(first / 4), Math.floor(last / 4)],
    isYear: true,
  },
  month: {
    write: formatMonth,
    first: (month) => Math.floor(month / 3),
    last: (month) => Math.floor(month / 3),
    within: (first, last) => [first * 3, last * 3 + 2],
  },
};
