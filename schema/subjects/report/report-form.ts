import type { Form, FormColumn, StoredColumn } from "../../feeds/feed.ts";
import { budgetFeed } from "../funding/budget-feed.ts";
import { pledgeFeed } from "../pledge/pledge-feed.ts";
import { ContactRole, ParticipationKind, SectionKind } from "./report-kinds.ts";

const text = (field: string, heading: string, english?: string): FormColumn => ({
  ...{ field, heading, english },
  type: { is: "text" },
});
const key = (column: FormColumn): FormColumn => ({ ...column, key: true });
const [source] = budgetFeed.columns.filter(({ field }) => field === "source");
const pledgeAndQuarter = pledgeFeed.columns.filter((column) => column.key);

const parts = {
  "그동안 추진실적": SectionKind.BEFORE_QUARTER,
  "당해 분기 추진실적": SectionKind.THIS_QUARTER,
  "다음 분기 추진계획": SectionKind.PLAN,
  문제점: "PROBLEM",
  개선대책: "REMEDY",
  과장: ContactRole.DIVISION_HEAD,
  팀장: ContactRole.TEAM_HEAD,
  "공약 관련 회의": ParticipationKind.MEETING,
  "설명회, 민생탐방": ParticipationKind.BRIEFING,
  "전문가 자문": ParticipationKind.EXPERT_ADVICE,
  "언론/방송 보도": ParticipationKind.PRESS,
  기타: ParticipationKind.OTHER,
};
const columns = {
  part: key({ field: "part", heading: "부분", type: { is: "choice", choices: parts } }),
  familyName: text("family_name", "담당자의 성", "family name of a contact"),
  extension: text("extension", "담당자의 전화", "extension of a contact"),
  statements: text("statements", "내용", "text"),
  count: {
    ...{ field: "count", heading: "시민참여 횟수", english: "times citizens took part" },
    ...{ type: { is: "count" }, unit: "회" },
  } satisfies FormColumn,
  published: { field: "published", heading: "공표액", type: { is: "won" } } satisfies FormColumn,
};

const keys: StoredColumn[] = [
  { name: "pledge_id", role: "key", references: "pledge" },
  { name: "quarter", role: "key" },
];
const keyed = (name: string): StoredColumn => ({ name, role: "key" });
const extras = (...names: string[]): StoredColumn[] => names.map((name) => ({ name, role: "extra" }));
const position: StoredColumn = { name: "position", role: "member" };
const citation = extras("column", "quote");

const sameReport = { pledge_id: "pledge_id", quarter: "quarter" };
const ofReport = { subject: "REPORT", title: { ko: "분기 추진실적", en: "Quarterly reports" } };
const byReport = { stated_by: "REPORT" };
const published = { phase: "PUBLISHED" };

/** Title and department of a pledge, as the header of a report states them. */
export const headerForm: Form = {
  ...pledgeFeed,
  identifies: pledgeFeed.name,
  stored: { ...pledgeFeed.stored, where: "stated_by = 'REPORT'", fixed: byReport },
};

/** The contacts of a report, a group per role: a header may name several people for one. */
export const contactForm: Form = {
  ...ofReport,
  table: "contact",
  columns: [...pledgeAndQuarter, columns.part, columns.familyName, columns.extension],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [
      ...keys,
      keyed("role"),
      position,
      { name: "family_name", role: "value", measure: "familyName" },
      { name: "extension", role: "value", measure: "extension" },
      ...citation,
    ],
  },
};

/** The statements of a report, a group for each of its parts. */
export const statementForm: Form = {
  ...ofReport,
  table: "statement",
  columns: [...pledgeAndQuarter, columns.part, columns.statements],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [
      ...keys,
      keyed("part"),
      position,
      { name: "text", role: "value", measure: "statements", text: "repeat('  ', depth) || text" },
      ...extras("parent_position", "depth"),
      ...citation,
    ],
  },
};

/** The headings of sections, which accompany their statements. */
export const sectionForm: Form = {
  ...ofReport,
  table: "report_section",
  columns: [...pledgeAndQuarter, columns.part],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [...keys, keyed("kind"), ...extras("title"), ...citation],
    follows: [{ table: "statement", keys: { ...sameReport, kind: "part" } }],
  },
};

/** A count of citizen participation. */
export const participationForm: Form = {
  ...ofReport,
  table: "participation_count",
  columns: [...pledgeAndQuarter, columns.part, columns.count],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [
      ...keys,
      keyed("kind"),
      { name: "count", role: "value", measure: "count", quoted: true },
      ...extras("state"),
      ...citation,
    ],
  },
};

/** The amounts of a quarterly report: facts about funding, beside those of the budget feed. */
export const reportedFunding: Form = {
  table: budgetFeed.table,
  title: budgetFeed.title,
  subject: budgetFeed.subject,
  columns: [...pledgeAndQuarter, source!, key(text("period", "기간")), columns.published],
  stored: {
    duplicates: "ELSEWHERE",
    fixed: published,
    columns: [
      ...keys,
      keyed("source"),
      { ...keyed("period_start"), nullable: true },
      { ...keyed("period_end"), nullable: true },
      { name: "amount", role: "value", measure: "published", quoted: true },
      ...extras("year", "period_label", "state"),
      ...citation,
    ],
  },
};

/** The heading over the amounts of a report, which accompanies them. */
export const fundingHeadingForm: Form = {
  ...ofReport,
  table: "funding_heading",
  columns: pledgeAndQuarter,
  stored: {
    duplicates: "ELSEWHERE",
    columns: [...keys, ...extras("title"), ...citation],
    follows: [{ table: budgetFeed.table, keys: sameReport, fixed: published }],
  },
};

/** Numbers of learners in the statements of a section. */
export const reportedEnrollmentForm: Form = {
  ...ofReport,
  table: "reported_enrollment",
  columns: [...pledgeAndQuarter, columns.part],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [...keys, keyed("section"), position, ...extras("kind", "learners", "planned"), ...citation],
    follows: [{ table: "statement", keys: { ...sameReport, section: "part" } }],
  },
};

/** What the statements of a section state in their text, beside them. */
const statedForm = (table: string, ...facts: string[]): Form => ({
  ...ofReport,
  table,
  columns: [...pledgeAndQuarter, columns.part],
  stored: {
    duplicates: "ELSEWHERE",
    columns: [
      ...keys,
      keyed("section"),
      position,
      ...extras("statement_position", ...facts, "planned"),
      ...citation,
    ],
    follows: [{ table: "statement", keys: { ...sameReport, section: "part" } }],
  },
});

/** Figures in the statements of a section. */
export const statedFigureForm: Form = statedForm("stated_figure", "value", "unit", "label");

/** Dates and periods in the statements of a section. */
export const statedDateForm: Form = statedForm("stated_date", "period_start", "period_end", "precision");

/** The printed totals of a report, compared with its amounts. */
export const reportCheckForm: Form = {
  ...ofReport,
  table: "report_check",
  columns: pledgeAndQuarter,
  stored: {
    duplicates: "ELSEWHERE",
    origin: ["municipality_id"],
    columns: [...keys, position, ...extras("name_ko", "name_en", "expected", "actual", "holds")],
    follows: [{ table: budgetFeed.table, keys: sameReport, fixed: published }],
  },
};

/** A quarterly report as a whole: its document is the latest one of any of its parts. */
export const reportForm: Form = {
  ...ofReport,
  table: "report",
  period: "quarter",
  columns: [
    ...pledgeAndQuarter,
    ...[columns.part, columns.familyName, columns.extension, columns.statements, columns.count],
  ],
  stored: {
    reported: "true",
    duplicates: "ELSEWHERE",
    origin: ["municipality_id", "document_id"],
    columns: keys,
    follows: [
      { table: pledgeFeed.table, keys: sameReport, fixed: byReport },
      { table: budgetFeed.table, keys: sameReport, fixed: published },
      ...["contact", "statement", "participation_count", "stated_figure", "stated_date"].map((table) => ({
        ...{ table, keys: sameReport },
      })),
    ],
  },
};

/** All forms of a quarterly report, each after those that it accompanies. */
export const reportForms: readonly Form[] = [
  ...[headerForm, contactForm, statementForm, sectionForm, participationForm],
  ...[reportedFunding, fundingHeadingForm, reportedEnrollmentForm, statedFigureForm, statedDateForm],
  ...[reportCheckForm, reportForm],
];
