import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { findingSeverity } from "../../schema/release/finding-code.ts";
import type { ReadFile } from "../reading/read-file.ts";
import type { FindingDraft } from "../reading/report/report-draft.ts";
import type { Publication } from "./publication.ts";

/** Records a file as a document of the release; its bytes follow with `completeDocument`. Gives its id. */
export async function insertDocument(
  { query, release, municipalityId }: Publication,
  file: ReadFile,
): Promise<number> {
  const [row] = await query.query(
    `INSERT INTO source_document (release_number, municipality_id, name, sha256, encoding, byte_count, line_count, content)
     VALUES ($1, $2, $3, $4, $5, $6, 0, '') RETURNING id`,
    [release, municipalityId, file.name, file.sha256, file.encoding, file.bytes.byteLength],
  );
  return row.id;
}

/** Adds what is known of a document once all of it was read: its bytes, compressed, and what was found in it. */
export async function completeDocument(
  { query }: Publication,
  id: number,
  file: ReadFile,
  findings: FindingDraft[],
): Promise<void> {
  await query.query("UPDATE source_document SET line_count = $2, content = $3 WHERE id = $1", [
    id,
    file.lineCount(),
    await promisify(gzip)(file.bytes),
  ]);
  const rows = findings.map(({ code, sheet, line, column, quote, message }) => ({
    ...{ document_id: id, code, severity: findingSeverity[code], sheet: sheet ?? null, line, column, quote },
    ...{ message_ko: message.ko, message_en: message.en },
  }));
  await query.query(
    `INSERT INTO finding (document_id, code, severity, sheet, line, "column", quote, message_ko, message_en)
     SELECT document_id, code, severity, sheet, line, "column", quote, message_ko, message_en
     FROM json_populate_recordset(NULL::finding, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Forgets a document that turned out to say nothing new. */
export async function dropDocument({ query }: Publication, id: number): Promise<void> {
  await query.query("DELETE FROM source_document WHERE id = $1", [id]);
}
