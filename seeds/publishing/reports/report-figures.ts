import type { Localized } from "../../../schema/localized.ts";
import { formatQuarter } from "../../../schema/scalars/quarter.ts";
import type { Origin, ReportDraft, StatementDraft } from "../../reading/report/report-draft.ts";
import { sourceLabels } from "../../reading/report/write-funding.ts";

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
  origin: Origin;
}

/** A value that two versions of a report state differently. */
export interface Correction {
  before: Figure;
  after: Figure;
}

const textNames = {
  title: { ko: "공약사업명", en: "title" },
  department: { ko: "소관부서", en: "department" },
  familyName: { ko: "담당자의 성", en: "family name of a contact" },
  extension: { ko: "담당자의 전화", en: "extension of a contact" },
  statements: { ko: "글", en: "text" },
} satisfies Record<string, Localized>;

/** All that a report says, value by value. */
export function figuresOf(report: ReportDraft): Figure[] {
  const key = `${report.pledgeCode} ${formatQuarter(report.quarter)}`;
  const text = (
    subject: Figure["subject"],
    part: string | null,
    measure: keyof typeof textNames,
    value: string,
    origin: Origin,
  ) => ({
    ...{ subject, key: part === null ? key : `${key} ${part}`, measure, called: textNames[measure] },
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
      called: { ko: "시민참여 횟수", en: "how often citizens took part" },
      value: count.count === null ? null : BigInt(count.count),
      text: count.origin.quote,
      origin: count.origin,
    })),
    ...report.funding.map((line) => ({
      subject: "FUNDING" as const,
      key: `${key} ${line.source} ${line.period.start ?? ""}~${line.period.end ?? ""}`,
      measure: "published",
      called: {
        ko: `${sourceLabels[line.source]} ${line.period.label} 금액`,
        en: `amount of ${sourceLabels[line.source]} in ${line.period.label}`,
      },
      value: line.amount,
      text: line.origin.quote,
      origin: line.origin,
    })),
  ];
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
