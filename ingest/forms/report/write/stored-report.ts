import { type EntityManager, LessThanOrEqual, MoreThan } from "typeorm";
import type { KnownAt } from "../../../../schema/core/context.ts";
import type { QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import { Department } from "../../../../schema/subjects/department/department.ts";
import { FundingPhase } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { FundingLine } from "../../../../schema/subjects/funding/funding-line.ts";
import type { Cited } from "../../../../schema/subjects/release/cited.ts";
import { knownIn } from "../../../../schema/subjects/release/feed-fact.ts";
import { Check } from "../../../../schema/subjects/report/check.ts";
import { Contact } from "../../../../schema/subjects/report/contact.ts";
import { ParticipationCount } from "../../../../schema/subjects/report/participation-count.ts";
import { ParticipationKind, SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import { ReportSection } from "../../../../schema/subjects/report/report-section.ts";
import { ReportedEnrollment } from "../../../../schema/subjects/report/reported-enrollment.ts";
import { type ReportPart, Statement } from "../../../../schema/subjects/report/statement.ts";
import type { ReportDraft, SourceLocation, StatementDraft } from "../report-draft.ts";

const originOf = ({ line, column, quote }: Cited): SourceLocation => ({ line, column, quote });

/** The report that stands for a pledge and quarter, or stood in a release, as it was read; null where there is none. */
export async function storedReport(
  manager: EntityManager,
  municipalityId: number,
  pledgeCode: string,
  quarter: QuarterNumber,
  knownAt: KnownAt,
): Promise<ReportDraft | null> {
  const [told] = await manager.query<(Cited & ToldPledge)[]>(
    `SELECT pledge_id AS "pledgeId", title, department_id AS "departmentId", line, "column", quote
     FROM pledge_quarter
       JOIN pledge ON (pledge.municipality_id, pledge.id) = (pledge_quarter.municipality_id, pledge_id)
     WHERE pledge.municipality_id = $1 AND code = $2 AND quarter = $3 AND stated_by = 'REPORT'
       AND ${knownIn("$4", "pledge_quarter")}`,
    [municipalityId, pledgeCode, quarter, knownAt],
  );
  if (!told) return null;
  const known = { knownFrom: LessThanOrEqual(knownAt), knownTo: MoreThan(knownAt) };
  const ofReport = { municipalityId, pledgeId: told.pledgeId, quarter, ...known };
  const department =
    told.departmentId &&
    (await manager.findOneByOrFail(Department, { municipalityId, id: told.departmentId, ...known }));
  const inOrder = { where: ofReport, order: { position: "ASC" } } as const;
  const statements = await manager.find(Statement, inOrder);
  const inPart = (part: ReportPart): StatementDraft[] =>
    statements
      .filter((statement) => statement.part === part)
      .map((one) => ({
        text: one.text,
        depth: one.depth,
        parent: one.parentPosition,
        origin: originOf(one),
      }));
  const lines = await manager.find(FundingLine, {
    where: { ...ofReport, phase: FundingPhase.PUBLISHED },
    order: { source: "ASC", periodStart: { direction: "ASC", nulls: "FIRST" } },
  });
  return {
    pledgeCode,
    title: told.title,
    titleOrigin: originOf(told),
    department: department ? department.name : null,
    departmentOrigin: department ? originOf(told) : null,
    quarter,
    contacts: (await manager.find(Contact, inOrder)).map((contact) => ({
      ...pick(contact, "role", "familyName", "extension"),
      origin: originOf(contact),
    })),
    sections: inFormOrder(SectionKind, await manager.findBy(ReportSection, ofReport)).map((section) => ({
      ...pick(section, "kind", "title"),
      origin: originOf(section),
      statements: inPart(section.kind),
    })),
    participation: inFormOrder(ParticipationKind, await manager.findBy(ParticipationCount, ofReport)).map(
      (count) => ({
        ...pick(count, "kind", "count", "state"),
        origin: originOf(count),
      }),
    ),
    funding: lines.map((line) => ({
      ...pick(line, "source", "state"),
      period: line.period(),
      amount: line.amount === null ? null : BigInt(line.amount),
      origin: originOf(line),
    })),
    problems: inPart("PROBLEM"),
    remedies: inPart("REMEDY"),
    enrollments: (await manager.find(ReportedEnrollment, inOrder)).map((enrollment) => ({
      ...pick(enrollment, "section", "kind", "learners", "planned"),
      origin: originOf(enrollment),
    })),
    checks: (await manager.find(Check, inOrder)).map((check) => ({
      name: { ko: check.nameKo, en: check.nameEn },
      expected: BigInt(check.expected),
      actual: BigInt(check.actual),
      holds: check.holds,
    })),
  };
}

interface ToldPledge {
  pledgeId: number;
  title: string;
  departmentId: number | null;
}

/** Rows in the order in which the form prints their kinds. */
function inFormOrder<Row extends { kind: string }>(kinds: Record<string, string>, rows: Row[]): Row[] {
  const order = Object.values(kinds);
  return rows.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

const pick = <Row, Name extends keyof Row>(row: Row, ...names: Name[]): Pick<Row, Name> =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Name>;
