import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import { type FactTable, namesOf } from "./fact-table.ts";

/** Keys that alternate more often between parts are compared one by one. */
const mostRuns = 200;

/**
 * Checks, after a bulk load, that no key of a municipality has two current rows in a table and the parts that it will
 * get. A unique index holds that within one part of a partitioned table only. Throws an Error that names such a key; the
 * import is then rolled back.
 */
export async function checkOneCurrent(
  publication: Publication,
  table: FactTable,
  parts: readonly string[],
): Promise<void> {
  const { query, municipalityId } = publication;
  const attached: { name: string }[] = await query.query(
    "SELECT relid::regclass::text AS name FROM pg_partition_tree($1) WHERE isleaf",
    [table.name],
  );
  const all = [...attached.map(({ name }) => name), ...parts];
  const keys = namesOf(table, "key");
  // By the parts' own indexes: sorting or hashing millions of texts takes three times as long.
  await query.query("SET LOCAL enable_hashagg = off; SET LOCAL enable_seqscan = off");
  const shared = await sharingKeys(publication, keys[0]!, all);
  // Two blank keys are equal, which the look-ups of the least key do not see.
  const isNullable = table.columns.some(({ role, nullable }) => role === "key" && nullable);
  const compared = isNullable ? all : shared;
  const rows = compared.map((name) => `SELECT ${keys.join(", ")} FROM ${ofCity(name)}`);
  const twice: object[] =
    rows.length === 0
      ? []
      : await query.query(
          `SELECT ${keys.join(", ")} FROM (${rows.join(" UNION ALL ")}) AS current_row
           GROUP BY ${keys.join(", ")} HAVING count(*) > 1 LIMIT 1`,
          [municipalityId],
        );
  await query.query("SET LOCAL enable_hashagg TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT");
  if (twice.length > 0)
    throw new Error(`${table.name} would have two current rows of ${JSON.stringify(twice[0])}.`);
}

const ofCity = (name: string): string => `${name} WHERE municipality_id = $1 AND known_to = ${current}`;

/**
 * The parts that may share a value of a key column; none if they do not. Files are mostly in the order of their keys, so
 * that long runs of values are in one part only: each step looks up the least value of each part from where the last
 * run ended, and goes on at the second least.
 */
async function sharingKeys(
  { query, municipalityId }: Publication,
  key: string,
  all: readonly string[],
): Promise<readonly string[]> {
  let parts = all;
  let withRows: readonly string[] | null = null;
  let from: string | null = null;
  for (let run = 0; run < mostRuns; run++) {
    const bound = from === null ? "" : ` AND ${key} >= $2`;
    const least = parts.map(
      (name, part) => `SELECT ${part} AS part, min(${key}) AS value FROM ${ofCity(name)}${bound}`,
    );
    const values: { part: number; value: string }[] = await query.query(
      `SELECT part, value::text AS value FROM (${least.join(" UNION ALL ")}) AS least
       WHERE value IS NOT NULL ORDER BY least.value`,
      from === null ? [municipalityId] : [municipalityId, from],
    );
    const rest = values.map(({ part }) => parts[part]!);
    withRows ??= rest;
    const [first, second] = values;
    if (!second) return [];
    if (first!.value === second.value) return withRows;
    from = second.value;
    parts = rest;
  }
  return withRows ?? [];
}
