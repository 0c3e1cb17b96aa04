import { entity, extend, type LinkField, sized, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { where } from "../../sql/standard-arguments.ts";
import { pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { byPosition, partsOfReport } from "./part-of-report.ts";
import { PartOfReportWhere, partsOf } from "./part-of-report-where.ts";
import { report } from "./report.ts";
import { statement } from "./statement.ts";

/** SQL of a heading without blanks, punctuation, case and the word that marks a plan, so that only the same heading is equal. */
const heading = (row: string): string => `nullif(regexp_replace(
  translate(lower(replace(replace(${row}.text, '(예정)', ''), '(계획)', '')),
    E' \\t\\u00a0\\u3000()[]{}「」『』<>《》"''“”‘’·ㆍ‧・,.:;~-–—/', ''), '(예정|계획)$', ''), '')`;

/** SQL for a row to be a top-level bullet of the results of the quarter after a plan's. */
const ofNextQuarter = (row: string, plan: string, scope: QueryScope): string =>
  `${scope.sameMunicipality(row, plan)} AND ${row}.pledge_id = ${plan}.pledge_id
    AND ${row}.quarter = ${plan}.quarter + 1 AND ${row}.part = 'THIS_QUARTER' AND ${row}.parent_position IS NULL
    AND ${heading(row)} = ${heading(plan)}`;

const result: LinkField = {
  is: "link",
  to: statement,
  nullable: true,
  // Of two bullets with the same heading none is certain to be the one.
  join: (row, alias, scope) => `LEFT JOIN statement AS ${alias} ON ${ofNextQuarter(alias, row, scope)}
    AND NOT EXISTS (SELECT 1 FROM statement AS other WHERE ${ofNextQuarter("other", row, scope)}
      AND other.position <> ${alias}.position)
    AND NOT EXISTS (SELECT 1 FROM statement AS other WHERE ${scope.sameMunicipality("other", row)}
      AND other.pledge_id = ${row}.pledge_id AND other.quarter = ${row}.quarter AND other.part = 'PLAN'
      AND other.parent_position IS NULL AND other.position <> ${row}.position AND ${heading("other")} = ${heading(row)})`,
  description: {
    ko: "다음 분기 보고서의 당해 분기 실적에서 제목이 같은 글머리(빈칸, 문장부호, (예정)은 가리지 않음). 없거나 하나로 정해지지 않으면 null. 뜻으로 짐작하지 않습니다.",
    en: "The bullet of the next quarter's results with the same heading, whatever the blanks, punctuation and (예정). Null if there is none, or not just one; never guessed from the meaning.",
  },
};

/** A top-level bullet of a plan and what the next report says under the same heading: a row of `statement`. */
export const planFollowUp = entity(
  "PlanFollowUp",
  {
    ko: "계획의 가장 바깥 글머리와, 다음 분기 보고서에서 같은 제목으로 적은 실적. 아래 글머리는 children에 있습니다.",
    en: "A top-level bullet of a plan, and what the next quarter's report says under the same heading. The bullets below each are its `children`.",
  },
  {
    plan: { is: "part", of: statement, description: { ko: "계획.", en: "The plan." } },
    result,
    hasNextReport: value(
      () => Boolean,
      (row, scope) => `EXISTS (SELECT 1 FROM report AS next WHERE ${scope.sameMunicipality("next", row)}
        AND next.pledge_id = ${row}.pledge_id AND next.quarter = ${row}.quarter + 1)`,
      "다음 분기 보고서가 허브에 있으면 참. 거짓이면 result가 null인 까닭입니다.",
      "True if the hub has the next quarter's report; if not, that is why `result` is null.",
    ),
  },
);
paged(planFollowUp, "계획과 그 뒤의 실적", "plans with what followed");

const isTopLevelPlan = (row: string): string => `${row}.part = 'PLAN' AND ${row}.parent_position IS NULL`;

extend(report, {
  planFollowUps: sized(
    partsOfReport(
      planFollowUp,
      "statement",
      {
        ko: "이 보고서의 계획과, 다음 분기 보고서가 같은 제목으로 적은 실적, 문서 순서.",
        en: "The plans of this report beside what the next quarter's report says under the same headings, in the order of the document.",
      },
      byPosition,
      isTopLevelPlan,
    ),
    { elements: 20 },
  ),
});

/** The query for plans across reports. */
export const planQueries: readonly TableQuery[] = [
  pageQuery(
    "planFollowUps",
    planFollowUp,
    50,
    (alias, scope, values) => ({
      from: `${partsOf("statement", values.where ?? {}, scope, ` AND ${isTopLevelPlan("part_of")}`)} AS ${alias}`,
      where: "true",
      order: `${alias}.municipality_id, ${alias}.sort_code, ${alias}.quarter, ${alias}.position`,
    }),
    {
      description: {
        ko: "보고서의 계획과 다음 분기 보고서가 같은 제목으로 적은 실적, 공약번호 순, 그 안에서는 분기와 문서 순. where.quarter는 계획을 적은 보고서의 분기입니다.",
        en: "Plans in reports beside what the next quarter's reports say under the same headings, by code of the pledge, then by quarter and position. `where.quarter` is that of the report with the plan.",
      },
      arguments: { where: where(() => PartOfReportWhere, "Which reports.") },
      reach: ["pledge_quarter"],
    },
  ),
];
