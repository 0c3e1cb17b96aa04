import type { MigrationInterface, QueryRunner } from "typeorm";

type Release = [municipalityId: number, number: number];

interface UsedMapping {
  name: string;
  json: string;
  /** Id of the mapping if the hub remembered it; null if it was given. */
  remembered: number | null;
}

/**
 * Keeps with each release what it was requested with, so that it can be published again from its original files:
 * the options of an import, or the row of a retraction. Releases of before get what their facts show of it.
 */
export class RequestsOfReleases1764300000015 implements MigrationInterface {
  name = "RequestsOfReleases1764300000015";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query("ALTER TABLE release ADD request jsonb");
    const releases: { municipality_id: number; number: number }[] = await queryRunner.query(
      "SELECT municipality_id, number FROM release",
    );
    // One by one: Citus refuses an UPDATE that makes JSON of other rows.
    for (const { municipality_id, number } of releases) {
      const request = await requestOf(queryRunner, [municipality_id, number]);
      await queryRunner.query("UPDATE release SET request = $3 WHERE municipality_id = $1 AND number = $2", [
        municipality_id,
        number,
        request && JSON.stringify(request),
      ]);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE release DROP request");
  }
}

async function requestOf(query: QueryRunner, release: Release): Promise<object | null> {
  const documents: { sha256: string }[] = await query.query(
    "SELECT sha256 FROM source_document WHERE municipality_id = $1 AND release_number = $2 ORDER BY id",
    release,
  );
  if (documents.length === 0) return retractionOf(query, release);
  const mappings: UsedMapping[] = await query.query(mappingsSql, release);
  const given = mappings.filter(({ remembered }) => remembered === null);
  const distinct = new Map(given.map(({ name, json }) => [json, { name, json }]));
  return {
    is: "import",
    quarter: await quarterOf(query, release),
    mappings: [...distinct.values()],
    isMapped: distinct.size === 1 && given.length === documents.length,
    remembered: [...new Set(mappings.flatMap(({ remembered }) => remembered ?? []))],
    files: documents.map(({ sha256 }) => sha256),
  };
}

/** That of the reports if they have one in common: it is compared where reports print it. */
async function quarterOf(query: QueryRunner, release: Release): Promise<string | null> {
  const quarters: { quarter: number }[] = await query.query(
    "SELECT DISTINCT quarter FROM report WHERE municipality_id = $1 AND known_from = $2",
    release,
  );
  const [first] = quarters;
  return first && quarters.length === 1
    ? `${Math.floor(first.quarter / 4)}-Q${(first.quarter % 4) + 1}`
    : null;
}

/** Only a document that a remembered mapping read has the finding that says so. */
const mappingsSql = `
  SELECT mapping.name, mapping.json, CASE WHEN EXISTS (
      SELECT 1 FROM finding WHERE finding.municipality_id = $1 AND finding.document_id = document.id
        AND finding.code = 'MAPPING_REMEMBERED'
    ) THEN (
      SELECT max(known.id) FROM table_mapping AS known WHERE known.municipality_id = $1
        AND known.name = mapping.name AND known.json = mapping.json
    ) END AS remembered
  FROM source_document AS document JOIN document_mapping AS mapping
    ON mapping.municipality_id = document.municipality_id AND mapping.document_id = document.id
  WHERE document.municipality_id = $1 AND document.release_number = $2
  ORDER BY document.id, mapping.position`;

/** A release with changes and no document: a retraction, whose changes have the key as it was written. */
async function retractionOf(query: QueryRunner, release: Release): Promise<object | null> {
  const rows: { subject: string; key: string }[] = await query.query(
    "SELECT DISTINCT subject, key FROM change WHERE municipality_id = $1 AND release_number = $2",
    release,
  );
  const [ended] = rows;
  if (!ended || rows.length > 1) return null;
  const named: Record<string, string> = { FUNDING: "budget", COURSE: "academy" };
  const feed = named[ended.subject] ?? ended.subject.toLowerCase().replaceAll("_", "-");
  return { is: "retraction", feed, key: ended.key };
}
