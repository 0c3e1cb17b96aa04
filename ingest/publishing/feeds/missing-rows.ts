import type { Form, FormColumn, StoredColumn } from "../../../schema/feeds/feed.ts";
import { formatTime } from "../../../schema/feeds/format-value.ts";
import { tableColumn } from "../../../schema/feeds/table-column.ts";
import type { Publication } from "../publication.ts";
import { written } from "./corrections.ts";
import { rowKeySql } from "./count-rows.ts";
import { type FactTable, namesOf } from "./fact-table.ts";
import { equalKeys, isCurrent, ofMunicipality } from "./same-key.ts";

/** Missing rows that are listed; all are counted. */
const mostListed = 100;

/** A known row that the files do not have, with where it was read. */
export interface MissingRow {
  key: string;
  document: string | null;
  sheet: string | null;
  line: number | null;
}

/** Known rows that the files do not have. They stay published. */
export interface MissingRows {
  /** Those of the periods that the files have; without periods, all. */
  count: number;
  /** The first of them. */
  rows: MissingRow[];
  /** Those of other periods. */
  otherPeriods: number;
}

/** The rows of a release: staged ones, and parts of a bulk load. */
interface NewRows {
  staged: string;
  parts: readonly string[];
}

/** Finds known rows whose key the files do not have. */
export async function findMissingRows(
  { query, municipalityId, references }: Publication,
  form: Form,
  table: FactTable,
  { staged, parts }: NewRows,
): Promise<MissingRows> {
  if (form.identity?.known && form.identifies === undefined) await references.load([feedName(form)]);
  const key = keyReader(form, table);
  const isMissing = `${ofMunicipality(table, "known", municipalityId)} AND ${isCurrent(table)}
    AND NOT EXISTS (SELECT FROM ${staged} AS staged WHERE ${equalKeys(table, "known", "staged")})`;
  const hasDocument = table.origin.includes("document_id");
  const place = hasDocument
    ? ["min(document_id) AS document_id", "min(sheet) AS sheet", "min(line) AS line"]
    : ["NULL::integer AS document_id", "NULL::text AS sheet", "NULL::integer AS line"];
  await query.query(
    `CREATE TEMP TABLE missing ON COMMIT DROP AS
     SELECT bool_or(${inScope(form, table, { staged, parts })}) AS is_in_scope,
       ${place.join(", ")}, min(ARRAY[${key.columns.map((name) => `"${name}"::text`).join(", ")}]) AS key
     FROM ${table.name} AS known WHERE ${isMissing} GROUP BY ${rowKeySql(form, table)}`,
  );
  const [counts] = await query.query(
    `SELECT count(*) FILTER (WHERE is_in_scope)::integer AS count,
       count(*) FILTER (WHERE is_in_scope IS NOT TRUE)::integer AS others FROM missing`,
  );
  const rows: { key: (string | null)[]; document: string | null; sheet: string | null; line: number }[] =
    await query.query(
      `SELECT key, source_document.name AS document, sheet, line FROM missing LEFT JOIN source_document
         ON source_document.municipality_id = ${municipalityId} AND source_document.id = document_id
       WHERE is_in_scope ORDER BY document_id, line, key LIMIT ${mostListed}`,
    );
  await query.query("DROP TABLE missing");
  return {
    count: counts.count,
    otherPeriods: counts.others,
    rows: rows.map((row) => ({ ...row, key: key.read(row.key, references) })),
  };
}

const feedName = (form: Form): string | undefined => ("name" in form ? String(form.name) : undefined);

/** SQL for a known row to be of a period that the files have; of a report, to be of one of theirs. */
function inScope(form: Form, table: FactTable, { staged, parts }: NewRows): string {
  if (feedName(form) === undefined || form.identifies !== undefined) {
    const [first] = namesOf(table, "key");
    return `EXISTS (SELECT FROM ${staged} AS staged WHERE staged.${first} = known.${first} AND staged.quarter = known.quarter)`;
  }
  if (form.period === undefined) return "true";
  const isDate = form.columns.find(({ field }) => field === form.period)!.type.is === "date";
  const period = isDate ? `date_trunc('quarter', "${form.period}")` : `"${form.period}"`;
  const periods = [staged, ...parts].map((name) => `SELECT ${period} AS period FROM ${name}`);
  const all = `SELECT min(period) AS first, max(period) AS last FROM (${periods.join(" UNION ALL ")}) AS own`;
  return `(SELECT ${period} BETWEEN own.first AND own.last FROM (${all}) AS own)`;
}

/** How the key of a known row is read: from which columns, and in which words. */
function keyReader(form: Form, table: FactTable) {
  const names = new Set(table.columns.map(({ name }) => name));
  const stored = table.columns.filter(({ role }) => role === "key");
  const keys = form.columns.filter(({ key }) => key);
  const ofColumn = (column: FormColumn, index: number): string | undefined =>
    [column.field, tableColumn(column)].find((name) => names.has(name)) ??
    (index === 0 ? stored[0]!.name : undefined);
  const columns = keys.map(ofColumn);
  type Known = Publication["references"];
  const identity = form.identity?.known ? (form.identifies ?? feedName(form)) : undefined;
  const word = (column: FormColumn, index: number, text: string, known: Known) =>
    index === 0 && identity !== undefined && !names.has(column.field)
      ? known.written(identity, text)
      : written(column, text, known);
  if (columns.every((name) => name !== undefined))
    return {
      columns,
      read: (texts: (string | null)[], known: Known) =>
        keys.map((column, index) => word(column, index, texts[index] ?? "", known)).join(" "),
    };
  return {
    columns: stored.map(({ name }) => name),
    read: (texts: (string | null)[], known: Known) =>
      stored.map((column, index) => storedWord(form, column, texts[index] ?? "–", known)).join(" "),
  };
}

/** A key value of a table whose columns are not those of its form. */
function storedWord(
  { columns }: Form,
  { name, references }: StoredColumn,
  text: string,
  known: Publication["references"],
): string {
  if (references) return known.written(references, text);
  const column = columns.find(
    ({ field, type }) =>
      field === name || (type.is === "choice" && Object.values(type.choices).includes(text)),
  );
  if (!column) return text;
  return column.type.is === "choice" ? written(column, text, known) : formatTime(column, text);
}
