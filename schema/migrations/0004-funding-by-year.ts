import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Amounts of funding added up over the periods of a year, as each release makes them: what every summary of
 * funding starts from. `roll_up_funding` follows the lines that a release begins or ends.
 */
export class FundingByYear1763900000004 implements MigrationInterface {
  name = "FundingByYear1763900000004";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE funding_by_year (
        municipality_id integer NOT NULL,
        pledge_id integer NOT NULL,
        quarter integer NOT NULL,
        source funding_source NOT NULL,
        year integer,
        published bigint,
        planned bigint,
        secured bigint,
        budgeted bigint,
        executed bigint,
        known_from integer NOT NULL,
        known_to integer NOT NULL DEFAULT 2147483647
      );
      CREATE INDEX funding_by_year_quarter ON funding_by_year (municipality_id, quarter, pledge_id);

      CREATE FUNCTION roll_up_funding(release integer) RETURNS void LANGUAGE sql AS $$
        WITH touched AS (
          SELECT DISTINCT pledge_id, quarter, source, year FROM funding_line
          WHERE known_from = release OR known_to = release
        ), ended AS (
          UPDATE funding_by_year AS item SET known_to = release FROM touched
          WHERE item.known_to = 2147483647
            AND (item.pledge_id, item.quarter, item.source) = (touched.pledge_id, touched.quarter, touched.source)
            AND item.year IS NOT DISTINCT FROM touched.year
        )
        INSERT INTO funding_by_year
        SELECT line.municipality_id, line.pledge_id, line.quarter, line.source, line.year,
          sum(amount) FILTER (WHERE phase = 'PUBLISHED'),
          sum(amount) FILTER (WHERE phase = 'PLANNED'),
          sum(amount) FILTER (WHERE phase = 'SECURED'),
          sum(amount) FILTER (WHERE phase = 'BUDGETED'),
          sum(amount) FILTER (WHERE phase = 'EXECUTED'),
          release
        FROM funding_line AS line JOIN touched
          ON (line.pledge_id, line.quarter, line.source) = (touched.pledge_id, touched.quarter, touched.source)
         AND line.year IS NOT DISTINCT FROM touched.year
        WHERE known_from <= release AND known_to > release
        GROUP BY line.municipality_id, line.pledge_id, line.quarter, line.source, line.year
        -- As they are read.
        ORDER BY line.municipality_id, line.quarter, line.pledge_id
      $$;

      SELECT roll_up_funding(number) FROM (SELECT number FROM release ORDER BY number) AS release;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DROP FUNCTION roll_up_funding; DROP TABLE funding_by_year");
  }
}
