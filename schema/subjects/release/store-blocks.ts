import type { QueryRunner } from "typeorm";
import type { DocumentBlock } from "./document-blocks.ts";

/** Blocks sent in one statement: some megabytes. */
const perStatement = 100;

/** Stores the blocks of a document whose row exists. */
export async function storeBlocks(
  query: QueryRunner,
  { municipalityId, documentId }: { municipalityId: number; documentId: number },
  blocks: readonly DocumentBlock[],
): Promise<void> {
  for (let start = 0; start < blocks.length; start += perStatement) {
    const part = blocks.slice(start, start + perStatement);
    await query.query(
      `INSERT INTO source_document_block (municipality_id, document_id, sheet, first_line, last_line, content)
       SELECT $1, $2, * FROM unnest($3::integer[], $4::integer[], $5::integer[], $6::bytea[])`,
      [
        ...[municipalityId, documentId, part.map(({ sheet }) => sheet)],
        ...[part.map(({ firstLine }) => firstLine), part.map(({ lastLine }) => lastLine)],
        part.map(({ content }) => content),
      ],
    );
  }
}
