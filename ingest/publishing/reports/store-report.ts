import type { EntityManager } from "typeorm";
import { FundingPhase } from "../../../schema/subjects/funding/funding-kinds.ts";
import { FundingLine } from "../../../schema/subjects/funding/funding-line.ts";
import { Check } from "../../../schema/subjects/report/check.ts";
import { Contact } from "../../../schema/subjects/report/contact.ts";
import { ParticipationCount } from "../../../schema/subjects/report/participation-count.ts";
import { Report } from "../../../schema/subjects/report/report.ts";
import { ReportSection } from "../../../schema/subjects/report/report-section.ts";
import { ReportedEnrollment } from "../../../schema/subjects/report/reported-enrollment.ts";
import { type ReportPart, Statement } from "../../../schema/subjects/report/statement.ts";
import type { Origin, ReportDraft, StatementDraft } from "../../forms/report/report-draft.ts";
import { departmentId, pledgeId } from "../identities.ts";
import { current } from "../releases.ts";

/** Where new facts belong. */
export interface Publication {
  municipalityId: number;
  documentId: number;
  release: number;
}

/** Stores a report in place of the one that stood for its pledge and quarter. Gives the number of facts. */
export async function storeReport(
  manager: EntityManager,
  report: ReportDraft,
  { municipalityId, documentId, release }: Publication,
): Promise<number> {
  const cited = ({ documentId: kept, line, column, quote }: Origin) => ({
    documentId: kept ?? documentId,
    line,
    column,
    quote,
  });
  const pledge = await pledgeId(manager, municipalityId, report.pledgeCode);
  const department = report.department
    ? await departmentId(manager, municipalityId, report.department, cited(report.departmentOrigin!), release)
    : null;
  await endKnown(manager, { municipalityId, release }, pledge, report.quarter);
  await manager.query(
    `INSERT INTO pledge_quarter (municipality_id, pledge_id, quarter, stated_by, title, department_id,
       document_id, line, "column", quote, known_from)
     VALUES ($1, $2, $3, 'REPORT', $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[municipalityId, pledge, report.quarter, report.title, department?.id ?? null],
      ...Object.values(cited(report.titleOrigin)),
      release,
    ],
  );
  const version = { municipalityId, pledgeId: pledge, quarter: report.quarter, knownFrom: release };
  await manager.insert(Report, { ...version, documentId });
  const statements = (part: ReportPart, list: StatementDraft[]) =>
    list.map((statement, position) => ({
      ...version,
      part,
      position,
      parentPosition: statement.parent,
      depth: statement.depth,
      text: statement.text,
      ...cited(statement.origin),
    }));
  const counts = [
    await insert(
      manager,
      Contact,
      report.contacts.map(({ origin, ...contact }, position) => ({
        ...{ ...version, position, ...contact },
        ...cited(origin),
      })),
    ),
    await insert(
      manager,
      ReportSection,
      report.sections.map(({ kind, title, origin }) => ({ ...version, kind, title, ...cited(origin) })),
    ),
    await insert(manager, Statement, [
      ...report.sections.flatMap((section) => statements(section.kind, section.statements)),
      ...statements("PROBLEM", report.problems),
      ...statements("REMEDY", report.remedies),
    ]),
    await insert(
      manager,
      ParticipationCount,
      report.participation.map(({ origin, ...count }) => ({ ...version, ...count, ...cited(origin) })),
    ),
    await insert(
      manager,
      ReportedEnrollment,
      report.enrollments.map(({ origin, ...enrollment }, position) => ({
        ...{ ...version, position, ...enrollment },
        ...cited(origin),
      })),
    ),
    await insert(
      manager,
      FundingLine,
      report.funding.map(({ origin, period, amount, ...line }) => ({
        ...version,
        phase: FundingPhase.PUBLISHED,
        year: period.start && period.end ? Number(period.start.slice(0, 4)) : null,
        periodLabel: period.label,
        periodStart: period.start,
        periodEnd: period.end,
        amount: amount === null ? null : String(amount),
        ...line,
        ...cited(origin),
      })),
    ),
  ];
  await insert(
    manager,
    Check,
    report.checks.map(({ name, expected, actual, holds }, position) => ({
      ...version,
      position,
      nameKo: name.ko,
      nameEn: name.en,
      expected: String(expected),
      actual: String(actual),
      holds,
    })),
  );
  return counts.reduce((sum, count) => sum + count, 1);
}

/** Every table with rows of a report, and which of its rows are. */
const partTables: Record<string, string> = {
  ...{ report: "true", pledge_quarter: "stated_by = 'REPORT'", funding_line: "phase = 'PUBLISHED'" },
  ...{ contact: "true", report_section: "true", statement: "true" },
  ...{ participation_count: "true", reported_enrollment: "true", report_check: "true" },
};

/** Ends what was known of a pledge's report at a quarter: from this release on it is no longer so. */
async function endKnown(
  manager: EntityManager,
  { municipalityId, release }: Pick<Publication, "municipalityId" | "release">,
  pledge: number,
  quarter: number,
): Promise<void> {
  for (const [table, condition] of Object.entries(partTables)) {
    await manager.query(
      `UPDATE ${table} SET known_to = $1
       WHERE municipality_id = $2 AND pledge_id = $3 AND quarter = $4 AND known_to = $5 AND ${condition}`,
      [release, municipalityId, pledge, quarter, current],
    );
  }
}

async function insert<Row extends object>(
  manager: EntityManager,
  table: new () => Row,
  rows: Partial<Row>[],
): Promise<number> {
  if (rows.length > 0) await manager.insert(table, rows as Parameters<typeof manager.insert<Row>>[1]);
  return rows.length;
}
