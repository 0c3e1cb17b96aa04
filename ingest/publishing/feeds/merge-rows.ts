import type { Publication } from "../publication.ts";
import { type FactTable, factColumns, namesOf } from "./fact-table.ts";
import type { KnownGroups } from "./known-groups.ts";
import { mergeGroups } from "./merge-groups.ts";
import { isCurrent, isOfEarlierRelease, ofMunicipality, sameKey } from "./same-key.ts";

/** Publishes staged rows, which are compared by `groups` if they are grouped; returns the number of rows written, by the id of their document. */
export async function merge(
  publication: Publication,
  table: FactTable,
  staged: string,
  groups: KnownGroups | null,
): Promise<Map<number, number>> {
  const { query } = publication;
  if (groups) await mergeGroups(publication, table, staged, groups);
  else await mergeRows(publication, table, staged);
  const columns = factColumns(table).join(", ");
  await query.query(`INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM news`);
  const counts: { id: number; rows: number }[] = await query.query(
    "SELECT document_id AS id, count(*)::integer AS rows FROM news GROUP BY document_id",
  );
  await query.query("DROP TABLE news");
  return new Map(counts.map(({ id, rows }) => [id, rows]));
}

/** SQL for a staged row to have a value that the known row of its key has not; a blank changes nothing. */
export const differs = (table: FactTable): string => {
  const values = namesOf(table, "value").map(
    (value) => `(staged.${value} IS NOT NULL AND staged.${value} IS DISTINCT FROM known.${value})`,
  );
  return `(${values.join(" OR ") || "false"})`;
};

/**
 * Makes a table `news` of the rows to be written: those of new keys, and of a known key with anything new, which
 * keep what the later file leaves blank. Ends the rows that they replace.
 */
async function mergeRows(
  { query, release, municipalityId }: Publication,
  table: FactTable,
  staged: string,
): Promise<void> {
  const values = namesOf(table, "value");
  const columns = [...new Set(["document_id", ...factColumns(table)])].map((name) =>
    values.includes(name) ? `coalesce(staged.${name}, known.${name}) AS ${name}` : `staged.${name}`,
  );
  const keys = namesOf(table, "key").map((key) => `staged.${key}`);
  const once = table.duplicates ? `DISTINCT ON (${keys.join(", ")})` : "";
  await query.query(
    `CREATE TEMP TABLE news ON COMMIT DROP AS
     SELECT ${once} known.id AS known_id, ${columns.join(", ")}
     FROM ${staged} AS staged LEFT JOIN ${table.name} AS known ON ${sameKey(table, municipalityId)}
     WHERE known.id IS NULL OR (${isOfEarlierRelease(table)} AND ${differs(table)})`,
  );
  const [{ ids }] = await query.query(
    "SELECT array_agg(known_id) AS ids FROM news WHERE known_id IS NOT NULL",
  );
  if (ids === null) return;
  await query.query(
    `UPDATE ${table.name} AS known SET known_to = $1
     WHERE known.id = ANY($2) AND ${ofMunicipality(table, "known", municipalityId)} AND ${isCurrent(table)}`,
    [release, ids],
  );
}
