import type { MigrationInterface, QueryRunner } from "typeorm";

interface Part {
  table: string;
  /** What distinguishes the rows of one report. */
  key: string;
  /** Whether rows need a `position` in the order in which they were read. */
  numbered?: boolean;
  /** Report checks cite nothing: their cells are cited by funding lines. */
  uncited?: boolean;
}

const parts: Part[] = [
  // A header may name two people of the same role.
  { table: "contact", key: "role, position", numbered: true },
  { table: "report_section", key: "kind" },
  { table: "statement", key: "part, position" },
  { table: "participation_count", key: "kind" },
  { table: "reported_enrollment", key: "section, position", numbered: true },
  { table: "report_check", key: "position", numbered: true, uncited: true },
];

/**
 * Makes the parts of a report facts of their own, each with its municipality, pledge, quarter and the releases that
 * it is valid in, instead of rows below a version of the report.
 */
export class PartsOfReportsByRelease1764300000007 implements MigrationInterface {
  name = "PartsOfReportsByRelease1764300000007";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    for (const part of parts) await queryRunner.query(versioned(part));
  }

  async down(): Promise<void> {
    throw new Error("0007 is not reversible: restore a backup of before.");
  }
}

const versioned = ({ table, key, numbered, uncited }: Part): string => `
  ALTER TABLE ${table} ADD municipality_id integer, ADD pledge_id integer, ADD quarter integer,
    ADD known_from integer, ADD known_to integer NOT NULL DEFAULT 2147483647
    ${numbered ? ", ADD position integer" : ""};
  UPDATE ${table} SET (municipality_id, pledge_id, quarter, known_from, known_to) = (
    SELECT municipality_id, pledge_id, quarter, known_from, known_to FROM report WHERE report.id = report_id);
  ${
    numbered
      ? `UPDATE ${table} AS part SET position = numbered.position FROM (
           SELECT id, row_number() OVER (PARTITION BY report_id ORDER BY id) - 1 AS position FROM ${table}
         ) AS numbered WHERE numbered.id = part.id;
         ALTER TABLE ${table} ALTER position SET NOT NULL;`
      : ""
  }
  ALTER TABLE ${table} DROP report_id, DROP CONSTRAINT ${table}_pkey,
    ALTER municipality_id SET NOT NULL, ALTER pledge_id SET NOT NULL, ALTER quarter SET NOT NULL,
    ALTER known_from SET NOT NULL, ADD PRIMARY KEY (municipality_id, id),
    ADD FOREIGN KEY (municipality_id, pledge_id) REFERENCES pledge (municipality_id, id)
    ${uncited ? "" : ", ADD FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id)"};
  CREATE UNIQUE INDEX ${table}_current ON ${table} (municipality_id, pledge_id, quarter, ${key})
    WHERE known_to = 2147483647;
  CREATE INDEX ${table}_pledge ON ${table} (municipality_id, pledge_id, quarter);
`;
