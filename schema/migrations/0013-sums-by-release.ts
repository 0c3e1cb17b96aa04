import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Marks the releases that the kept sums include, and lets each release find the purchases that it begins or ends. The
 * sums themselves derive from declarations: their tables are created and filled after the migrations.
 */
export class SumsByRelease1764300000013 implements MigrationInterface {
  name = "SumsByRelease1764300000013";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query(`
      ALTER TABLE release ADD summed boolean NOT NULL DEFAULT false;
      -- Both cost a bulk load next to nothing: one has a few bytes per hundred pages, the other no row of a first load.
      CREATE INDEX purchase_begun ON purchase USING brin (municipality_id, known_from);
      CREATE INDEX purchase_ended ON purchase (municipality_id, known_to) WHERE known_to < 2147483647;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX purchase_begun, purchase_ended;
      ALTER TABLE release DROP summed;
    `);
  }
}
