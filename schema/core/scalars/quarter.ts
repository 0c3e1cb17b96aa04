import type { Localized } from "../localized.ts";

/**
 * A calendar quarter as one whole number, year * 4 + (quarter - 1), so that quarters
 * compare, subtract and index like numbers. People and the API write it 2019-Q2.
 */
export type QuarterNumber = number;

const written = /^(\d{4})-Q([1-4])$/;

/** 2019-Q2 → 8077; undefined for anything else. */
export function parseQuarter(text: string): QuarterNumber | undefined {
  const match = written.exec(text);
  return match ? quarterOf(Number(match[1]), Number(match[2])) : undefined;
}

export const quarterOf = (year: number, quarter: number): QuarterNumber => year * 4 + quarter - 1;
export const yearOfQuarter = (quarter: QuarterNumber): number => Math.floor(quarter / 4);
export const quarterOfYear = (quarter: QuarterNumber): number => (quarter % 4) + 1;
export const formatQuarter = (quarter: QuarterNumber): string =>
  `${yearOfQuarter(quarter)}-Q${quarterOfYear(quarter)}`;

/** Label of a quarter: 2019-Q2 → 2019년 2/4분기, Q2 2019; any other text is unchanged. */
export function quarterName(text: string): Localized {
  const [, year, quarter] = written.exec(text) ?? [];
  return year ? { ko: `${year}년 ${quarter}/4분기`, en: `Q${quarter} ${year}` } : { ko: text, en: text };
}

/** The last day of a quarter as 2019-06-30. */
export function lastDayOfQuarter(quarter: QuarterNumber): string {
  const day = new Date(Date.UTC(yearOfQuarter(quarter), quarterOfYear(quarter) * 3, 0));
  return day.toISOString().slice(0, 10);
}
