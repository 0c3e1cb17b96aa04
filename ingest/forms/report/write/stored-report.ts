import type { EntityManager } from "typeorm";
import type { QuarterNumber } from "../../../../schema/core/scalars/quarter.ts";
import { ParticipationKind, SectionKind } from "../../../../schema/subjects/report/report-kinds.ts";
import type { ReportDraft, SourceLocation, StatementDraft } from "../report-draft.ts";

/** A row of a table of facts, with the names of its columns; `bigint` comes as text. */
// biome-ignore lint/suspicious/noExplicitAny: the columns are those of the tables below
type Row = Record<string, any>;

const originOf = ({ line, column, quote }: Row): SourceLocation => ({ line, column, quote });

/** The report on a pledge and quarter as stored at a release, in the shape in which it was read; null if there is none. */
export async function storedReport(
  manager: EntityManager,
  municipalityId: number,
  pledgeCode: string,
  quarter: QuarterNumber,
  release: number,
): Promise<ReportDraft | null> {
  const rowsOf = (table: string, order: string, condition = "true"): Promise<Row[]> =>
    manager.query(
      `SELECT facts.* FROM ${table} AS facts
       JOIN pledge ON pledge.municipality_id = facts.municipality_id AND pledge.id = facts.pledge_id
       WHERE facts.municipality_id = $1 AND pledge.code = $2 AND quarter = $3
         AND known_from <= $4 AND known_to > $4 AND ${condition} ORDER BY ${order}`,
      [municipalityId, pledgeCode, quarter, release],
    );
  const [header] = await rowsOf("pledge_quarter", "facts.id", "stated_by = 'REPORT'");
  if (!header) return null;
  const [department] = await manager.query<Row[]>(
    "SELECT name FROM department WHERE municipality_id = $1 AND id = $2 LIMIT 1",
    [municipalityId, header.department_id],
  );
  const statements = await rowsOf("statement", "position");
  const [heading] = await rowsOf("funding_heading", "facts.id");
  const inPart = (part: string): StatementDraft[] =>
    statements
      .filter((row) => row.part === part)
      .map((row) => ({
        ...{ text: row.text, depth: row.depth, parent: row.parent_position },
        origin: originOf(row),
      }));
  return {
    pledgeCode,
    title: header.title,
    titleOrigin: originOf(header),
    department: department ? department.name : null,
    departmentOrigin: department ? originOf(header) : null,
    quarter,
    contacts: (await rowsOf("contact", "position")).map((row) => ({
      ...{ role: row.role, familyName: row.family_name, extension: row.extension },
      origin: originOf(row),
    })),
    sections: inFormOrder(SectionKind, await rowsOf("report_section", "kind")).map((row) => ({
      ...{ kind: row.kind, title: row.title, origin: originOf(row) },
      statements: inPart(row.kind),
    })),
    participation: inFormOrder(ParticipationKind, await rowsOf("participation_count", "kind")).map((row) => ({
      ...{ kind: row.kind, count: row.count, state: row.state },
      origin: originOf(row),
    })),
    funding: (await rowsOf("funding_line", "source, period_start NULLS FIRST", "phase = 'PUBLISHED'")).map(
      (row) => ({
        ...{ source: row.source, state: row.state },
        period: { label: row.period_label, start: dayOf(row.period_start), end: dayOf(row.period_end) },
        amount: row.amount === null ? null : BigInt(row.amount),
        origin: originOf(row),
      }),
    ),
    fundingHeading: heading ? { title: heading.title, origin: originOf(heading) } : null,
    problems: inPart("PROBLEM"),
    remedies: inPart("REMEDY"),
    enrollments: (await rowsOf("reported_enrollment", "position")).map((row) => ({
      ...{ section: row.section, kind: row.kind, learners: row.learners, planned: row.planned },
      origin: originOf(row),
    })),
    checks: (await rowsOf("report_check", "position")).map((row) => ({
      name: { ko: row.name_ko, en: row.name_en },
      ...{ expected: BigInt(row.expected), actual: BigInt(row.actual), holds: row.holds },
    })),
  };
}

/** pg makes a Date of a day, at midnight of this process's time zone. */
const dayOf = (day: Date | null): string | null =>
  day &&
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
    .join("-");

/** Rows in the order in which the form prints their kinds. */
function inFormOrder(kinds: Record<string, string>, rows: Row[]): Row[] {
  const order = Object.values(kinds);
  return rows.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}
