import type { MigrationInterface, QueryRunner } from "typeorm";
import { decompress } from "../subjects/release/compression.ts";
import { blocksOfSheets, blocksOfText } from "../subjects/release/document-blocks.ts";
import { storeBlocks } from "../subjects/release/store-blocks.ts";

interface StoredDocument {
  municipality_id: number;
  id: number;
  content: Buffer;
  sheets: string[] | null;
  sheet_rows: Buffer | null;
}

/** Stores documents in blocks of lines beside their bytes, so that showing some lines reads and decompresses only those. */
export class DocumentsInBlocks1764300000009 implements MigrationInterface {
  name = "DocumentsInBlocks1764300000009";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("SET LOCAL statement_timeout = 0");
    await queryRunner.query(`
      CREATE TABLE source_document_block (
        municipality_id integer NOT NULL,
        document_id integer NOT NULL,
        sheet integer NOT NULL,
        first_line integer NOT NULL,
        last_line integer NOT NULL,
        content bytea NOT NULL,
        -- By the last line: the block of a line is the first one that does not end before it.
        PRIMARY KEY (municipality_id, document_id, sheet, last_line),
        FOREIGN KEY (municipality_id, document_id) REFERENCES source_document (municipality_id, id)
      );
      -- It comes compressed.
      ALTER TABLE source_document_block ALTER content SET STORAGE EXTERNAL;
    `);
    // Now, while nobody is served, rather than at the first reading: one way to read is enough for ever.
    const documents: { municipality_id: number; id: number }[] = await queryRunner.query(
      "SELECT municipality_id, id FROM source_document ORDER BY id",
    );
    for (const { municipality_id, id } of documents) await storeInBlocks(queryRunner, municipality_id, id);
    await queryRunner.query("ALTER TABLE source_document DROP sheet_rows");
  }

  async down(): Promise<void> {
    throw new Error("0009 is not reversible: restore a backup of before.");
  }
}

async function storeInBlocks(query: QueryRunner, municipalityId: number, documentId: number): Promise<void> {
  const [document]: StoredDocument[] = await query.query(
    "SELECT content, sheets, sheet_rows FROM source_document WHERE municipality_id = $1 AND id = $2",
    [municipalityId, documentId],
  );
  const { content, sheets, sheet_rows } = document!;
  const blocks = sheet_rows
    ? await blocksOfSheets(rowsBySheet(sheets ?? [], await decompress(sheet_rows)))
    : await blocksOfText(await decompress(content));
  await storeBlocks(query, { municipalityId, documentId }, blocks);
}

function rowsBySheet(sheets: string[], json: Buffer): [number, string][][] {
  const rows: Record<string, [number, string][]> = JSON.parse(json.toString());
  return sheets.map((sheet) => rows[sheet] ?? []);
}
