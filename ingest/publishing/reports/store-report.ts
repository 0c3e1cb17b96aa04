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
import type { ReportDraft, SourceLocation, StatementDraft } from "../../forms/report/report-draft.ts";
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
  const cited = ({ documentId: kept, line, column, quote }: SourceLocation) => ({
    documentId: kept ?? documentId,
    line,
    column,
    quote,
  });
  const pledge = await pledgeId(manager, municipalityId, report.pledgeCode);
  const department = report.department
    ? await departmentId(manager, municipalityId, report.department, cited(report.departmentOrigin!), release)
    : null;
  await endKnown(manager, pledge, report.quarter, release);
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
  const stored = await manager.save(
    manager.create(Report, {
      municipalityId,
      pledgeId: pledge,
      quarter: report.quarter,
      documentId,
      knownFrom: release,
    }),
  );
  const reportId = stored.id;
  const statements = (part: ReportPart, list: StatementDraft[]) =>
    list.map((statement, position) => ({
      reportId,
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
      report.contacts.map(({ origin, ...contact }) => ({ reportId, ...contact, ...cited(origin) })),
    ),
    await insert(
      manager,
      ReportSection,
      report.sections.map(({ kind, title, origin }) => ({ reportId, kind, title, ...cited(origin) })),
    ),
    await insert(manager, Statement, [
      ...report.sections.flatMap((section) => statements(section.kind, section.statements)),
      ...statements("PROBLEM", report.problems),
      ...statements("REMEDY", report.remedies),
    ]),
    await insert(
      manager,
      ParticipationCount,
      report.participation.map(({ origin, ...count }) => ({ reportId, ...count, ...cited(origin) })),
    ),
    await insert(
      manager,
      ReportedEnrollment,
      report.enrollments.map(({ origin, ...enrollment }) => ({ reportId, ...enrollment, ...cited(origin) })),
    ),
    await insert(
      manager,
      FundingLine,
      report.funding.map(({ origin, period, amount, ...line }) => ({
        municipalityId,
        pledgeId: pledge,
        quarter: report.quarter,
        phase: FundingPhase.PUBLISHED,
        year: period.start && period.end ? Number(period.start.slice(0, 4)) : null,
        periodLabel: period.label,
        periodStart: period.start,
        periodEnd: period.end,
        amount: amount === null ? null : String(amount),
        ...line,
        ...cited(origin),
        knownFrom: release,
      })),
    ),
  ];
  await insert(
    manager,
    Check,
    report.checks.map(({ name, expected, actual, holds }) => ({
      reportId,
      nameKo: name.ko,
      nameEn: name.en,
      expected: String(expected),
      actual: String(actual),
      holds,
    })),
  );
  return counts.reduce((sum, count) => sum + count, 1);
}

/** Ends what was known of a pledge's report at a quarter: from this release on it is no longer so. */
async function endKnown(
  manager: EntityManager,
  pledge: number,
  quarter: number,
  release: number,
): Promise<void> {
  for (const [table, condition] of [
    ["report", "true"],
    ["pledge_quarter", "stated_by = 'REPORT'"],
    ["funding_line", "phase = 'PUBLISHED'"],
  ]) {
    await manager.query(
      `UPDATE ${table} SET known_to = $1 WHERE pledge_id = $2 AND quarter = $3 AND known_to = $4 AND ${condition}`,
      [release, pledge, quarter, current],
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
