import type { Publication } from "../publication.ts";
import { type FactTable, factColumns, isGrouped, namesOf } from "./fact-table.ts";
import { mergeGroups } from "./merge-groups.ts";
import { isCurrent, isOfEarlierRelease, sameKey, sameMunicipality } from "./same-key.ts";

/** Publishes staged rows; returns the number of rows written, by the id of their document. */
export async function merge(
  publication: Publication,
  table: FactTable,
  staged: string,
): Promise<Map<number, number>> {
  const { query } = publication;
  await (isGrouped(table) ? mergeGroups : mergeRows)(publication, table, staged);
  const columns = factColumns(table).join(", ");
  await query.query(`INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM news`);
  const counts: { id: number; rows: number }[] = await query.query(
    "SELECT document_id AS id, count(*)::integer AS rows FROM news GROUP BY document_id",
  );
  await query.query("DROP TABLE news");
  return new Map(counts.map(({ id, rows }) => [id, rows]));
}

/**
 * Makes a table `news` of the rows to be written: those of new keys, and of a known key with anything new, which
 * keep what the later file leaves blank. Ends the rows that they replace.
 */
async function mergeRows({ query, release }: Publication, table: FactTable, staged: string): Promise<void> {
  const values = namesOf(table, "value");
  const differs = values.map(
    (value) => `(staged.${value} IS NOT NULL AND staged.${value} IS DISTINCT FROM known.${value})`,
  );
  const columns = [...new Set(["document_id", ...factColumns(table)])].map((name) =>
    values.includes(name) ? `coalesce(staged.${name}, known.${name}) AS ${name}` : `staged.${name}`,
  );
  const keys = namesOf(table, "key").map((key) => `staged.${key}`);
  const once = table.duplicates ? `DISTINCT ON (${keys.join(", ")})` : "";
  await query.query(
    `CREATE TEMP TABLE news ON COMMIT DROP AS
     SELECT ${once} known.id AS known_id, ${columns.join(", ")}
     FROM ${staged} AS staged LEFT JOIN ${table.name} AS known ON ${sameKey(table)}
     WHERE known.id IS NULL OR (${isOfEarlierRelease(table)} AND (${differs.join(" OR ") || "false"}))`,
  );
  await query.query(
    `UPDATE ${table.name} AS known SET known_to = $1 FROM news
     WHERE known.id = news.known_id AND ${sameMunicipality(table, "known", "news")} AND ${isCurrent(table)}`,
    [release],
  );
}
