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
