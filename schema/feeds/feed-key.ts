import type { QueryRunner } from "typeorm";
import type { Feed } from "./feed.ts";
import type { KeyDrift } from "./schema-drift.ts";
import { tableColumn } from "./table-column.ts";

/** The columns of the key of a feed's table, with the municipality that it belongs to. */
export const keyColumns = ({ columns }: Pick<Feed, "columns">): string[] => [
  "municipality_id",
  ...columns.filter((column) => column.key).map(tableColumn),
];

/**
 * How the unique index of the current rows of a feed's table differs from the declared key; null if it does not. With
 * another index two current rows of one key, or one row for two keys, would be possible.
 */
export async function keyDrift(runner: QueryRunner, feed: Feed): Promise<KeyDrift | null> {
  const expected = keyColumns(feed);
  const indexes: { columns: string[] }[] = await runner.query(
    // A partitioned table has its partition key in every unique index.
    `SELECT array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
     LEFT JOIN pg_partitioned_table ON partrelid = indrelid
     WHERE indrelid = to_regclass($1) AND indisunique AND pg_get_expr(indpred, indrelid) = '(known_to = 2147483647)'
       AND NOT attnum = ANY(coalesce(partattrs, ''))
     GROUP BY indexrelid`,
    [feed.table],
  );
  const isExpected = ({ columns }: { columns: string[] }) =>
    columns.length === expected.length && expected.every((name) => columns.includes(name));
  if (indexes.some(isExpected)) return null;
  return { table: feed.table, expectedKey: expected, actualKeys: indexes.map(({ columns }) => columns) };
}
