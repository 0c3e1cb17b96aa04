import { Field, InputType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";
import { QuarterScalar } from "../../core/scalars/scalars.ts";
import type { QueryScope } from "../../sql/query-scope.ts";
import { where } from "../../sql/standard-arguments.ts";
import { whereDescription } from "../../sql/summary/filters.ts";
import { pageQuery, type TableQuery } from "../../sql/table-query.ts";
import { PartOfReportWhere, partsOf } from "./part-of-report-where.ts";
import { IssueKind, SectionKind } from "./report-kinds.ts";
import { statement } from "./statement.ts";

@InputType(whereDescription("글머리", "bullets"))
class StatementWhere extends PartOfReportWhere {
  @Field(() => String, {
    nullable: true,
    description: describe(
      "글에 든 말. 빈칸과 대소문자는 가리지 않습니다.",
      "Words that the text contains, whatever the blanks and the case.",
    ),
  })
  text?: string | null;

  @Field(() => [SectionKind], {
    nullable: true,
    description: describe(
      "부분. 빼면 문제점과 개선대책까지 모두.",
      "Sections; default: all, and problems and remedies too.",
    ),
  })
  section?: SectionKind[] | null;

  @Field(() => [QuarterScalar], {
    nullable: true,
    description: describe(
      "글이 말하는 분기: 계획은 보고 분기의 다음, 당해 실적은 보고 분기. 다른 부분은 말하는 분기가 없습니다.",
      "Quarters that the text is about: for plans the quarter after the report's, for results of the quarter the report's own; other parts are about none.",
    ),
  })
  aboutQuarter?: QuarterNumber[] | null;
}

const aboutQuarter =
  "CASE part WHEN 'PLAN' THEN part_of.quarter + 1 WHEN 'THIS_QUARTER' THEN part_of.quarter END";

/** ` AND …` for a text to contain some words; nothing without any. */
function containing(words: string | null | undefined, scope: QueryScope): string {
  const phrase = words?.normalize("NFC").replace(/\s+/g, "");
  return phrase ? ` AND strpos(part_of.search_text, lower(${scope.parameters.add(phrase)})) > 0` : "";
}

const order = (alias: string): string => `${alias}.municipality_id, ${alias}.sort_code, ${alias}.quarter,
  array_position(ARRAY['${Object.keys({ ...SectionKind, ...IssueKind }).join("', '")}'], ${alias}.part), ${alias}.position`;

/** The query for statements across reports. */
export const statementQueries: readonly TableQuery[] = [
  pageQuery(
    "statements",
    statement,
    50,
    (alias, scope, values) => {
      const { parameters } = scope;
      const filter: StatementWhere = values.where ?? {};
      const conditions = `${containing(filter.text, scope)}
        ${parameters.anyOf("part", "text", filter.section)}
        ${parameters.anyOf(aboutQuarter, "integer", filter.aboutQuarter)}`;
      return {
        from: `${partsOf("statement", filter, scope, conditions)} AS ${alias}`,
        where: "true",
        order: order(alias),
      };
    },
    {
      description: {
        ko: "여러 보고서의 글머리: 실적, 계획, 문제점, 개선대책. 공약번호 순, 그 안에서는 분기와 문서 순.",
        en: "Bullets across reports: results, plans, problems and remedies, by code of the pledge, then by quarter and position.",
      },
      arguments: { where: where(() => StatementWhere, "Which bullets.") },
      reach: ["pledge_quarter"],
    },
  ),
];
