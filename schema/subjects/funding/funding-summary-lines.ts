import { isKnown } from "../../sql/summary/filters.ts";
import { latestQuarters } from "../../sql/summary/latest-quarters.ts";
import { ofDepartments } from "../department/department.ts";
import { ofPledges } from "../pledge/pledge-as-of.ts";
import type { FundingQuestion } from "./funding-question.ts";

const amounts = ["published", "planned", "secured", "budgeted", "executed"];

/**
 * Table expressions that end in `lines`: one row per pledge, source, year and quarter, including expected lines
 * that are missing. The department is that of the pledge in the quarter; it is looked up only if it
 * is a key or a filter.
 */
export function fundingLines(question: FundingQuestion): string {
  const { scope, where, groupBy } = question;
  const { parameters } = scope;
  const quarters = latestQuarters(
    {
      table: "funding_by_year",
      isFigure: `coalesce(${amounts.join(", ")}) IS NOT NULL`,
      requested: where.quarter ?? null,
      all: groupBy.includes("QUARTER"),
    },
    scope,
  );
  const filters = (
    table: string,
  ) => `true${parameters.anyOf(`${table}.source`, "funding_source", where.source)}
    ${parameters.anyOf(`${table}.year`, "integer", where.year)}${isKnown(`${table}.year`, where.hasYear)}
    ${ofPledges(where.pledge, `${table}.municipality_id`, `${table}.pledge_id`, scope)}`;
  const line = (table: string) =>
    `${table}.municipality_id, ${table}.pledge_id, ${table}.source, ${table}.year, quarters.quarter, is_last`;
  const all = `
    SELECT ${line("stated")}, ${amounts.join(", ")}
    FROM funding_by_year AS stated JOIN quarters
      ON quarters.municipality_id = stated.municipality_id AND quarters.quarter = stated.quarter
    WHERE ${scope.facts("stated")} AND ${filters("stated")}
    UNION ALL
    SELECT DISTINCT ${line("earlier")}, ${amounts.map(() => "NULL::bigint").join(", ")}
    FROM quarters JOIN funding_by_year AS earlier ON earlier.municipality_id = quarters.municipality_id
    WHERE ${scope.facts("earlier")} AND ${filters("earlier")} AND earlier.year = quarters.quarter / 4
      AND earlier.quarter >= quarters.quarter / 4 * 4 AND earlier.quarter < quarters.quarter
      AND NOT EXISTS (
        SELECT FROM funding_by_year AS stated
        WHERE stated.municipality_id = earlier.municipality_id AND stated.quarter = quarters.quarter
          AND stated.pledge_id = earlier.pledge_id AND stated.source = earlier.source AND stated.year = earlier.year
          AND ${scope.valid("stated")})`;
  if (!groupBy.includes("DEPARTMENT") && !where.department) return `${quarters}, lines AS (${all})`;
  return `
    ${quarters},
    in_charge AS (
      SELECT DISTINCT ON (stated.municipality_id, stated.pledge_id, quarters.quarter)
        stated.municipality_id, stated.pledge_id, quarters.quarter, stated.department_id
      FROM quarters JOIN pledge_quarter AS stated ON stated.municipality_id = quarters.municipality_id
      WHERE ${scope.facts("stated")} AND stated.quarter <= quarters.quarter AND stated.department_id IS NOT NULL
      ORDER BY stated.municipality_id, stated.pledge_id, quarters.quarter, stated.quarter DESC, stated.stated_by
    ),
    lines AS (
      SELECT listed.*, department_id
      FROM (${all}) AS listed LEFT JOIN in_charge USING (municipality_id, pledge_id, quarter)
      WHERE true${ofDepartments(where.department, "municipality_id", "department_id", scope)}
    )`;
}
