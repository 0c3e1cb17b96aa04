import type { MergedRange } from "../table.ts";

/** B12 → 2; 0 without letters. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{0,3})/.exec(reference)![1]!;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** B2:D4 as lines and columns; undefined if it is no such range. */
export function rangeOf(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference);
  if (!match) return undefined;
  const [, left = "", top, right = "", bottom] = match;
  return {
    lines: { first: Number(top), last: Number(bottom) },
    columns: { first: columnOf(left), last: columnOf(right) },
  };
}

/** 1 → A, 27 → AA. */
export const columnName = (column: number): string =>
  (column > 26 ? columnName(Math.floor((column - 1) / 26)) : "") +
  String.fromCharCode(65 + ((column - 1) % 26));
