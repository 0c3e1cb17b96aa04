import type { FindingDraft } from "../../../ingest/draft-finding.ts";
import type {
  ReportDraft,
  SourceLocation,
  StatementDraft,
} from "../../../ingest/forms/report/report-draft.ts";
import { formatQuarter } from "../../../schema/core/scalars/quarter.ts";

const cited = <Fact extends { origin: SourceLocation }>({ origin, ...fact }: Fact) => ({
  ...fact,
  citation: origin,
});
const statements = (list: StatementDraft[]) =>
  list.map((statement) => ({
    ...cited(statement),
    parent: statement.parent === null ? null : { text: list[statement.parent]!.text },
  }));

/** The draft in the shape of the API. */
export const answerOf = (draft: ReportDraft, findings: FindingDraft[]) => ({
  quarter: formatQuarter(draft.quarter),
  pledge: { code: draft.pledgeCode, title: draft.title, department: { name: draft.department } },
  document: { synthetic: false },
  contacts: draft.contacts.map(cited),
  sections: draft.sections.map((section) => ({ ...section, statements: statements(section.statements) })),
  participation: draft.participation.map(cited),
  enrollments: draft.enrollments.map(cited),
  problems: statements(draft.problems),
  remedies: statements(draft.remedies),
  funding: draft.funding.map((line) => ({
    ...cited(line),
    phase: "PUBLISHED",
    amount: line.amount === null ? null : Number(line.amount),
  })),
  checks: draft.checks.map((check) => ({
    ...check,
    expected: Number(check.expected),
    actual: Number(check.actual),
  })),
  findings,
});
