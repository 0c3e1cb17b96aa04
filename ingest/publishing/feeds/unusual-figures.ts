import { type Form, isReported, measureOf, type StoredColumn } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { columnOf } from "./corrections.ts";
import { type FactTable, fixedWhere } from "./fact-table.ts";

/** A figure of this release that is unusual beside earlier ones of its series: the rows with its key but for the period. */
export interface UnusualFigure {
  /** UNIT: about 10^3 or 10^6 times more or less than the one before. TENFOLD: ten times every earlier one. FALL: a cumulative one below the one before. */
  kind: "UNIT" | "TENFOLD" | "FALL";
  measure: string;
  key: (string | null)[];
  value: string;
  /** The figure that it is compared with. */
  before: string;
  /** The period of that. */
  beforePeriod: number;
  documentId: number;
  sheet: string | null;
  line: number;
}

/** Periods of a year, by the type of their column; figures of years have no course within one. */
const periodsPerYear: Partial<Record<string, number>> = { quarter: 4, month: 12 };

/** The unusual figures of a release, in groups of one cause: a wrong unit is one for all cells of a column. */
export async function findUnusualFigures(
  { query, municipalityId, release }: Publication,
  form: Form,
  table: FactTable,
): Promise<UnusualFigure[][]> {
  const period = table.columns.find(({ name, role }) => name === form.period && role === "key");
  // Rows that have no series: each is one of its kind.
  if (!period || !table.columns.some(({ name, role }) => role === "key" && name !== period.name)) return [];
  const isFigure = (measure: string) => isReported(columnOf(form, measure)) && isNumber(form, measure);
  const selects = table.columns
    .filter(
      ({ role, measure, measuredBy }) => role === "value" && (measuredBy || (measure && isFigure(measure))),
    )
    .map((value) => figuresSql(form, table, value, { municipalityId, release }));
  if (selects.length === 0) return [];
  const figures: UnusualFigure[] = await query.query(
    `SELECT * FROM (${selects.join(" UNION ALL ")}) AS unusual ORDER BY "documentId", line, measure`,
  );
  const groups = new Map<string, UnusualFigure[]>();
  for (const figure of figures) {
    const { kind, measure, documentId, sheet, line } = figure;
    const isMore = Math.abs(Number(figure.value)) > Math.abs(Number(figure.before));
    const cause = kind === "UNIT" ? [isMore] : [line, figure.key];
    const group = JSON.stringify([kind, measure, documentId, sheet, ...cause]);
    groups.set(group, [...(groups.get(group) ?? []), figure]);
  }
  return [...groups.values()];
}

const isNumber = (form: Form, measure: string): boolean =>
  ["won", "count", "percent"].includes(columnOf(form, measure).type.is);

/**
 * SQL of the unusual figures in one column. A figure is compared with those of earlier periods that this release leaves
 * as they are; without any, with what it replaces. Files that bring a whole history are not compared with themselves.
 */
function figuresSql(
  form: Form,
  table: FactTable,
  { name, measure, measuredBy }: StoredColumn,
  { municipalityId, release }: { municipalityId: number; release: number },
): string {
  const keys = table.columns.filter(({ role }) => role === "key");
  const series = keys.filter((key) => key.name !== form.period);
  const equals = series.map(
    (key) => `old."${key.name}" ${key.nullable ? "IS NOT DISTINCT FROM" : "="} fresh."${key.name}"`,
  );
  const measureSql = measuredBy ? `lower(fresh."${measuredBy}"::text)` : `'${measure}'`;
  const cumulative = form.columns
    .filter((column) => column.cumulative)
    .map((column) => `'${measureOf(column)}'`);
  const isCumulative = cumulative.length > 0 ? `${measureSql} IN (${cumulative.join(", ")})` : "false";
  const [ours, theirs] = [`fresh."${form.period}"`, `old."${form.period}"`];
  const { type } = form.columns.find(({ field }) => field === form.period)!;
  const year = periodsPerYear[type.is] ?? 1;
  const rowsOf = (alias: string) =>
    `${alias}.municipality_id = ${municipalityId}${fixedWhere(table, alias)} AND ${alias}."${name}" IS NOT NULL`;
  return `
    SELECT * FROM (
      SELECT CASE
          WHEN before <> 0 AND value <> 0 AND (
            greatest(abs(value / before), abs(before / value)) BETWEEN 500 AND 2000
            OR greatest(abs(value / before), abs(before / value)) BETWEEN 500000 AND 2000000) THEN 'UNIT'
          WHEN NOT is_cumulative AND most > 0 AND value >= 10 * most THEN 'TENFOLD'
          WHEN is_cumulative AND is_same_year AND value < before THEN 'FALL'
        END AS kind, measure, key, value::text, before::text, "beforePeriod", "documentId", sheet, line
      FROM (
        SELECT ${measureSql} AS measure, ARRAY[${keys.map((key) => `fresh."${key.name}"::text`).join(", ")}] AS key,
          fresh."${name}"::numeric AS value, fresh.document_id AS "documentId", fresh.sheet, fresh.line,
          ${isCumulative} AS is_cumulative, old.before, old.most, old."beforePeriod",
          old."beforePeriod" < ${ours} AND old."beforePeriod" / ${year} = ${ours} / ${year} AS is_same_year
        FROM ${table.name} AS fresh, LATERAL (
          SELECT (array_agg(old."${name}"::numeric ORDER BY ${theirs} = ${ours}, ${theirs} DESC))[1] AS before,
            (array_agg(${theirs} ORDER BY ${theirs} = ${ours}, ${theirs} DESC))[1] AS "beforePeriod",
            max(abs(old."${name}"::numeric)) FILTER (WHERE ${theirs} < ${ours}) AS most
          FROM ${table.name} AS old
          WHERE ${rowsOf("old")} AND ${equals.join(" AND ")} AND old.known_from < ${release} AND (
            (${theirs} < ${ours} AND old.known_to > ${release}) OR (${theirs} = ${ours} AND old.known_to = ${release}))
        ) AS old
        WHERE ${rowsOf("fresh")} AND fresh.known_from = ${release}
          AND EXISTS (SELECT FROM ${table.name} AS old WHERE ${rowsOf("old")} AND old.known_from < ${release})
      ) AS compared WHERE before IS NOT NULL
    ) AS judged WHERE kind IS NOT NULL`;
}
