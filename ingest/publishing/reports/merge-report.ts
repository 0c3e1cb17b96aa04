import type { ReportDraft } from "../../forms/report/report-draft.ts";

/**
 * The report that stands after a later one: what the later one says, and what only the earlier one
 * says. A blank over a value changes nothing, so such a figure stays, with its own citation.
 */
export function mergeReport(known: ReportDraft, later: ReportDraft): ReportDraft {
  const sections = merge(
    known.sections,
    later.sections,
    (section) => section.kind,
    (section) => section.statements.length > 0,
  );
  const keptSections = new Set(
    sections.filter((section) => !later.sections.includes(section)).map((section) => section.kind),
  );
  return {
    ...later,
    department: later.department ?? known.department,
    departmentOrigin: later.departmentOrigin ?? known.departmentOrigin,
    contacts: merge(known.contacts, later.contacts, (contact) => contact.role),
    sections,
    participation: merge(
      known.participation,
      later.participation,
      (count) => count.kind,
      (count) => count.count !== null,
    ),
    funding: merge(
      known.funding,
      later.funding,
      (line) => `${line.source} ${line.period.start} ${line.period.end}`,
      (line) => line.amount !== null,
    ),
    problems: later.problems.length > 0 ? later.problems : known.problems,
    remedies: later.remedies.length > 0 ? later.remedies : known.remedies,
    enrollments: [
      ...later.enrollments,
      ...known.enrollments.filter((enrollment) => keptSections.has(enrollment.section)),
    ],
    checks: later.checks.length > 0 ? later.checks : known.checks,
  };
}

/** The later rows, and the earlier ones where a key has none later or the later one says nothing. */
function merge<Row>(
  known: Row[],
  later: Row[],
  keyOf: (row: Row) => string,
  says: (row: Row) => boolean = () => true,
): Row[] {
  const earlier = new Map(known.map((row) => [keyOf(row), row]));
  const rows = later.map((row) => {
    const before = earlier.get(keyOf(row));
    return before && !says(row) && says(before) ? before : row;
  });
  const keys = new Set(later.map(keyOf));
  return [...rows, ...known.filter((row) => !keys.has(keyOf(row)))];
}
