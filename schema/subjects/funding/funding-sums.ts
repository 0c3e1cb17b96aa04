import type { QueryScope } from "../../sql/query-scope.ts";
import type { KeptSums } from "../../sql/summary/kept-sums.ts";

const amounts = ["published", "planned", "secured", "budgeted", "executed"];

/**
 * Funding by quarter, department in charge, source and year of the amounts. `reported` is null in rows of lines that are
 * missing: a line of the quarter's own year that an earlier quarter of it had.
 */
export const fundingSums: KeptSums = {
  table: "funding_sums",
  facts: "funding_by_year",
  keys: { quarter: "integer", department_id: "integer", source: "funding_source", year: "integer" },
  values: [...amounts, "reported"],
  changedBy: [
    {
      table: "funding_by_year",
      by: { pledge_id: "pledge_id", source: "source", "quarter / 4": "quarter / 4" },
    },
    { table: "pledge_quarter", by: { pledge_id: "pledge_id" } },
  ],
  lines: (facts, scope) => `
    SELECT line.municipality_id, line.quarter, department_id, source, year, ${amounts.join(", ")}, reported
    FROM (
      SELECT municipality_id, pledge_id, quarter, source, year, ${amounts.join(", ")}, 1 AS reported FROM ${facts} AS fact
      UNION ALL
      SELECT municipality_id, pledge_id, year * 4 + later, source, year, ${amounts.map(() => "NULL").join(", ")}, NULL
      FROM (
        SELECT municipality_id, pledge_id, source, year, min(quarter) AS first, array_agg(quarter) AS quarters
        FROM ${facts} AS fact WHERE year = quarter / 4 GROUP BY municipality_id, pledge_id, source, year
      ) AS of_year, generate_series(1, 3) AS later
      WHERE year * 4 + later > first AND year * 4 + later <> ALL (quarters)
    ) AS line LEFT JOIN (${timesInCharge(scope)}) AS in_charge
      ON in_charge.municipality_id = line.municipality_id AND in_charge.pledge_id = line.pledge_id
        AND line.quarter >= first_quarter AND line.quarter < next_quarter`,
};

/** SQL of the quarters in which a department is in charge of a pledge: until the next one that is stated. */
function timesInCharge(scope: QueryScope): string {
  return `
    SELECT municipality_id, pledge_id, department_id, quarter AS first_quarter,
      lead(quarter, 1, 2147483647) OVER (PARTITION BY municipality_id, pledge_id ORDER BY quarter) AS next_quarter
    FROM (
      SELECT *, lag(department_id) OVER (PARTITION BY municipality_id, pledge_id ORDER BY quarter) AS earlier_department
      FROM (
        SELECT DISTINCT ON (municipality_id, pledge_id, quarter) municipality_id, pledge_id, quarter, department_id
        FROM pledge_quarter WHERE ${scope.facts("pledge_quarter")} AND department_id IS NOT NULL
        ORDER BY municipality_id, pledge_id, quarter, stated_by
      ) AS stated
    ) AS changes WHERE department_id IS DISTINCT FROM earlier_department`;
}
