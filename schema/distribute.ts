import type { QueryRunner } from "typeorm";

/** What is distributed over the nodes of a cluster, and the others, which every node has a copy of. TypeORM reads the list of migrations on the coordinator. */
const distributionSql = `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT relname FROM pg_class AS given
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'
        AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = given.oid AND attname = 'municipality_id')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = given.oid AND deptype = 'e')
        AND given.oid NOT IN (SELECT logicalrelid FROM pg_dist_partition)
    LOOP
      PERFORM create_reference_table(name::regclass);
    END LOOP;
    LOOP -- a table of facts whose foreign keys lead to distributed tables only
      SELECT relname INTO name FROM pg_class AS facts JOIN pg_attribute ON attrelid = facts.oid AND attname = 'municipality_id'
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND facts.oid NOT IN (SELECT logicalrelid FROM pg_dist_partition)
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = facts.oid AND contype = 'f'
          AND confrelid NOT IN (SELECT logicalrelid FROM pg_dist_partition));
      EXIT WHEN name IS NULL;
      PERFORM create_distributed_table(name::regclass, 'municipality_id');
    END LOOP;
  END $$`;

/** Whether a database is the coordinator of a Citus cluster with nodes that take facts. */
export async function isCluster(runner: QueryRunner): Promise<boolean> {
  const [{ extended }] = await runner.query("SELECT to_regclass('pg_dist_node') IS NOT NULL AS extended");
  if (!extended) return false;
  const nodes: unknown[] = await runner.query("SELECT FROM pg_dist_node WHERE shouldhaveshards LIMIT 1");
  return nodes.length > 0;
}

/** Prepares a transaction in which tables of a cluster are made, changed and distributed. */
export const beginDistributing = (runner: QueryRunner): Promise<void> =>
  runner.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");

/**
 * Distributes the tables of facts by municipality, each with its foreign keys, so that the facts of a municipality lie on
 * one node; tables without a municipality are copied to every node. What is distributed already stays as it is.
 */
export const distribute = (runner: QueryRunner): Promise<void> => runner.query(distributionSql);
