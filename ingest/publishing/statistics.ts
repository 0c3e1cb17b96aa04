import type { EntityManager } from "typeorm";

/** Tables with fewer changed rows are not analyzed. */
const fewestRows = 100;

/**
 * Renews the planner's statistics of every table that the transaction added at least a tenth to, so that the first
 * question after a release is planned as well as later ones. ANALYZE sees the rows of its own transaction.
 */
export async function analyzeGrownTables(manager: EntityManager): Promise<void> {
  // A partitioned table has no rows of its own: those of its parts count, which may be older than their attaching.
  const grown = await manager.query<{ name: string }[]>(
    `WITH written AS (
       SELECT coalesce(pg_partition_root(relid), relid) AS table, sum(n_tup_ins + n_tup_upd) AS rows
       FROM pg_stat_xact_user_tables WHERE schemaname = current_schema() GROUP BY 1
     )
     SELECT relname AS name FROM written JOIN pg_class ON oid = written.table
     WHERE rows >= $1 AND rows >= reltuples / 10 ORDER BY relname`,
    [fewestRows],
  );
  // Counts of a transaction else stay with its connection for a second, and would be taken for the next one's.
  await manager.query("SELECT pg_stat_force_next_flush()");
  if (grown.length === 0) return;
  await manager.query("SET LOCAL default_statistics_target = 30");
  // Another import may hold the lock until its commit; it will analyze the table itself.
  const tables = grown.map(({ name }) => `"${name}"`).join(", ");
  await manager.query(`ANALYZE (SKIP_LOCKED) ${tables}`);
}
