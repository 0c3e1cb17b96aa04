import { passes, quarterText } from "../slow-sums.ts";
import type { Arguments } from "./place.ts";

/** 2025-Q1 → 8100. */
export const quarterFrom = (text: string): number => Number(text.slice(0, 4)) * 4 + Number(text.at(-1)) - 1;

/** 2024 * 12 → 2024-01. */
export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The quarter of a day that is written 2025-01-31. */
export const quarterOfDay = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** Whether filters by year and quarter keep a quarter. */
export const isInPeriod = ({ year, quarter }: Arguments, one: number): boolean =>
  passes(year, Math.floor(one / 4)) && passes(quarter, quarterText(one));
