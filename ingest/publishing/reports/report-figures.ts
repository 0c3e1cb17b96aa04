import type { Localized } from "../../../schema/core/localized.ts";
import { formatQuarter } from "../../../schema/core/scalars/quarter.ts";
import { nameOf } from "../../../schema/feeds/feed.ts";
import { statedValue } from "../../../schema/subjects/release/stated-value.ts";
import type { ReportDraft, SourceLocation, StatementDraft } from "../../forms/report/report-draft.ts";
import { sourceLabels } from "../../forms/report/write/write-funding.ts";

/** A value of a report under its key, so that two versions of a report can be held side by side. */
export interface Figure {
  subject: "PLEDGE" | "REPORT" | "FUNDING";
  key: string;
  measure: string;
  /** What people call it. */
  called: Localized;
  /** A number (won, times, persons) or a text; null where nothing is said. */
  value: bigint | string | null;
  /** As printed. */
  text: string;
  origin: SourceLocation;
}

/** A value that two versions of a report state differently. */
export interface Correction {
  before: Figure;
  after: Figure;
}

const called = (subject: Figure["subject"], measure: string): Localized =>
  nameOf(statedValue(subject, measure)!.column);

/** All that a report says, value by value. */
export function figuresOf(report: ReportDraft): Figure[] {
  const key = `${report.pledgeCode} ${formatQuarter(report.quarter)}`;
  const text = (
    subject: Figure["subject"],
    part: string | null,
    measure: string,
    value: string,
    origin: SourceLocation,
  ) => ({
    ...{ subject, key: part === null ? key : `${key} ${part}`, measure, called: called(subject, measure) },
    ...{ value, text: value, origin },
  });
  const statements = (part: string, list: StatementDraft[]) =>
    list.length > 0 ? [text("REPORT", part, "statements", outline(list), list[0]!.origin)] : [];
  return [
    text("PLEDGE", null, "title", report.title, report.titleOrigin),
    ...(report.department
      ? [text("PLEDGE", null, "department", report.department, report.departmentOrigin!)]
      : []),
    ...report.contacts.flatMap((contact) => [
      text("REPORT", contact.role, "familyName", contact.familyName, contact.origin),
      text("REPORT", contact.role, "extension", contact.extension, contact.origin),
    ]),
    ...report.sections.flatMap((section) => statements(section.kind, section.statements)),
    ...statements("PROBLEM", report.problems),
    ...statements("REMEDY", report.remedies),
    ...report.participation.map((count) => ({
      subject: "REPORT" as const,
      key: `${key} ${count.kind}`,
      measure: "count",
      called: called("REPORT", "count"),
      value: count.count === null ? null : BigInt(count.count),
      text: count.origin.quote,
      origin: count.origin,
    })),
    ...report.funding.map((line) => ({
      subject: "FUNDING" as const,
      key: `${key} ${line.source} ${line.period.start ?? ""}~${line.period.end ?? ""}`,
      measure: "published",
      called: ofLine(line),
      value: line.amount,
      text: line.origin.quote,
      origin: line.origin,
    })),
  ];
}

/** An amount by its row and column: a refusal is to say which of the table is meant. */
function ofLine({ source, period }: ReportDraft["funding"][number]): Localized {
  const { ko, en } = called("FUNDING", "published");
  const place = `${sourceLabels[source]} ${period.label}`;
  return { ko: `${place} ${ko}`, en: `${en} (${place})` };
}

/** What a later version says that the known one did not, and what it says differently. */
export function compareFigures(
  known: Figure[],
  later: Figure[],
): { added: Figure[]; corrections: Correction[] } {
  const idOf = (figure: Figure) => `${figure.subject} ${figure.key} ${figure.measure}`;
  const before = new Map(known.map((figure) => [idOf(figure), figure]));
  const added: Figure[] = [];
  const corrections: Correction[] = [];
  for (const figure of later) {
    if (figure.value === null) continue;
    const earlier = before.get(idOf(figure));
    if (!earlier || earlier.value === null) added.push(figure);
    else if (earlier.value !== figure.value) corrections.push({ before: earlier, after: figure });
  }
  return { added, corrections };
}

const outline = (statements: StatementDraft[]): string =>
  statements.map((statement) => `${"  ".repeat(statement.depth)}${statement.text}`).join("\n");
