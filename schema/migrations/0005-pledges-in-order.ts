import type { MigrationInterface, QueryRunner } from "typeorm";

/** Pledges in the order of lists, and what is told of one from the last quarter on, so that neither needs a look at others. */
export class PledgesInOrder1763900000005 implements MigrationInterface {
  name = "PledgesInOrder1763900000005";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX pledge_order ON pledge (municipality_id, sort_code);
      DROP INDEX pledge_quarter_pledge;
      CREATE INDEX pledge_quarter_told ON pledge_quarter (pledge_id, quarter DESC, stated_by);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX pledge_order;
      DROP INDEX pledge_quarter_told;
      CREATE INDEX pledge_quarter_pledge ON pledge_quarter (pledge_id, quarter);
    `);
  }
}
