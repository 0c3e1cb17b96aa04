import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Keeps with each release what it was requested with, so that it can be published again from its original files:
 * the options of an import, or the row of a retraction. Releases of before get what their facts show of it.
 */
export class RequestsOfReleases1764300000015 implements MigrationInterface {
  name = "RequestsOfReleases1764300000015";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query("ALTER TABLE release ADD request jsonb");
    await queryRunner.query(derivedImports);
    await queryRunner.query(derivedRetractions);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE release DROP request");
  }
}

/** Only a document that a remembered mapping read has this finding. */
const isRemembered = `EXISTS (SELECT FROM finding
  WHERE (finding.municipality_id, finding.document_id) = (document.municipality_id, document.id)
    AND finding.code = 'MAPPING_REMEMBERED')`;

/** The quarter is that of the reports if they have one in common: it is compared where reports print it. */
const derivedImports = `
  UPDATE release SET request = jsonb_build_object('is', 'import', 'quarter', given.quarter,
    'mapping', given.mapping, 'remembered', coalesce(given.remembered, '[]'), 'files', given.files)
  FROM (
    SELECT document.municipality_id, document.release_number,
      (SELECT CASE WHEN count(DISTINCT quarter) = 1 THEN min(quarter) / 4 || '-Q' || min(quarter) % 4 + 1 END
       FROM report WHERE (report.municipality_id, report.known_from)
         = (document.municipality_id, document.release_number)) AS quarter,
      (array_agg(jsonb_build_object('name', mapping.name, 'json', mapping.json))
        FILTER (WHERE mapping.json IS NOT NULL AND NOT ${isRemembered}))[1] AS mapping,
      jsonb_agg(DISTINCT (SELECT max(id) FROM table_mapping WHERE table_mapping.municipality_id = document.municipality_id
          AND (table_mapping.name, table_mapping.json) = (mapping.name, mapping.json)))
        FILTER (WHERE mapping.json IS NOT NULL AND ${isRemembered}) AS remembered,
      (SELECT jsonb_agg(sha256 ORDER BY id) FROM source_document AS file WHERE (file.municipality_id, file.release_number)
        = (document.municipality_id, document.release_number)) AS files
    FROM source_document AS document
    LEFT JOIN document_mapping AS mapping
      ON (mapping.municipality_id, mapping.document_id) = (document.municipality_id, document.id)
    GROUP BY document.municipality_id, document.release_number
  ) AS given
  WHERE (release.municipality_id, release.number) = (given.municipality_id, given.release_number)`;

/** A release with changes and no document: a retraction, whose changes have the key as it was written. */
const derivedRetractions = `
  UPDATE release SET request = jsonb_build_object('is', 'retraction', 'key', ended.key, 'feed',
    CASE ended.subject WHEN 'FUNDING' THEN 'budget' WHEN 'COURSE' THEN 'academy'
      ELSE lower(replace(ended.subject, '_', '-')) END)
  FROM (
    SELECT municipality_id, release_number, min(subject) AS subject, min(key) AS key FROM change
    GROUP BY municipality_id, release_number HAVING count(DISTINCT (subject, key)) = 1
  ) AS ended
  WHERE request IS NULL AND (release.municipality_id, release.number) = (ended.municipality_id, ended.release_number)`;
