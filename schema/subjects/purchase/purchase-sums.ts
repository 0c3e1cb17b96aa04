import type { QueryScope } from "../../sql/query-scope.ts";
import type { KeptSums } from "../../sql/summary/kept-sums.ts";

/** Purchases by quarter, department, kind of enterprise (null if none was certified on the day) and whether they are grants. */
export const purchaseSums: KeptSums = {
  table: "purchase_sums",
  facts: "purchase",
  keys: { quarter: "integer", department_id: "integer", kind: "enterprise_kind", is_grant: "boolean" },
  values: ["amount"],
  changedBy: [
    { table: "purchase" },
    { table: "enterprise_certificate", by: { business_number: "business_number" } },
  ],
  lines: (facts, scope) => `
    SELECT fact.municipality_id, fact.id AS purchase_id, kind, department_id, is_grant, amount,
      (extract(year FROM purchased_on) * 4 + extract(quarter FROM purchased_on) - 1)::integer AS quarter
    FROM ${facts} AS fact LEFT JOIN (${certifiedTimes(scope)}) AS certified
      ON certified.municipality_id = fact.municipality_id AND certified.business_number = fact.business_number
        AND purchased_on >= first_day AND purchased_on < next_day`,
};

/**
 * SQL of the times in which an enterprise counts as one kind: of the certificates that hold, the first kind in order. They
 * do not overlap, so that a purchase joins one at most.
 */
function certifiedTimes(scope: QueryScope): string {
  const valid = `enterprise_certificate AS certificate WHERE ${scope.facts("certificate")}`;
  const bounds = `SELECT municipality_id, business_number, certified_on AS day FROM ${valid}
    UNION SELECT municipality_id, business_number, expires_on + 1 FROM ${valid} AND expires_on IS NOT NULL`;
  return `
    SELECT municipality_id, business_number, first_day, next_day, (
      SELECT min(kind) FROM enterprise_certificate AS holding
      WHERE ${scope.sameMunicipality("holding", "times")} AND holding.business_number = times.business_number
        AND certified_on <= first_day AND coalesce(expires_on, 'infinity') >= first_day) AS kind
    FROM (
      SELECT municipality_id, business_number, day AS first_day,
        lead(day, 1, 'infinity') OVER (PARTITION BY municipality_id, business_number ORDER BY day) AS next_day
      FROM (${bounds}) AS bounds
    ) AS times`;
}
