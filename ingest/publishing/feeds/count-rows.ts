import type { Form } from "../../../schema/feeds/feed.ts";
import type { Publication } from "../publication.ts";
import { type FactTable, namesOf } from "./fact-table.ts";
import type { KnownGroups } from "./known-groups.ts";
import { groupDiffers } from "./merge-groups.ts";
import { differs } from "./merge-rows.ts";
import { equalKeys, isOfEarlierRelease, sameKey } from "./same-key.ts";

/** Numbers of rows of a form, by what a release does to them. */
export interface RowCounts {
  /** Rows with a key that is not known. */
  added: number;
  /** Rows of a known key with at least one new value. */
  changed: number;
  /** Rows of a known key without a new value. */
  unchanged: number;
}

/** SQL for what all rows of the table that belong to one row of the form have in common. */
export const rowKeySql = (form: Form, table: FactTable): string =>
  form.stored?.sameRow ?? `(${namesOf(table, "key").join(", ")})`;

/** Counts staged rows, as their form has them; of a bulk load those with a known key. */
export async function countRows(
  { query, municipalityId }: Publication,
  form: Form,
  table: FactTable,
  staged: string,
  groups: KnownGroups | null,
): Promise<RowCounts> {
  const compared = groups
    ? groupsCompared(table, { staged, known: groups.known })
    : rowsCompared(form, table, { staged, municipalityId });
  const [counts] = await query.query(
    `SELECT count(*) FILTER (WHERE is_new)::integer AS added,
       count(*) FILTER (WHERE NOT is_new AND is_changed)::integer AS changed,
       count(*) FILTER (WHERE NOT is_new AND NOT is_changed)::integer AS unchanged
     FROM (${compared}) AS compared`,
  );
  return counts;
}

const rowsCompared = (
  form: Form,
  table: FactTable,
  { staged, municipalityId }: { staged: string; municipalityId: number },
): string => `
  SELECT bool_and(known.id IS NULL) AS is_new, bool_or(known.id IS NULL OR ${differs(table)}) AS is_changed
  FROM (SELECT *, ${rowKeySql(form, table)} AS row_key FROM ${staged}) AS staged
  LEFT JOIN ${table.name} AS known ON ${sameKey(table, municipalityId)} AND ${isOfEarlierRelease(table)}
  GROUP BY staged.row_key`;

function groupsCompared(table: FactTable, { staged, known }: { staged: string; known: string }): string {
  const values = table.columns.filter(({ role }) => role === "value");
  const changes = values.map((value) => groupDiffers(table, { staged, known }, value));
  return `
    SELECT NOT EXISTS (SELECT FROM ${known} AS known WHERE ${equalKeys(table, "known", "staged")}) AS is_new,
      coalesce(${changes.join(" OR ") || "false"}, false) AS is_changed
    FROM (SELECT DISTINCT ${namesOf(table, "key").join(", ")} FROM ${staged}) AS staged`;
}
