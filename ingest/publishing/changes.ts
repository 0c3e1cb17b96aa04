import type { Publication } from "./publication.ts";

/** A published value that this release changes or ends. `citation` is the cell in the later file. */
export interface ChangeDraft {
  /** Its subject in the API. */
  subject: string;
  key: string;
  measure: string;
  before: number | null;
  after: number | null;
  beforeText: string | null;
  afterText: string | null;
  documentId: number;
  sheet: string | null;
  line: number;
  column: number | null;
  quote: string;
}

/** Records changes in order. */
export async function insertChanges(
  { query, release, municipalityId }: Publication,
  changes: ChangeDraft[],
): Promise<void> {
  const rows = changes.map((change) => ({
    ...{ subject: change.subject, key: change.key, measure: change.measure },
    ...{
      before: change.before,
      after: change.after,
      before_text: change.beforeText,
      after_text: change.afterText,
    },
    ...{
      document_id: change.documentId,
      sheet: change.sheet,
      line: change.line,
      column: change.column,
      quote: change.quote,
    },
  }));
  await query.query(
    `INSERT INTO change (release_number, municipality_id, subject, key, measure, before, after,
       before_text, after_text, document_id, sheet, line, "column", quote)
     SELECT $1, $2, subject, key, measure, before, after, before_text, after_text, document_id, sheet, line, "column", quote
     FROM json_populate_recordset(NULL::change, $3)`,
    [release, municipalityId, JSON.stringify(rows)],
  );
}
