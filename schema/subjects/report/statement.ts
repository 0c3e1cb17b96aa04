import { entity, extend, integer, type LinkField, nullable, sized, text, value } from "../../sql/entity.ts";
import { paged } from "../../sql/paged.ts";
import { cited } from "../release/citation.ts";
import { byPosition, partsOfReport } from "./part-of-report.ts";
import { IssueKind, SectionKind } from "./report-kinds.ts";

/** SQL of the value of `part` if it is one of an enum's; null otherwise. */
const partIn = (kinds: object) => (row: string) =>
  `CASE WHEN ${row}.part IN ('${Object.keys(kinds).join("', '")}') THEN ${row}.part END`;

/** A bullet: a row of `statement`. */
export const statement = entity(
  "Statement",
  {
    ko: "보고서의 글머리 하나. 이어지는 줄은 빈칸으로 이어 붙이고 첫 줄을 출처로 합니다.",
    en: "One bullet of a report. Continuation lines are joined with spaces; the citation is that of the first line.",
  },
  {
    text: sized(text("text", "글머리를 뺀 글.", "The text without its bullet."), { weight: 5 }),
    depth: integer("depth", "깊이. 가장 바깥이 0.", "Depth; 0 for a top-level bullet."),
    section: value(
      () => SectionKind,
      partIn(SectionKind),
      "적힌 부분. 문제점이나 개선대책이면 null.",
      "The section that contains it; null for a problem or a remedy.",
      nullable,
    ),
    issue: value(
      () => IssueKind,
      partIn(IssueKind),
      "문제점인가 개선대책인가. 실적이나 계획이면 null.",
      "Whether it is a problem or a remedy; null for results and plans.",
      nullable,
    ),
    ...cited,
  },
);
paged(statement, "글머리", "bullets");

/** The link of a row to a statement of its report, by its part and position in SQL. */
export const statementLink = (
  part: string,
  position: string,
  isNullable: boolean,
  description: { ko: string; en: string },
): LinkField => ({
  is: "link",
  to: statement,
  nullable: isNullable,
  join: (row, alias, scope) => `LEFT JOIN statement AS ${alias} ON ${scope.sameMunicipality(alias, row)}
    AND (${alias}.pledge_id, ${alias}.quarter, ${alias}.part, ${alias}.position)
      = (${row}.pledge_id, ${row}.quarter, ${row}.${part}, ${row}.${position})`,
  description,
});

extend(statement, {
  parent: statementLink("part", "parent_position", true, {
    ko: "위에 있는 글머리. 가장 바깥이면 null.",
    en: "The parent bullet; null for a top-level one.",
  }),
  children: sized(
    partsOfReport(
      statement,
      "statement",
      {
        ko: "바로 아래의 글머리들, 문서 순서.",
        en: "The bullets right below it, in the order of the document.",
      },
      byPosition,
      (alias, row) => `${alias}.part = ${row}.part AND ${alias}.parent_position = ${row}.position`,
    ),
    { elements: 10 },
  ),
});
