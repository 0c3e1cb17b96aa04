import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Puts the municipality into every primary key, unique index and foreign key of the tables of reports, so that a
 * municipality can be a unit of distribution. The tables of feeds follow in 0008.
 */
export class MunicipalityInEveryKey1764300000006 implements MigrationInterface {
  name = "MunicipalityInEveryKey1764300000006";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query(`
      -- The foreign keys of before stand in the way of new primary keys; all come back below and in 0007.
      DO $$ DECLARE foreign_key record; BEGIN
        FOR foreign_key IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
          WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
        LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', foreign_key.owner, foreign_key.conname);
        END LOOP;
      END $$;

      ALTER TABLE release DROP CONSTRAINT release_pkey, DROP CONSTRAINT release_published_at_key,
        ADD PRIMARY KEY (municipality_id, number), ADD UNIQUE (municipality_id, published_at);
      DROP INDEX release_of_municipality;

      ALTER TABLE source_document DROP CONSTRAINT source_document_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, release_number) REFERENCES release (municipality_id, number);
      DROP INDEX source_document_release;
      CREATE INDEX source_document_release ON source_document (municipality_id, release_number);

      ALTER TABLE finding ADD municipality_id integer;
      UPDATE finding SET municipality_id = document.municipality_id
        FROM source_document AS document WHERE document.id = document_id;
      ALTER TABLE finding ALTER municipality_id SET NOT NULL,
        DROP CONSTRAINT finding_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      DROP INDEX finding_document;
      CREATE INDEX finding_document ON finding (municipality_id, document_id, line);

      ALTER TABLE change DROP CONSTRAINT change_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, release_number) REFERENCES release (municipality_id, number),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      DROP INDEX change_of_municipality;
      CREATE INDEX change_release ON change (municipality_id, release_number, id);

      -- A department keeps its id over several rows, one per name or absence, so that nothing can have a foreign
      -- key to its id alone: publishing looks department ids up in this table, and writes no others.
      ALTER TABLE department DROP CONSTRAINT department_pkey, ADD PRIMARY KEY (municipality_id, id, known_from),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      CREATE INDEX department_name ON department (municipality_id, name, known_from);

      ALTER TABLE pledge DROP CONSTRAINT pledge_pkey, ADD PRIMARY KEY (municipality_id, id);

      ALTER TABLE pledge_quarter DROP CONSTRAINT pledge_quarter_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      DROP INDEX pledge_quarter_current, pledge_quarter_told;
      CREATE UNIQUE INDEX pledge_quarter_current
        ON pledge_quarter (municipality_id, pledge_id, quarter, stated_by) WHERE known_to = 2147483647;
      CREATE INDEX pledge_quarter_latest ON pledge_quarter (municipality_id, pledge_id, quarter DESC, stated_by);
      CREATE INDEX pledge_quarter_department ON pledge_quarter (municipality_id, department_id, quarter);

      ALTER TABLE report DROP CONSTRAINT report_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      DROP INDEX report_current;
      CREATE UNIQUE INDEX report_current
        ON report (municipality_id, pledge_id, quarter) WHERE known_to = 2147483647;
      CREATE INDEX report_pledge ON report (municipality_id, pledge_id, quarter);

      ALTER TABLE funding_line DROP CONSTRAINT funding_line_pkey, ADD PRIMARY KEY (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id),
        ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id);
      DROP INDEX funding_line_current, funding_line_pledge;
      CREATE UNIQUE INDEX funding_line_current
        ON funding_line (municipality_id, pledge_id, quarter, source, phase, period_start, period_end)
        NULLS NOT DISTINCT WHERE known_to = 2147483647;
      CREATE INDEX funding_line_pledge ON funding_line (municipality_id, pledge_id, quarter);
    `);
    await queryRunner.query(`
      ALTER TABLE funding_by_year
        ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id);
      CREATE UNIQUE INDEX funding_by_year_current ON funding_by_year
        (municipality_id, pledge_id, quarter, source, year) NULLS NOT DISTINCT WHERE known_to = 2147483647;
      CREATE INDEX funding_by_year_pledge ON funding_by_year (municipality_id, pledge_id, quarter);

      DROP FUNCTION roll_up_funding(integer);
      -- Two statements: rows of before must have ended when those of the same key are inserted.
      CREATE FUNCTION roll_up_funding(municipality integer, release integer) RETURNS void LANGUAGE sql AS $$
        UPDATE funding_by_year AS item SET known_to = release FROM funding_line AS line
        WHERE item.municipality_id = municipality AND item.known_to = 2147483647
          AND line.municipality_id = municipality AND (line.known_from = release OR line.known_to = release)
          AND (item.pledge_id, item.quarter, item.source) = (line.pledge_id, line.quarter, line.source)
          AND item.year IS NOT DISTINCT FROM line.year;
        WITH touched AS (
          SELECT DISTINCT pledge_id, quarter, source, year FROM funding_line
          WHERE municipality_id = municipality AND (known_from = release OR known_to = release)
        )
        INSERT INTO funding_by_year
        SELECT municipality, line.pledge_id, line.quarter, line.source, line.year,
          sum(amount) FILTER (WHERE phase = 'PUBLISHED'),
          sum(amount) FILTER (WHERE phase = 'PLANNED'),
          sum(amount) FILTER (WHERE phase = 'SECURED'),
          sum(amount) FILTER (WHERE phase = 'BUDGETED'),
          sum(amount) FILTER (WHERE phase = 'EXECUTED'),
          release
        FROM funding_line AS line JOIN touched
          ON (line.pledge_id, line.quarter, line.source) = (touched.pledge_id, touched.quarter, touched.source)
         AND line.year IS NOT DISTINCT FROM touched.year
        WHERE line.municipality_id = municipality AND known_from <= release AND known_to > release
        GROUP BY line.pledge_id, line.quarter, line.source, line.year
        -- Stored in the order in which they are read.
        ORDER BY line.quarter, line.pledge_id;
      $$;

      -- Releases will be counted per municipality, so that the number of another one's release says nothing of it.
      UPDATE municipality SET known_from = 0
      WHERE NOT EXISTS (SELECT FROM release WHERE municipality_id = municipality.id AND number = known_from)
        AND NOT EXISTS (SELECT FROM municipality AS earlier
          WHERE earlier.id = municipality.id AND earlier.known_from < municipality.known_from);
      -- No municipality is built in: a database that nothing was published in starts empty.
      DELETE FROM municipality WHERE code = '41280' AND NOT EXISTS (SELECT FROM release);
    `);
  }

  async down(): Promise<void> {
    throw new Error("0006 is not reversible: restore a backup of before.");
  }
}
