import type { Localized } from "../localized.ts";

/**
 * A calendar month as one whole number, year * 12 + (month - 1), so that months compare, subtract
 * and index like numbers. People and the API write it 2019-07.
 */
export type MonthNumber = number;

/** 2019-07 → 24234; undefined for anything else. */
export function parseMonth(text: string): MonthNumber | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}

export const formatMonth = (month: MonthNumber): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

const months = new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" });

/** Label of a month: 2025-01 → 2025년 1월, Jan 2025; any other text is unchanged. */
export function monthName(text: string): Localized {
  const [, year, digits] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  const month = Number(digits);
  if (!year || month < 1 || month > 12) return { ko: text, en: text };
  return { ko: `${year}년 ${month}월`, en: `${months.format(Date.UTC(2000, month - 1))} ${year}` };
}
