import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import { type FactTable, namesOf } from "./fact-table.ts";

/**
 * Checks, after a bulk load, that no key of a municipality has two current rows in a table and the parts that it will
 * get. A unique index holds that within one part of a partitioned table only. Throws an Error that names such a key; the
 * import is then rolled back.
 */
export async function checkOneCurrent(
  { query, municipalityId }: Publication,
  table: FactTable,
  parts: readonly string[],
): Promise<void> {
  const keys = namesOf(table, "key").join(", ");
  const rows = [table.name, ...parts].map(
    (name) => `SELECT ${keys} FROM ${name} WHERE municipality_id = $1 AND known_to = ${current}`,
  );
  // Merging the parts' own indexes takes a third of the time of sorting or hashing millions of texts.
  await query.query("SET LOCAL enable_hashagg = off; SET LOCAL enable_seqscan = off");
  const twice: object[] = await query.query(
    `SELECT ${keys} FROM (${rows.join(" UNION ALL ")}) AS current_row
     GROUP BY ${keys} HAVING count(*) > 1 LIMIT 1`,
    [municipalityId],
  );
  await query.query("SET LOCAL enable_hashagg TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT");
  if (twice.length > 0)
    throw new Error(`${table.name} would have two current rows of ${JSON.stringify(twice[0])}.`);
}
