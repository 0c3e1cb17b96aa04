import type { Publication } from "../publication.ts";
import type { FeedStore } from "./feed-store.ts";

/** Files of fewer bytes are quickly loaded as they are: they have less than a hundred thousand lines. */
const leastBytes = 6_000_000;

/**
 * Makes a table for the rows of new keys of a large release, where the feed's table is in parts: to be filled
 * without indexes. Null where the rows go into the feed's table as usual.
 */
export async function createBulkTable(
  { query, release }: Publication,
  { table }: FeedStore,
  bytes: number,
): Promise<string | null> {
  if (bytes < leastBytes) return null;
  const [{ parted }] = await query.query(
    "SELECT relkind = 'p' AS parted FROM pg_class WHERE oid = $1::regclass",
    [table],
  );
  if (!parted) return null;
  const bulk = `${table}_${release}`;
  await query.query(
    `CREATE TABLE ${bulk} (LIKE ${table} INCLUDING DEFAULTS, CHECK (bulk_release = ${release}))`,
  );
  await query.query(`ALTER TABLE ${bulk} ALTER bulk_release SET DEFAULT ${release}`);
  return bulk;
}

/** Makes a bulk table part of the feed's own, which builds its indexes and holds no reader up. */
export async function attachBulkTable(
  { query, release }: Publication,
  { table }: FeedStore,
  bulk: string,
): Promise<void> {
  await query.query(`ALTER TABLE ${table} ATTACH PARTITION ${bulk} FOR VALUES IN (${release})`);
  // Rough statistics: until PostgreSQL takes its own, it would take so many rows for few.
  await query.query("SET LOCAL default_statistics_target = 10");
  await query.query(`ANALYZE ${bulk}`);
}
