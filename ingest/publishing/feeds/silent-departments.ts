import type { Form } from "../../../schema/feeds/feed.ts";
import { tableColumn } from "../../../schema/feeds/table-column.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, namesOf } from "./fact-table.ts";
import { isCurrent } from "./same-key.ts";

/** Departments with rows in the last period before the one that a release begins, and none in it. */
export interface SilentDepartments {
  names: string[];
  /** Where the first row of the new period stands. */
  documentId: number;
  sheet: string | null;
  line: number;
  key: (string | null)[];
}

/** A period in which a department has current rows, and whether any of them are of an earlier release. */
interface Presence {
  period: number;
  department: number;
  isEarlier: boolean;
}

/**
 * Departments that no longer report; null if there are none. Only a release that begins a period says so, and only if it
 * has at least half of the departments of the one before: departments may also send files of their own.
 */
export async function findSilentDepartments(
  { query, municipalityId, release, references }: Publication,
  form: Form,
  table: FactTable,
  parts: readonly string[],
): Promise<SilentDepartments | null> {
  const column = form.columns.find(({ references: feed }) => feed === "department");
  if (!column) return null;
  const period = periodSql(form);
  const department = `known."${tableColumn(column)}"`;
  const from = (name: string) =>
    `FROM ${name} AS known WHERE municipality_id = ${municipalityId} AND ${isCurrent(table)} AND ${department} IS NOT NULL`;
  const tables = [table.name, ...parts];
  const presences: Presence[] = await query.query(
    `SELECT period, department, bool_or("isEarlier") AS "isEarlier" FROM (${tables
      .map(
        (name) =>
          `SELECT ${period} AS period, ${department} AS department, known_from < ${release} AS "isEarlier" ${from(name)}`,
      )
      .join(" UNION ALL ")}) AS known GROUP BY period, department`,
  );
  const silent = silentIn(presences);
  if (silent.length === 0) return null;
  const begun = Math.max(...presences.map((presence) => presence.period));
  const keys = namesOf(table, "key").map((key) => `known.${key}::text`);
  const [place] = await query.query(
    `${tables
      .map(
        (name) => `SELECT document_id AS "documentId", sheet, line, ARRAY[${keys.join(", ")}] AS key
          ${from(name)} AND known_from = ${release} AND ${period} = ${begun}`,
      )
      .join(" UNION ALL ")} ORDER BY "documentId", line LIMIT 1`,
  );
  return { ...place, names: silent.map((id) => references.written("department", id)).toSorted() };
}

/** The period of a known row as a number; days are taken by their quarter. */
function periodSql({ columns, period }: Form): string {
  const day = `known."${period}"`;
  return columns.find(({ field }) => field === period)!.type.is === "date"
    ? `(extract(year FROM ${day}) * 4 + extract(quarter FROM ${day}))::integer`
    : day;
}

function silentIn(presences: readonly Presence[]): number[] {
  const latest = Math.max(...presences.map(({ period }) => period));
  const last = Math.max(...presences.filter(({ isEarlier }) => isEarlier).map(({ period }) => period));
  // Nothing was published before, or the release only adds to a period that was.
  if (!Number.isFinite(last) || last >= latest) return [];
  const departmentsIn = (wanted: number) =>
    presences.filter(({ period }) => period === wanted).map(({ department }) => department);
  const now = new Set(departmentsIn(latest));
  const before = departmentsIn(last);
  const silent = before.filter((department) => !now.has(department));
  return silent.length * 2 > before.length ? [] : silent;
}
