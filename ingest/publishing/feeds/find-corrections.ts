import type { StoredColumn } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, namesOf } from "./fact-table.ts";
import type { KnownGroups } from "./known-groups.ts";
import { textOfGroup } from "./merge-groups.ts";
import { equalKeys, isOfEarlierRelease, sameKey } from "./same-key.ts";

/** A published value that a row of a later file states differently. */
export interface CellCorrection {
  measure: string;
  /** Values of the key columns of the row, as text; null for a blank one. */
  key: (string | null)[];
  before: string;
  after: string;
  /** As printed in the earlier file, if that is stored. */
  beforeQuote: string | null;
  /** It belongs to a group of rows, so no single cell states it. */
  ofGroup: boolean;
  line: number;
  documentId: number;
  sheet: string | null;
}

/** Published values that are current and stated differently by staged rows. A blank changes nothing. */
export async function findCorrections(
  { query, municipalityId }: Publication,
  table: FactTable,
  staged: string,
  groups: KnownGroups | null,
): Promise<CellCorrection[]> {
  const values = table.columns.filter(
    ({ role, measure, measuredBy }) => role === "value" && (measure || measuredBy),
  );
  if (values.length === 0) return [];
  const selects = values.map((value) =>
    groups
      ? ofGroups(table, { staged, known: groups.known }, value)
      : ofRows(table, { staged, municipalityId }, value, `known."${value.name}" <> staged."${value.name}"`),
  );
  return query.query(`${selects.join(" UNION ALL ")} ORDER BY "documentId", line`);
}

/** A value that a row of a later file states where the published one is blank: late reporting. */
export type FilledCell = Omit<CellCorrection, "before"> & { before: null };

/** Published blanks that staged rows fill. A group is compared as a whole, and has none. */
export async function findFilledCells(
  { query, municipalityId }: Publication,
  table: FactTable,
  staged: string,
): Promise<FilledCell[]> {
  const values = table.columns.filter(
    ({ role, measure, measuredBy }) => role === "value" && (measure || measuredBy),
  );
  if (values.length === 0) return [];
  const selects = values.map((value) =>
    ofRows(
      table,
      { staged, municipalityId },
      value,
      `known."${value.name}" IS NULL AND staged."${value.name}" IS NOT NULL`,
    ),
  );
  return query.query(`${selects.join(" UNION ALL ")} ORDER BY "documentId", line`);
}

const keyOf = (table: FactTable): string =>
  `ARRAY[${namesOf(table, "key")
    .map((key) => `staged.${key}::text`)
    .join(", ")}]`;

function ofRows(
  table: FactTable,
  { staged, municipalityId }: { staged: string; municipalityId: number },
  { name, measure, measuredBy, quoted }: StoredColumn,
  condition: string,
): string {
  return `
    SELECT ${measuredBy ? `lower(staged."${measuredBy}"::text)` : `'${measure}'`} AS measure, ${keyOf(table)} AS key,
      known."${name}"::text AS before, staged."${name}"::text AS after,
      ${quoted ? "known.quote" : "NULL"} AS "beforeQuote",
      false AS "ofGroup", staged.line, staged.document_id AS "documentId", staged.sheet
    FROM ${staged} AS staged JOIN ${table.name} AS known
      ON ${sameKey(table, municipalityId)} AND ${isOfEarlierRelease(table)}
    WHERE ${condition}`;
}

/** The value of a group is that of all its rows, and is cited where the first of them stands. */
function ofGroups(
  table: FactTable,
  { staged, known }: { staged: string; known: string },
  value: StoredColumn,
): string {
  const keys = namesOf(table, "key").join(", ");
  return `
    SELECT '${value.measure}' AS measure, ${keyOf(table)} AS key, before, after, NULL AS "beforeQuote",
      true AS "ofGroup", staged.line, staged.document_id AS "documentId", staged.sheet
    FROM (
      SELECT municipality_id, ${keys}, document_id, sheet, min(line) AS line, ${textOfGroup(table, value)} AS after
      FROM ${staged} GROUP BY municipality_id, ${keys}, document_id, sheet
    ) AS staged, LATERAL (
      SELECT ${textOfGroup(table, value)} AS before FROM ${known} AS known
      WHERE ${equalKeys(table, "known", "staged")}
    ) AS known WHERE before <> after`;
}
