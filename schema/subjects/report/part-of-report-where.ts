import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { MunicipalityFilter, whereDescription } from "../../sql/summary/filters.ts";
import { DepartmentFilter } from "../department/department.ts";
import { inChargeOf, ofPledges, PledgeFilter } from "../pledge/pledge-as-of.ts";

/** Which reports a list of their parts is about. */
@InputType(whereDescription("보고서", "reports"))
export class PartOfReportWhere {
  @MunicipalityFilter()
  municipality?: string[] | null;

  @PledgeFilter()
  pledge?: string[] | null;

  @DepartmentFilter("소관부서 이름(그 분기의).", "Names of departments in charge in the quarter.")
  department?: string[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe("보고 분기.", "Quarters of reports."),
  })
  quarter?: QuarterNumber[] | null;
}

/** SQL of the rows of a table that belong to the reports of a filter, with the code that orders their pledges. */
export const partsOf = (
  table: string,
  filter: PartOfReportWhere,
  scope: QueryScope,
  conditions = "",
): string => `(
  SELECT part_of.*, pledge.sort_code FROM ${table} AS part_of
  JOIN pledge ON ${scope.ofMunicipality("pledge", "part_of.municipality_id")} AND pledge.id = part_of.pledge_id
  WHERE ${scope.facts("part_of")}${ofPledges(filter.pledge, "part_of.municipality_id", "part_of.pledge_id", scope)}
    ${scope.parameters.anyOf("part_of.quarter", "integer", filter.quarter)}
    ${inChargeOf(filter.department, scope, "part_of")}${conditions})`;
