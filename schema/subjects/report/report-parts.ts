import { Language, textLanguage } from "../../core/language.ts";
import { WonScalar } from "../../core/scalars/scalars.ts";
import {
  entity,
  integer,
  type LinkField,
  type ListField,
  nullable,
  sized,
  text,
  value,
} from "../../sql/entity.ts";
import { CourseKind } from "../academy/course-kind.ts";
import { CellState } from "../release/cell-state.ts";
import { cited } from "../release/citation.ts";
import { byPosition, inOrderOf, partsOfReport } from "./part-of-report.ts";
import { ContactRole, ParticipationKind, SectionKind } from "./report-kinds.ts";
import { statedFacts } from "./stated-facts.ts";
import { statement } from "./statement.ts";

/** A contact: a row of `contact`. */
const contact = entity(
  "Contact",
  { ko: "보고서에 적힌 담당자.", en: "A contact person named in a report." },
  {
    role: value(() => ContactRole, "role", "자리.", "The role."),
    familyName: text(
      "family_name",
      "성. 보고서에 없으면 빈 글.",
      "Family name; empty if the report leaves it blank.",
    ),
    extension: text(
      "extension",
      "내선 번호. 보고서에 없으면 빈 글.",
      "Telephone extension; empty if the report leaves it blank.",
    ),
    ...cited,
  },
);

const section = entity(
  "ReportSection",
  { ko: "보고서의 한 부분.", en: "A section of a report." },
  {
    kind: value(() => SectionKind, "kind", "어느 부분인가.", "Which section it is."),
    title: text("title", "적힌 제목, 꼬리표는 뺌.", "The heading as printed, without markup."),
    statements: sized(
      partsOfReport(
        statement,
        "statement",
        { ko: "글머리들, 문서 순서.", en: "Its bullets in the order of the document." },
        byPosition,
        (alias, row) => `${alias}.part = ${row}.kind`,
      ),
      { elements: 40 },
    ),
    ...cited,
  },
);

const participationCount = entity(
  "ParticipationCount",
  { ko: "시민참여 횟수.", en: "A count of citizen participation." },
  {
    kind: value(() => ParticipationKind, "kind", "종류.", "The kind."),
    count: integer(
      "count",
      "횟수(회). -나 빈칸이면 null.",
      "Number of times; null for a dash or a blank.",
      nullable,
    ),
    state: value(() => CellState, "state", "칸에 적힌 것.", "Content of the cell."),
    ...cited,
  },
);

/** A number of learners: a row of `reported_enrollment`. */
export const reportedEnrollment = entity(
  "ReportedEnrollment",
  {
    ko: "보고서의 글에 적힌 수강 인원.",
    en: "A number of learners in a report's text.",
  },
  {
    section: value(() => SectionKind, "section", "적힌 부분.", "The section that contains it."),
    kind: value(
      () => CourseKind,
      "kind",
      "과정의 종류. 글에 없으면 null.",
      "Kind of course; null if the text names none.",
      nullable,
    ),
    learners: integer("learners", "인원(명).", "Number of people."),
    planned: value(() => Boolean, "planned", "예정이면 참.", "True if planned, not yet done."),
    ...cited,
  },
);

const fundingHeading = entity(
  "FundingHeading",
  { ko: "보고서의 금액 위에 적힌 제목.", en: "The heading that a report prints over its amounts." },
  {
    title: text(
      "title",
      "적힌 제목. 네모(□), 번호, 괄호는 뺌: 연도별 투자계획.",
      "The heading as printed, without sign, number and brackets: 연도별 투자계획.",
    ),
    ...cited,
  },
);

const check = entity(
  "Check",
  {
    ko: "문서가 합계를 적어 스스로 말하는 등식.",
    en: "A check of a printed total: `expected` is the total that the document prints, `actual` the sum of its cells.",
  },
  {
    name: text(
      (row, _, { language }) => `${row}.name_${language === Language.EN ? "en" : "ko"}`,
      "무엇의 합계인가.",
      "Which total it is.",
      { arguments: { language: textLanguage } },
    ),
    expected: value(() => WonScalar, "expected", "적힌 합계(원).", "The printed total, won."),
    actual: value(() => WonScalar, "actual", "칸의 합(원).", "The sum of the cells, won."),
    holds: value(() => Boolean, "holds", "둘이 같으면 참.", "True if both are equal."),
  },
);

const statements = (part: string, ko: string, en: string): ListField =>
  sized(
    partsOfReport(statement, "statement", { ko, en }, byPosition, (alias) => `${alias}.part = '${part}'`),
    { elements: 20 },
  );

/** The parts of a report, as fields of its row. */
export const reportParts = {
  contacts: sized(partsOfReport(contact, "contact", { ko: "담당자.", en: "The contacts." }, byPosition), {
    elements: 5,
  }),
  sections: sized(
    partsOfReport(
      section,
      "report_section",
      { ko: "추진실적과 계획, 문서 순서.", en: "Results and plans, in the order of the document." },
      inOrderOf("kind", SectionKind),
    ),
    { elements: 3 },
  ),
  participation: sized(
    partsOfReport(
      participationCount,
      "participation_count",
      { ko: "시민참여 실적.", en: "Citizen participation." },
      inOrderOf("kind", ParticipationKind),
    ),
    { elements: 5 },
  ),
  enrollments: sized(
    partsOfReport(
      reportedEnrollment,
      "reported_enrollment",
      { ko: "글에 적힌 수강 인원.", en: "Numbers of learners in the text." },
      inOrderOf("section", SectionKind, "position"),
    ),
    { elements: 20 },
  ),
  ...statedFacts,
  fundingHeading: {
    is: "link",
    to: fundingHeading,
    nullable: true,
    join: (
      row,
      alias,
      scope,
    ) => `LEFT JOIN funding_heading AS ${alias} ON ${scope.sameMunicipality(alias, row)}
      AND (${alias}.pledge_id, ${alias}.quarter) = (${row}.pledge_id, ${row}.quarter)`,
    description: {
      ko: "금액 위에 적힌 제목. 금액이 없거나, 허브가 제목을 보관하기 전에 가져온 보고서이면 null.",
      en: "The heading over the amounts. Null without amounts, and for reports imported before the hub kept headings.",
    },
  } satisfies LinkField,
  checks: sized(
    partsOfReport(
      check,
      "report_check",
      {
        ko: "적힌 합계와 칸의 합을 견준 것.",
        en: "Comparisons of printed totals with the sums of their cells.",
      },
      byPosition,
    ),
    { elements: 20 },
  ),
  problems: statements("PROBLEM", "문제점.", "Problems."),
  remedies: statements("REMEDY", "개선대책.", "Remedies."),
};
