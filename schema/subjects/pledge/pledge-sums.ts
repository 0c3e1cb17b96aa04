import type { KeptSums } from "../../sql/summary/kept-sums.ts";

/**
 * Pledges by quarter, department and state. Rows with a state count the pledges that have it in the quarter. Rows without
 * one count how many more pledges the department is in charge of than in the quarter before: added up, all that it is in
 * charge of, reported or not. Every quarter that rows are about is in `reported`.
 */
export const pledgeSums: KeptSums = {
  table: "pledge_sums",
  facts: "pledge_quarter",
  keys: { quarter: "integer", department_id: "integer", state: "pledge_state" },
  values: ["reported"],
  changedBy: [{ table: "pledge_quarter", by: { pledge_id: "pledge_id" } }],
  lines: (facts) => `
    SELECT municipality_id, quarter, part.department_id, part.state, part.line_count, part.reported
    FROM (
      SELECT *, lag(department_id) OVER of_pledge AS earlier_department, row_number() OVER of_pledge = 1 AS is_first
      FROM (
        SELECT *, first_value(stated_department) OVER (PARTITION BY municipality_id, pledge_id, term ORDER BY quarter)
          AS department_id
        FROM (
          SELECT *, count(stated_department) OVER (PARTITION BY municipality_id, pledge_id ORDER BY quarter) AS term
          FROM (
            SELECT municipality_id, pledge_id, quarter,
              (array_agg(department_id ORDER BY stated_by) FILTER (WHERE department_id IS NOT NULL))[1] AS stated_department,
              (array_agg(state ORDER BY stated_by) FILTER (WHERE state IS NOT NULL))[1] AS state
            FROM ${facts} AS fact GROUP BY municipality_id, pledge_id, quarter
          ) AS quarters
        ) AS terms
      ) AS in_charge WINDOW of_pledge AS (PARTITION BY municipality_id, pledge_id ORDER BY quarter)
    ) AS pledges CROSS JOIN LATERAL (
      SELECT department_id, NULL::pledge_state AS state, moved::integer AS line_count, 1 AS reported
      FROM (SELECT is_first OR department_id IS DISTINCT FROM earlier_department AS moved) AS move
      UNION ALL SELECT earlier_department, NULL, -1, 0
      WHERE NOT is_first AND department_id IS DISTINCT FROM earlier_department
      UNION ALL SELECT department_id, pledges.state, 1, 0 WHERE pledges.state IS NOT NULL
    ) AS part`,
};
