import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import type { QueryScope } from "../query-scope.ts";

/** Where quarters are looked up: facts with municipality_id and quarter, and what makes one a figure. */
export interface QuarterSource {
  table: string;
  /** SQL condition for a row to be a figure. */
  isFigure: string;
  /** Quarters that the filter names, null if it names none. */
  requested: readonly QuarterNumber[] | null;
  /** Whether all quarters are wanted if the filter names none, or just the last. */
  all: boolean;
}

/**
 * The table expression `quarters` for what never adds up over quarters: the quarters of each municipality
 * that an answer is of, and which is the last of them with figures (`is_last`), that a row of no single
 * quarter stands for; if none of them has figures, the last at all.
 */
export function latestQuarters(
  { table, isFigure, requested, all }: QuarterSource,
  scope: QueryScope,
): string {
  const ids = scope.municipalities.map(({ id }) => id);
  const municipalities = `unnest('{${ids.join()}}'::integer[]) AS municipality_id`;
  const quarters = requested && `unnest(${scope.parameters.add(requested)}::integer[]) AS quarter`;
  if (requested && new Set(requested).size === 1) {
    // A single row: PostgreSQL then reads tables as if its values stood in the query itself.
    if (ids.length === 1) {
      return `quarters AS NOT MATERIALIZED (
        SELECT ${ids[0]} AS municipality_id, ${requested[0]} AS quarter, true AS is_last
      )`;
    }
    return `quarters AS (
      SELECT municipality_id, quarter, true AS is_last FROM ${municipalities}, ${quarters} GROUP BY 1, 2
    )`;
  }
  if (!requested && !all) {
    // Read from the end of an index: most rows are of other quarters.
    const last = (condition: string) => `(
      SELECT quarter FROM ${table} WHERE ${table}.municipality_id = wanted.municipality_id AND ${scope.valid(table)}${condition}
      ORDER BY quarter DESC LIMIT 1)`;
    return `quarters AS (
      SELECT municipality_id, quarter, true AS is_last FROM (
        SELECT municipality_id, coalesce(${last(` AND ${isFigure}`)}, ${last("")}) AS quarter
        FROM (SELECT ${ids.length === 1 ? `${ids[0]} AS municipality_id` : `* FROM ${municipalities}`}) AS wanted
      ) AS latest WHERE quarter IS NOT NULL
    )`;
  }
  const wanted = quarters
    ? `SELECT municipality_id, quarter FROM ${municipalities}, ${quarters}`
    : "SELECT municipality_id, quarter FROM stated_quarters";
  return `
    stated_quarters AS (
      SELECT municipality_id, quarter, bool_or(${isFigure}) AS has_figures
      FROM ${table} WHERE ${scope.facts(table)} GROUP BY municipality_id, quarter
    ),
    quarters AS (
      SELECT municipality_id, quarter, quarter = last AS is_last FROM (
        SELECT DISTINCT municipality_id, quarter, coalesce(
          max(quarter) FILTER (WHERE has_figures) OVER of_municipality, max(quarter) OVER of_municipality) AS last
        FROM (${wanted}) AS wanted LEFT JOIN stated_quarters USING (municipality_id, quarter)
        WINDOW of_municipality AS (PARTITION BY municipality_id)
      ) AS ranked
    )`;
}
