import { ID } from "type-graphql";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { entity, extend, type LinkField } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import { asOf, municipalityCode, where } from "../../sql/standard-arguments.ts";
import { oneQuery, pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { ofPledges } from "../pledge/pledge-as-of.ts";
import { PartOfReportWhere, partsOf } from "./part-of-report-where.ts";
import { planQueries } from "./plan-follow-up.ts";
import { report } from "./report.ts";
import { reportedEnrollment } from "./report-parts.ts";
import { statement } from "./statement.ts";
import { statementQueries } from "./statement-queries.ts";

/** The report that a part of it belongs to. */
const reportLink: LinkField = {
  is: "link",
  to: report,
  nullable: false,
  join: (row, alias, scope) => `LEFT JOIN report AS ${alias} ON ${scope.sameMunicipality(alias, row)}
    AND ${alias}.pledge_id = ${row}.pledge_id AND ${alias}.quarter = ${row}.quarter`,
  description: { ko: "보고서.", en: "The report." },
};

extend(statement, { report: reportLink });

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
      reach: ["pledge_quarter"],
    },
  ),
  ...statementQueries,
  ...planQueries,
];
