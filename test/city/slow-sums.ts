import type { City } from "./city.ts";

/** A ratio as the hub answers with it. */
export interface SlowRatio {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  nullReason: string | null;
}

/** The sum of what is known; null where nothing is. */
export function sum(amounts: (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((one, other) => one + other, 0);
}

/** A ratio of two sums; `reason` is told where a part is missing. */
export function ratio(numerator: number | null, denominator: number | null, reason: string): SlowRatio {
  if (numerator === null || denominator === null) {
    return { value: null, numerator: null, denominator: null, nullReason: reason };
  }
  const value = denominator === 0 ? null : numerator / denominator;
  return { value, numerator, denominator, nullReason: denominator === 0 ? "ZERO_DENOMINATOR" : null };
}

/** The department in charge of a pledge at a quarter: the last that was told up to it; null where none was. */
export const inCharge = ({ pledges }: City, pledge: string | null, quarter: number): string | null =>
  pledges
    .filter((row) => row.code === pledge && row.quarter <= quarter && row.department !== null)
    .sort((one, other) => other.quarter - one.quarter)[0]?.department ?? null;

/** What the keys of a row are; what is no key is undefined. */
export type Keys = Record<string, string | number | null | undefined>;

/** All rows that there could be: each level of a grouping, each combination of values. */
export function possibleRows(
  groupBy: readonly string[],
  totals: boolean,
  values: Record<string, readonly (string | number | null)[]>,
): { level: number; keys: Keys }[] {
  const levels = totals ? [...groupBy.keys(), groupBy.length] : [groupBy.length];
  return levels.flatMap((level) =>
    groupBy
      .slice(0, level)
      .reduce<Keys[]>(
        (rows, key) => rows.flatMap((row) => values[key]!.map((value) => ({ ...row, [key]: value }))),
        [{}],
      )
      .map((keys) => ({ level, keys })),
  );
}

/** True where a filter keeps a value. */
export const passes = <Value>(filter: Value[] | null | undefined, value: Value): boolean =>
  filter?.includes(value) ?? true;

/** Rows in an order that depends on nothing but what they say. */
export const inOrder = (rows: object[]): string[] => rows.map((row) => JSON.stringify(sorted(row))).sort();

const sorted = (value: unknown): unknown =>
  value === null || typeof value !== "object"
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)]),
      );

/** The quarters that filters name; null where they name none. */
export function namedQuarters(
  where: { year?: number[]; quarter?: number[] },
  all: readonly number[],
): number[] | null {
  if (!where.year && !where.quarter) return null;
  return all.filter(
    (quarter) => passes(where.year, Math.floor(quarter / 4)) && passes(where.quarter, quarter),
  );
}

/** 8100 → 2025-Q1. */
export const quarterText = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

/** The last of some quarters that has figures, or else the last of them; null without any. */
export function lastWithFigures(meant: readonly number[], withFigures: readonly number[]): number | null {
  const having = meant.filter((quarter) => withFigures.includes(quarter));
  const quarters = having.length > 0 ? having : meant;
  return quarters.length > 0 ? Math.max(...quarters) : null;
}
