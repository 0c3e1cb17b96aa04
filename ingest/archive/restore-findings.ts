import type { QueryRunner } from "typeorm";
import type { ArchivedRelease } from "./archive-format.ts";

/**
 * Gives the documents of a release the findings that were published with them, in the words of then: another version
 * may check more, and say it differently, but what a release says does not change.
 */
export async function restoreFindings(
  query: QueryRunner,
  municipalityId: number,
  { number, documents }: ArchivedRelease,
): Promise<void> {
  await query.query(
    `DELETE FROM finding WHERE municipality_id = $1 AND document_id IN
       (SELECT id FROM source_document WHERE municipality_id = $1 AND release_number = $2)`,
    [municipalityId, number],
  );
  for (const { sha256, findings } of documents)
    await query.query(
      `INSERT INTO finding (municipality_id, document_id, code, severity, sheet, line, "column", quote, message_ko, message_en)
       SELECT $1, document.id, code, severity, finding.sheet, finding.line, "column", quote, message_ko, message_en
       FROM source_document AS document, json_populate_recordset(NULL::finding, $4) AS finding
       WHERE document.municipality_id = $1 AND release_number = $2 AND sha256 = $3`,
      [municipalityId, number, sha256, JSON.stringify(findings)],
    );
}
