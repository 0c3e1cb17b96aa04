import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import { type FactTable, namesOf } from "./fact-table.ts";

/** Keys that alternate more often between parts are merged one by one. */
const mostRuns = 1_000;

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
  const attached: { name: string }[] = await query.query(
    "SELECT relid::regclass::text AS name FROM pg_partition_tree($1) WHERE isleaf",
    [table.name],
  );
  const sources = [...attached.map(({ name }) => name), ...parts].map(
    (name) => `${name} WHERE municipality_id = $1 AND known_to = ${current}`,
  );
  // By the parts' own indexes: sorting or hashing millions of texts takes three times as long.
  await query.query("SET LOCAL enable_hashagg = off; SET LOCAL enable_seqscan = off");
  const keys = namesOf(table, "key");
  // Two blank keys are equal, which the first query does not see.
  const isNullable = table.columns.some(({ role, nullable }) => role === "key" && nullable);
  const [{ is_apart: isApart }] = await query.query(keptApartSql(keys[0]!, sources), [municipalityId]);
  const twice: object[] =
    isApart && !isNullable ? [] : await query.query(twiceSql(keys, sources), [municipalityId]);
  await query.query("SET LOCAL enable_hashagg TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT");
  if (twice.length > 0)
    throw new Error(`${table.name} would have two current rows of ${JSON.stringify(twice[0])}.`);
}

/**
 * SQL for whether no two sources share a value of a key column. Files are mostly in the order of their keys, so that
 * long runs of values are of one source: each step looks up the two least values from where the last one ended, and goes on
 * at the second. False also if there are too many runs to be worth it.
 */
function keptApartSql(key: string, sources: readonly string[]): string {
  const twoLeast = (from: string) => {
    const least = sources.map((source) => `SELECT (SELECT min(${key}) FROM ${source} ${from}) AS value`);
    return `ARRAY(SELECT value FROM (${least.join(" UNION ALL ")}) AS least WHERE value IS NOT NULL ORDER BY value LIMIT 2)`;
  };
  return `
    WITH RECURSIVE run AS (
      SELECT 1 AS number, ${twoLeast("")} AS least
      UNION ALL
      SELECT number + 1, ${twoLeast(`AND ${key} >= run.least[2]`)} FROM run
      WHERE least[1] < least[2] AND number <= ${mostRuns}
    )
    SELECT cardinality(least) < 2 AS is_apart FROM run ORDER BY number DESC LIMIT 1`;
}

/** SQL of a key that two rows of the sources have. */
function twiceSql(keys: readonly string[], sources: readonly string[]): string {
  const rows = sources.map((source) => `SELECT ${keys.join(", ")} FROM ${source}`);
  return `SELECT ${keys.join(", ")} FROM (${rows.join(" UNION ALL ")}) AS current_row
    GROUP BY ${keys.join(", ")} HAVING count(*) > 1 LIMIT 1`;
}
