import type { DataSource } from "typeorm";

/** What a database has of columns, constraints, indexes and functions, one line each, in order. */
export async function catalogueOf(database: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await database.query(`
    WITH own AS (SELECT oid, oid::regclass::text AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))
    SELECT concat_ws(' ', name, attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NOT NULL' END) AS line
    FROM own JOIN pg_attribute ON attrelid = own.oid WHERE attnum > 0 AND NOT attisdropped
    UNION ALL SELECT concat_ws(' ', name, conname, pg_get_constraintdef(pg_constraint.oid))
    FROM own JOIN pg_constraint ON conrelid = own.oid WHERE contype <> 'n'
    UNION ALL SELECT pg_get_indexdef(indexrelid) FROM own JOIN pg_index ON indrelid = own.oid
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY line`);
  return rows.map(({ line }) => line);
}
