import type { Form } from "../../../schema/feeds/feed.ts";
import { tableColumn } from "../../../schema/feeds/table-column.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, fixedWhere, namesOf } from "./fact-table.ts";
import { isCurrent } from "./same-key.ts";

/** Those who reported in the last period before the one that a release begins, and not in it. */
export interface SilentReporters {
  names: string[];
  /** Where the first row of the new period stands. */
  documentId: number;
  sheet: string | null;
  line: number;
  key: (string | null)[];
}

/** A period in which a reporter has current rows, and whether any of them are of an earlier release. */
interface Presence {
  period: number;
  reporter: number;
  isEarlier: boolean;
}

/**
 * Those who no longer report, by the column that says who does (FormColumn.reporter); null if there are none. Only a
 * release that begins a period says so, and only if at least half of those of the period before are in it: each may also
 * send a file of its own.
 */
export async function findSilentReporters(
  { query, municipalityId, release, references }: Publication,
  form: Form,
  table: FactTable,
  parts: readonly string[],
): Promise<SilentReporters | null> {
  const column = form.columns.find(({ reporter }) => reporter);
  if (!column?.references) return null;
  const { references: feed } = column;
  const earlier = await query.query(
    `SELECT FROM ${table.name} AS known
     WHERE municipality_id = ${municipalityId}${fixedWhere(table)} AND known_from < ${release} LIMIT 1`,
  );
  // Nothing was published before.
  if (earlier.length === 0) return null;
  const period = periodSql(form);
  const reporter = `known."${tableColumn(column)}"`;
  const from = (name: string) =>
    `FROM ${name} AS known WHERE municipality_id = ${municipalityId} AND ${isCurrent(table)} AND ${reporter} IS NOT NULL`;
  const tables = [table.name, ...parts];
  const presences: Presence[] = await query.query(
    `SELECT ${period} AS period, reporter, bool_or("isEarlier") AS "isEarlier" FROM (${tables
      .map(
        // Days are few beside rows, and computing a quarter takes longer than anything else here.
        (name) =>
          `SELECT DISTINCT known."${form.period}", ${reporter} AS reporter, known_from < ${release} AS "isEarlier" ${from(name)}`,
      )
      .join(" UNION ALL ")}) AS known GROUP BY 1, reporter`,
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
  return { ...place, names: silent.map((id) => references.written(feed, id)).toSorted() };
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
  // No current row is older, or the release only adds to a period that was.
  if (!Number.isFinite(last) || last >= latest) return [];
  const reportersIn = (searched: number) =>
    presences.filter(({ period }) => period === searched).map(({ reporter }) => reporter);
  const now = new Set(reportersIn(latest));
  const before = reportersIn(last);
  const silent = before.filter((reporter) => !now.has(reporter));
  return silent.length * 2 > before.length ? [] : silent;
}
