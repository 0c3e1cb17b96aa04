import type { MigrationInterface, QueryRunner } from "typeorm";

/** What lists and links look up beside the key, which the loop below gives an index. */
const lookups: Record<string, string[]> = {
  purchase_target: ["department_id, year"],
  outlet: ["pledge_id"],
  outlet_sales: ["month"],
  course_quarter: ["pledge_id", "quarter"],
};

/** Puts the municipality into the keys of the tables of feeds, and gives those that have none their foreign keys. */
export class MunicipalityInKeysOfFeeds1764300000008 implements MigrationInterface {
  name = "MunicipalityInKeysOfFeeds1764300000008";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query(`
      DROP INDEX outlet_pledge, course_quarter_pledge;
      -- Tables made from a feed's columns, which no migration knows by name, are among these. The partial index of
      -- the rows that are current serves publishing only: a question asks for the rows valid at some release.
      DO $$ DECLARE facts record; BEGIN
        FOR facts IN SELECT relname AS name, conname AS key, (
            SELECT string_agg(pg_get_indexdef(indexrelid, place, false), ', ' ORDER BY place)
            FROM pg_index, generate_series(1, indnkeyatts) AS place
            WHERE indexrelid = to_regclass(format('%I', relname || '_current'))) AS columns
          FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
          JOIN pg_attribute AS id ON (id.attrelid, id.attname) = (conrelid, 'id')
          JOIN pg_attribute AS municipality ON (municipality.attrelid, municipality.attname) = (conrelid, 'municipality_id')
          WHERE contype = 'p' AND connamespace = current_schema()::regnamespace AND conkey = ARRAY[id.attnum]
        LOOP
          EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I, ADD PRIMARY KEY (municipality_id, id),
            ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id)',
            facts.name, facts.key);
          EXECUTE format('CREATE INDEX %I ON %I (%s, known_from)', facts.name || '_versions', facts.name, facts.columns);
        END LOOP;
      END $$;
      ALTER TABLE outlet ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id);
      ALTER TABLE course_quarter ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id);
    `);
    for (const [table, indexes] of Object.entries(lookups)) {
      for (const columns of indexes) {
        const name = `${table}_${columns.split(", ")[0]}`;
        await queryRunner.query(`CREATE INDEX ${name} ON ${table} (municipality_id, ${columns})`);
      }
    }
    await queryRunner.query(`
      ALTER TABLE purchase DROP CONSTRAINT purchase_pkey, ADD PRIMARY KEY (municipality_id, id, part);
      DROP INDEX purchase_current;
      CREATE UNIQUE INDEX purchase_current ON purchase (municipality_id, number, part)
        WHERE known_to = 2147483647;
      -- They slow a bulk import down; without them a list below each department or enterprise reads all purchases
      -- once per list.
      CREATE INDEX purchase_department ON purchase (municipality_id, department_id);
      CREATE INDEX purchase_business_number ON purchase (municipality_id, business_number);
    `);
  }

  async down(): Promise<void> {
    throw new Error("0008 is not reversible: restore a backup of before.");
  }
}
