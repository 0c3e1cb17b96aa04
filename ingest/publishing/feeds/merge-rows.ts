import type { QueryRunner } from "typeorm";
import { current } from "../releases.ts";
import { type FactTable, factColumns, fixedWhere, namesOf } from "./fact-table.ts";

/** SQL for a staged row and a row that is current to have the same key. Keys are never null. */
export const sameKey = (table: FactTable): string =>
  [
    ...namesOf(table, "key").map((key) => `known.${key} = staged.${key}`),
    ...(table.origin.includes("municipality_id") ? ["known.municipality_id = staged.municipality_id"] : []),
    `known.known_to = ${current}${fixedWhere(table)}`,
  ].join(" AND ");

/**
 * Publishes staged rows: new keys are inserted; a known key with anything new is ended and follows as a row
 * that keeps what the later file leaves blank. Gives how many rows were written, by the id of their document.
 */
export async function mergeRows(
  query: QueryRunner,
  table: FactTable,
  staged: string,
  release: number,
): Promise<Map<number, number>> {
  const values = namesOf(table, "value");
  const differs = values.map(
    (value) => `(staged.${value} IS NOT NULL AND staged.${value} IS DISTINCT FROM known.${value})`,
  );
  const columns = [...new Set(["document_id", ...factColumns(table)])].map((name) =>
    values.includes(name) ? `coalesce(staged.${name}, known.${name}) AS ${name}` : `staged.${name}`,
  );
  const once = table.mayRepeat ? `DISTINCT ON (${namesOf(table, "key").map((key) => `staged.${key}`)})` : "";
  await query.query(
    `CREATE TEMP TABLE news ON COMMIT DROP AS
     SELECT ${once} known.id AS known_id, ${columns.join(", ")}
     FROM ${staged} AS staged LEFT JOIN ${table.name} AS known ON ${sameKey(table)}
     WHERE known.id IS NULL OR (known.known_from < staged.known_from AND (${differs.join(" OR ") || "false"}))`,
  );
  return publishNews(query, table, release);
}

/** Ends the rows that the rows in `news` replace, and publishes those. */
async function publishNews(
  query: QueryRunner,
  table: FactTable,
  release: number,
): Promise<Map<number, number>> {
  const sameMunicipality = table.origin.includes("municipality_id")
    ? " AND known.municipality_id = news.municipality_id"
    : "";
  await query.query(
    `UPDATE ${table.name} AS known SET known_to = $1 FROM news
     WHERE known.id = news.known_id AND known.known_to = ${current}${sameMunicipality}`,
    [release],
  );
  const columns = factColumns(table).join(", ");
  await query.query(`INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM news`);
  const counts: { id: number; rows: number }[] = await query.query(
    "SELECT document_id AS id, count(*)::integer AS rows FROM news GROUP BY document_id",
  );
  await query.query("DROP TABLE news");
  return new Map(counts.map(({ id, rows }) => [id, rows]));
}
