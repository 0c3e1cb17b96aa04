import type { EntityManager } from "typeorm";

/** Tables with fewer changed rows are not analyzed. */
const fewestRows = 100;

/**
 * Tables that the transaction added at least a tenth to, beside those of $2. A partitioned table has no rows of its
 * own: those of its parts count, which may be older than their attaching. From PostgreSQL 18 it is analyzed without
 * them (ONLY); before, its parts are analyzed with it, all of them.
 */
const grownSql = `
  WITH written AS (
    SELECT relid, relname, n_tup_ins + n_tup_upd AS rows FROM pg_stat_xact_user_tables WHERE schemaname = current_schema()
  ), grown AS (
    SELECT relid, rows FROM written WHERE relname <> ALL($2)
    UNION ALL
    SELECT pg_partition_root(relid), sum(rows) FROM written WHERE pg_partition_root(relid) <> relid GROUP BY 1
  )
  SELECT CASE WHEN relkind = 'p' AND knows_only THEN 'ONLY ' ELSE '' END || quote_ident(relname) AS name
  FROM grown JOIN pg_class ON oid = relid,
    LATERAL (SELECT current_setting('server_version_num')::integer >= 180000 AS knows_only) AS server
  WHERE rows >= $1 AND rows >= reltuples / 10 AND (knows_only OR NOT relispartition)
  ORDER BY relname`;

/**
 * Renews the planner's statistics of every table that the transaction added much to, except those that it analyzed
 * itself, so that the first question after a release is planned as well as later ones. ANALYZE sees the rows of its own
 * transaction.
 */
export async function analyzeGrownTables(manager: EntityManager, analyzed: readonly string[]): Promise<void> {
  const grown = await manager.query<{ name: string }[]>(grownSql, [fewestRows, analyzed]);
  // Counts of a transaction else stay with its connection for a second, and would be taken for the next one's.
  await manager.query("SELECT pg_stat_force_next_flush()");
  if (grown.length === 0) return;
  await manager.query("SET LOCAL default_statistics_target = 30");
  // Another import may hold the lock until its commit; it will analyze the table itself.
  await manager.query(`ANALYZE (SKIP_LOCKED) ${grown.map(({ name }) => name).join(", ")}`);
}
