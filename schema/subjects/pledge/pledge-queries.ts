import { ID, InputType } from "type-graphql";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { asOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { isKnown, MunicipalityFilter, QuarterFilter, whereDescription } from "../../sql/summary/filters.ts";
import { latestQuarters } from "../../sql/summary/latest-quarters.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { DepartmentFilter, ofDepartments } from "../department/department.ts";
import { pledge } from "./pledge.ts";
import { inChargeOf, pledgeAsOf } from "./pledge-as-of.ts";
import { PledgeWhere } from "./pledge-where.ts";
import { stateChange, stateChanges } from "./state-change.ts";

@InputType(whereDescription("변화", "changes"))
class StateChangeWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @DepartmentFilter("소관부서 이름(그 분기의).", "Names of departments in charge in the quarter.")
  department?: string[] | null;

  @QuarterFilter()
  quarter?: QuarterNumber[] | null;
}

/** The quarters of a query about states; `table` has them and their states. */
export const stateQuarters = (
  { quarter }: PledgeWhere,
  all: boolean,
  scope: QueryScope,
  table = "pledge_quarter",
): string => latestQuarters({ table, isFigure: "state IS NOT NULL", requested: quarter ?? null, all }, scope);

/** SQL of the pledges of a list, before its filters: as of the quarter of its filters. */
function pledgesOf(filter: PledgeWhere, scope: QueryScope): string {
  const hasQuarter = filter.quarter || filter.state || filter.hasState != null;
  if (!hasQuarter)
    return pledgeAsOf(`SELECT * FROM pledge WHERE ${scope.ofMunicipalities("pledge")}`, null, scope);
  const ofQuarter = `WITH ${stateQuarters(filter, false, scope)}
    SELECT pledge.*, quarters.quarter AS requested_quarter
    FROM pledge JOIN quarters ON ${scope.ofMunicipality("pledge", "quarters.municipality_id")} WHERE is_last`;
  return pledgeAsOf(ofQuarter, "pledge.requested_quarter", scope);
}

/** SQL condition over rows of `pledgesOf`. */
function conditions(filter: PledgeWhere, alias: string, scope: QueryScope): string {
  const { parameters } = scope;
  const facts = `FROM pledge_quarter AS fact
    WHERE ${scope.sameMunicipality("fact", alias)} AND fact.pledge_id = ${alias}.id`;
  const state = `(SELECT state ${facts} AND state IS NOT NULL AND fact.quarter = ${alias}.of_quarter ORDER BY stated_by LIMIT 1)`;
  // A pledge without a row in the quarter has no state in it either, consistently with the summary.
  const isStated =
    filter.quarter && filter.hasState !== false
      ? ` AND EXISTS (SELECT ${facts}${parameters.anyOf("fact.quarter", "integer", filter.quarter)})`
      : "";
  return `true${ofDepartments(filter.department, `${alias}.municipality_id`, `${alias}.department_id`, scope)}${isStated}
    ${filter.search ? `AND strpos(lower(${alias}.code || ' ' || ${alias}.title), lower(${parameters.add(filter.search)})) > 0` : ""}
    ${parameters.anyOf(state, "pledge_state", filter.state)}${isKnown(state, filter.hasState)}`;
}

/** Queries for pledges. */
export const pledgeQueries: readonly TableQuery[] = [
  oneQuery(
    "pledge",
    pledge,
    (alias, scope, { code }) => ({
      from: `${pledgeAsOf(
        `SELECT * FROM pledge WHERE ${scope.ofMunicipalities("pledge")} AND code = ${scope.parameters.add(code)}`,
        null,
        scope,
      )} AS ${alias}`,
      where: "true",
      order: `${alias}.id`,
    }),
    {
      description: {
        ko: "공약 하나. 그 시각에 없던 공약이면 null, 허브가 모르는 번호면 오류.",
        en: "One pledge; null if it was not known at the time. A code that the hub has never known is an error.",
      },
      arguments: {
        code: {
          type: () => ID,
          nullable: false,
          description: { ko: "공약번호, 예: 1-4-2.", en: "Code of the pledge, e.g. 1-4-2." },
        },
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "pledges",
    pledge,
    50,
    (alias, scope, values) => {
      const filter: PledgeWhere = values.where ?? {};
      return {
        from: `${pledgesOf(filter, scope)} AS ${alias}`,
        where: conditions(filter, alias, scope),
        order: `${alias}.municipality_id, ${alias}.sort_code`,
      };
    },
    {
      description: { ko: "공약 목록, 공약번호 순.", en: "Pledges, by code." },
      arguments: { where: where(() => PledgeWhere, "Which pledges.") },
      reach: ["pledge_quarter"],
    },
  ),
  pageQuery(
    "stateChanges",
    stateChange,
    50,
    (alias, scope, values) => {
      const filter: StateChangeWhere = values.where ?? {};
      return {
        from: `(${stateChanges(scope)}) AS ${alias}`,
        where: `true${scope.parameters.anyOf(`${alias}.quarter`, "integer", filter.quarter)}
          ${inChargeOf(filter.department, scope, alias)}`,
        order: `${alias}.quarter DESC, ${alias}.municipality_id, ${alias}.sort_code`,
      };
    },
    {
      description: {
        ko: "이행 상태가 달라진 공약, 새 분기부터, 공약번호 순. 처음 밝힌 상태와 밝히지 않은 분기는 변화가 아닙니다.",
        en: "Pledges whose state changed, latest quarter first, by code. A first state is not a change, nor is a quarter without one.",
      },
      arguments: { where: where(() => StateChangeWhere, "Which changes.") },
      reach: ["pledge_quarter"],
    },
  ),
];
