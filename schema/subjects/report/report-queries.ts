import { Field, ID, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { entity, type LinkField, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { asOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { MunicipalityFilter, whereDescription } from "../../sql/summary/filters.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { DepartmentFilter } from "../department/department.ts";
import { inChargeOf, ofPledges, PledgeFilter } from "../pledge/pledge-as-of.ts";
import { report } from "./report.ts";
import { SectionKind } from "./report-kinds.ts";
import { reportedEnrollment, statement } from "./report-parts.ts";

@InputType(whereDescription("보고서", "reports"))
class PartOfReportWhere {
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

@InputType(whereDescription("글머리", "bullets"))
class ReportStatementWhere extends PartOfReportWhere {
  @Field(() => [SectionKind], { nullable: true, description: describe("부분.", "Sections.") })
  section?: SectionKind[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "글이 말하는 분기: 계획은 보고 분기의 다음, 당해 실적은 보고 분기.",
      "Quarters that the text is about: for plans the quarter after the report's, for results the report's own.",
    ),
  })
  aboutQuarter?: QuarterNumber[] | null;
}

/** The report that a part of it belongs to. */
const reportLink: LinkField = {
  is: "link",
  to: report,
  nullable: false,
  join: (row, alias, scope) => `LEFT JOIN report AS ${alias} ON ${scope.sameMunicipality(alias, row)}
    AND ${alias}.pledge_id = ${row}.pledge_id AND ${alias}.quarter = ${row}.quarter`,
  description: { ko: "보고서.", en: "The report." },
};

const reportStatement = entity(
  "ReportStatement",
  { ko: "보고서와 그 글머리 하나.", en: "A bullet with its report." },
  {
    report: reportLink,
    statement: { is: "part", of: statement, description: { ko: "글머리.", en: "The bullet." } },
    section: value(() => SectionKind, "part", "적힌 부분.", "The section that contains it."),
  },
);
paged(reportStatement, "글머리", "bullets");

const reportEnrollment = entity(
  "ReportEnrollment",
  { ko: "보고서와 그 글에 적힌 인원.", en: "A number of learners in a report's text, with the report." },
  {
    report: reportLink,
    enrollment: {
      is: "part",
      of: reportedEnrollment,
      description: { ko: "적힌 인원.", en: "The number of learners." },
    },
  },
);
paged(reportEnrollment, "글에 적힌 인원", "learners stated");

/** SQL of the rows of a table that belong to the reports of a filter, with the code that orders their pledges. */
const partsOf = (table: string, filter: PartOfReportWhere, scope: QueryScope, conditions = ""): string => `(
  SELECT part_of.*, pledge.sort_code FROM ${table} AS part_of
  JOIN pledge ON pledge.municipality_id = part_of.municipality_id AND pledge.id = part_of.pledge_id
  WHERE ${scope.facts("part_of")}${ofPledges(filter.pledge, "part_of.municipality_id", "part_of.pledge_id", scope)}
    ${scope.parameters.anyOf("part_of.quarter", "integer", filter.quarter)}
    ${inChargeOf(filter.department, scope, "part_of")}${conditions})`;

const inOrder = (alias: string): string =>
  `${alias}.municipality_id, ${alias}.sort_code, ${alias}.quarter, ${alias}.id`;

/** Queries for quarterly reports and their parts. */
export const reportQueries: readonly TableQuery[] = [
  oneQuery(
    "report",
    report,
    (alias, scope, { pledge, quarter }) => ({
      from: `report AS ${alias}`,
      where: `${scope.facts(alias)} AND ${alias}.quarter = ${scope.parameters.add(quarter)}
        ${ofPledges([pledge], `${alias}.municipality_id`, `${alias}.pledge_id`, scope)}`,
      order: `${alias}.id`,
    }),
    {
      description: {
        ko: "한 공약의 한 분기 보고서. 보고되지 않았으면 null, 허브가 모르는 공약이나 자료가 없는 기간이면 오류.",
        en: "The report on a pledge for a quarter; null if there is none. A pledge that the hub has never known, or a quarter outside of its data, is an error.",
      },
      arguments: {
        pledge: {
          type: () => ID,
          nullable: false,
          description: { ko: "공약번호, 예: 1-4-2.", en: "Code of the pledge, e.g. 1-4-2." },
        },
        quarter: {
          type: () => QuarterScalar,
          nullable: false,
          description: { ko: "보고 분기.", en: "The quarter of the report." },
        },
        municipality: municipalityCode,
        asOf,
      },
    },
  ),
  pageQuery(
    "reportStatements",
    reportStatement,
    50,
    (alias, scope, values) => {
      const { parameters } = scope;
      const filter: ReportStatementWhere = values.where ?? {};
      const about =
        "CASE part WHEN 'PLAN' THEN part_of.quarter + 1 WHEN 'THIS_QUARTER' THEN part_of.quarter END";
      const conditions = `AND part IN ('BEFORE_QUARTER', 'THIS_QUARTER', 'PLAN')
        ${parameters.anyOf("part", "text", filter.section)}
        ${parameters.anyOf(about, "integer", filter.aboutQuarter)}`;
      return {
        from: `${partsOf("statement", filter, scope, conditions)} AS ${alias}`,
        where: "true",
        order: `${alias}.municipality_id, ${alias}.sort_code, ${alias}.quarter,
          array_position(ARRAY['${Object.keys(SectionKind).join("', '")}'], ${alias}.part), ${alias}.position`,
      };
    },
    {
      description: {
        ko: "보고서의 추진실적과 계획, 공약번호 순, 그 안에서는 분기와 문서 순.",
        en: "Results and plans in reports, by code of the pledge, then by quarter and position.",
      },
      arguments: { where: where(() => ReportStatementWhere, "Which bullets.") },
    },
  ),
  pageQuery(
    "reportEnrollments",
    reportEnrollment,
    50,
    (alias, scope, values) => ({
      from: `${partsOf("reported_enrollment", values.where ?? {}, scope)} AS ${alias}`,
      where: "true",
      order: inOrder(alias),
    }),
    {
      description: {
        ko: "보고서의 글에 적힌 수강 인원, 공약번호와 분기 순.",
        en: "Numbers of learners in the text of reports, by code of the pledge, then by quarter.",
      },
      arguments: { where: where(() => PartOfReportWhere, "Which reports.") },
    },
  ),
];
