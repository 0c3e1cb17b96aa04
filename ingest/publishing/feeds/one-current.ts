import type { Publication } from "../publication.ts";
import { current } from "../releases.ts";
import { type FeedStore, namesOf } from "./feed-store.ts";

/**
 * Checks, after a bulk load, that no key of a municipality has two current rows. A unique index holds that within
 * one part of a partitioned table only. Throws an Error that names such a key; the import is then rolled back.
 */
export async function checkOneCurrent(
  { query, municipalityId }: Publication,
  store: FeedStore,
): Promise<void> {
  const keys = namesOf(store, "key").join(", ");
  // Merging the parts' own indexes takes a third of the time of sorting or hashing millions of texts.
  await query.query("SET LOCAL enable_hashagg = off; SET LOCAL enable_seqscan = off");
  const twice: object[] = await query.query(
    `SELECT ${keys} FROM ${store.table} WHERE municipality_id = $1 AND known_to = ${current}
     GROUP BY ${keys} HAVING count(*) > 1 LIMIT 1`,
    [municipalityId],
  );
  await query.query("SET LOCAL enable_hashagg TO DEFAULT; SET LOCAL enable_seqscan TO DEFAULT");
  if (twice.length > 0)
    throw new Error(`${store.table} would have two current rows of ${JSON.stringify(twice[0])}.`);
}
