import type { QuarterNumber } from "../../core/scalars/quarter.ts";

/** Where quarters are looked up: facts with municipality_id and quarter, and what makes one a figure. */
export interface QuarterSource {
  table: string;
  /** SQL condition for a row to be a figure. */
  isFigure: string;
  /** SQL conditions for what is known, of municipalities and of a time. */
  known: string;
  /** The municipalities that are meant, and the SQL of that list, an integer[]. */
  municipalities: { list: readonly number[]; sql: string };
  /** Quarters that the filter names, null where it names none, and the SQL of that list. */
  named: { list: readonly QuarterNumber[]; sql: string } | null;
  /** Whether all quarters are meant where the filter names none, or just the last. */
  all: boolean;
}

/**
 * The table expression `quarters` for what never adds up over quarters: the quarters of each municipality
 * that an answer is of, and which is the last of them with figures (`is_last`), that a row of no single
 * quarter shows; where none of them has figures, the last at all.
 */
export function cumulativeQuarters({
  table,
  isFigure,
  known,
  municipalities,
  named,
  all,
}: QuarterSource): string {
  const cities = `unnest(${municipalities.sql}) AS municipality_id`;
  if (named && new Set(named.list).size === 1) {
    // Just one: PostgreSQL then reads tables as if it stood in the question itself.
    if (municipalities.list.length === 1) {
      return `quarters AS NOT MATERIALIZED (
        SELECT (${municipalities.sql})[1] AS municipality_id, (${named.sql})[1] AS quarter, true AS is_last
      )`;
    }
    return `quarters AS (
      SELECT municipality_id, quarter, true AS is_last FROM ${cities}, unnest(${named.sql}) AS quarter GROUP BY 1, 2
    )`;
  }
  if (!named && !all) {
    // Read from the end of an index: most rows are of other quarters.
    const last = (condition: string) =>
      `(SELECT quarter FROM ${table} WHERE municipality_id = city AND ${known}${condition} ORDER BY quarter DESC LIMIT 1)`;
    return `quarters AS (
      SELECT municipality_id, quarter, true AS is_last FROM (
        SELECT city AS municipality_id, coalesce(${last(` AND ${isFigure}`)}, ${last("")}) AS quarter
        FROM unnest(${municipalities.sql}) AS city
      ) AS latest WHERE quarter IS NOT NULL
    )`;
  }
  const meant = named
    ? `SELECT municipality_id, quarter FROM ${cities}, unnest(${named.sql}) AS quarter`
    : "SELECT municipality_id, quarter FROM stated_quarters";
  return `
    stated_quarters AS (
      SELECT municipality_id, quarter, bool_or(${isFigure}) AS has_figures
      FROM ${table} WHERE ${known} GROUP BY municipality_id, quarter
    ),
    quarters AS (
      SELECT municipality_id, quarter, quarter = last AS is_last FROM (
        SELECT DISTINCT municipality_id, quarter, coalesce(
          max(quarter) FILTER (WHERE has_figures) OVER of_municipality, max(quarter) OVER of_municipality) AS last
        FROM (${meant}) AS meant LEFT JOIN stated_quarters USING (municipality_id, quarter)
        WINDOW of_municipality AS (PARTITION BY municipality_id)
      ) AS meant
    )`;
}
