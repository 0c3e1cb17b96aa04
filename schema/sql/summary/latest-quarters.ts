import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import type { QueryScope } from "../query-scope.ts";

/** Table in which quarters are looked up: facts with municipality_id and quarter, and the condition for a figure. */
export interface QuarterSource {
  table: string;
  /** SQL condition for a row to be a figure. */
  isFigure: string;
  /** SQL condition for a row to be reported at all. Default: all are. */
  isReported?: string;
  /** Quarters in the filter; null if there are none. */
  requested: readonly QuarterNumber[] | null;
  /** Whether all quarters are used without the filter, or just the last. */
  all: boolean;
}

/**
 * The table expression `quarters` for figures that are never added over quarters: the quarters in question of each
 * municipality. `is_last` marks the last one with figures, which rows that are not grouped by quarter show; if none has
 * figures, the last of all.
 */
export function latestQuarters(
  { table, isFigure, isReported = "true", requested, all }: QuarterSource,
  scope: QueryScope,
): string {
  const ids = scope.municipalities.map(({ id }) => id);
  const municipalities = `unnest('{${ids.join()}}'::integer[]) AS municipality_id`;
  const quarters = requested && `unnest(${scope.parameters.add(requested)}::integer[]) AS quarter`;
  if (requested && new Set(requested).size === 1) {
    // A single row: PostgreSQL then plans as if its values were in the query itself.
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
    // Read from the end of an index: most rows belong to other quarters.
    const last = (condition: string) => `(
      SELECT quarter FROM ${table} WHERE ${scope.sameMunicipality(table, "requested")} AND ${condition}
      ORDER BY quarter DESC LIMIT 1)`;
    return `quarters AS (
      SELECT municipality_id, quarter, true AS is_last FROM (
        SELECT municipality_id, coalesce(${last(isFigure)}, ${last(isReported)}) AS quarter
        FROM (SELECT ${ids.length === 1 ? `${ids[0]} AS municipality_id` : `* FROM ${municipalities}`}) AS requested
      ) AS latest WHERE quarter IS NOT NULL
    )`;
  }
  const requestedQuarters = quarters
    ? `SELECT municipality_id, quarter FROM ${municipalities}, ${quarters}`
    : "SELECT municipality_id, quarter FROM reported_quarters";
  return `
    reported_quarters AS (
      SELECT municipality_id, quarter, bool_or(${isFigure}) AS has_figures
      FROM ${table} WHERE ${scope.facts(table)} AND ${isReported} GROUP BY municipality_id, quarter
    ),
    quarters AS (
      SELECT municipality_id, quarter, quarter = last AS is_last FROM (
        SELECT DISTINCT municipality_id, quarter, coalesce(
          max(quarter) FILTER (WHERE has_figures) OVER of_municipality, max(quarter) OVER of_municipality) AS last
        FROM (${requestedQuarters}) AS requested LEFT JOIN reported_quarters USING (municipality_id, quarter)
        WINDOW of_municipality AS (PARTITION BY municipality_id)
      ) AS ranked
    )`;
}
