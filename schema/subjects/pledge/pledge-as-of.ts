import { Field, ID } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { declareFilterValues, declarePeriods, periodsIn } from "../../sql/filter-values.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { DepartmentFilter, ofDepartments } from "../department/department.ts";

/**
 * FROM clause of pledges with title and department: each from the last row up to the quarter in which it is not blank; a
 * feed's row takes precedence over a report's. The code replaces a missing title. Pledges without rows are left out. `pledges` is SQL of rows of the table, `quarter` SQL of a number, null for the latest.
 */
export function pledgeAsOf(pledges: string, quarter: string | null, scope: QueryScope): string {
  const latestFact = (columns: string, condition: string) => `
    SELECT ${columns} FROM pledge_quarter AS fact
    WHERE ${scope.sameMunicipality("fact", "pledge")} AND fact.pledge_id = pledge.id
      ${quarter === null ? "" : `AND fact.quarter <= ${quarter}`} ${condition}
    ORDER BY fact.quarter DESC, fact.stated_by LIMIT 1`;
  const last = (column: string) =>
    `coalesce(last.${column}, (${latestFact(`fact.${column}`, `AND fact.${column} IS NOT NULL`)}))`;
  return `(
    SELECT pledge.*, ${quarter ?? "NULL::integer"} AS of_quarter, coalesce(${last("title")}, pledge.code) AS title,
      ${last("department_id")} AS department_id
    FROM (${pledges}) AS pledge CROSS JOIN LATERAL (${latestFact("fact.title, fact.department_id", "")}) AS last)`;
}

/** SQL of the id of the department in charge of a pledge in a quarter: `row` has municipality_id and the two columns. */
export const departmentInCharge = (
  row: string,
  scope: QueryScope,
  pledge = `${row}.pledge_id`,
  quarter = `${row}.quarter`,
): string => `(
  SELECT fact.department_id FROM pledge_quarter AS fact
  WHERE ${scope.sameMunicipality("fact", row)} AND fact.pledge_id = ${pledge} AND fact.quarter <= ${quarter}
    AND fact.department_id IS NOT NULL
  ORDER BY fact.quarter DESC, fact.stated_by LIMIT 1)`;

/** The filter by codes of pledges. */
export const PledgeFilter = (): ReturnType<typeof Field> =>
  Field(() => [ID], { nullable: true, description: describe("공약번호.", "Codes of pledges.") });

/**
 * ` AND …` for a pledge's id (SQL) to belong to one with these codes; nothing without the filter. `municipality` is
 * SQL of the id of the pledge's municipality.
 */
export const ofPledges = (
  codes: readonly string[] | null | undefined,
  municipality: string,
  id: string,
  scope: QueryScope,
): string =>
  codes
    ? ` AND (${municipality}, ${id}) IN (SELECT municipality_id, id FROM pledge
        WHERE ${scope.ofMunicipalities("pledge")} AND code = ANY(${scope.parameters.add(codes)}::text[]))`
    : "";

/** The filter by names of departments in charge of the pledge that a row belongs to. */
export const InChargeFilter = (): ReturnType<typeof Field> =>
  DepartmentFilter(
    "딸린 공약의 그 분기 소관부서 이름.",
    "Names of the departments in charge, in the quarter, of the pledge that the course or outlet belongs to.",
  );

/** ` AND …` for the department in charge to have one of these names; nothing without the filter. */
export const inChargeOf = (
  names: readonly string[] | null | undefined,
  scope: QueryScope,
  ...place: [row: string, pledge?: string, quarter?: string]
): string => {
  const [row, pledge, quarter] = place;
  if (!names) return "";
  const inCharge = departmentInCharge(row, scope, pledge, quarter);
  return ofDepartments(names, `${row}.municipality_id`, inCharge, scope);
};

declareFilterValues("pledge", {
  name: { ko: "공약번호", en: "pledge" },
  columns: [{ table: "pledge", column: "code" }],
});
declarePeriods(periodsIn("pledge_quarter", "quarter"));
