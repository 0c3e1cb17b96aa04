import type { HubContext } from "../../core/context.ts";
import { firstOutOfRange, mostRows } from "../../sql/cursor.ts";
import { entity, integer, text } from "../../sql/entity.ts";
import type { ArgumentValues } from "../../sql/row-sql.ts";
import { runStatement } from "../../sql/run-statement.ts";
import { type DocumentBlock, linesOfBlock, linesPerBlock, type NumberedLine } from "./document-blocks.ts";

/** A line of a document. */
export const documentLine = entity(
  "DocumentLine",
  { ko: "문서의 한 줄, 통합문서에서는 한 행.", en: "One line of a document; a row in a workbook." },
  {
    number: integer("number", "줄 번호, 1부터.", "Line number, from 1."),
    text: text("text", "그 줄의 글자 그대로.", "The exact text of the line."),
  },
);

interface Inputs {
  id: number;
  municipalityId: number;
  encoding: string;
  sheets: string[] | null;
}

/** Some lines of a document, from the blocks that contain them. Throws BAD_USER_INPUT for too many. */
export async function readLines(
  { id, municipalityId, encoding, sheets }: Inputs,
  { from, first, sheet }: ArgumentValues,
  { database, signal }: HubContext,
): Promise<NumberedLine[]> {
  if (first < 0 || first > mostRows) throw firstOutOfRange(first);
  if (first === 0) return [];
  const sheetNumber = sheet == null || !sheets ? 0 : sheets.indexOf(sheet);
  // One block more than the lines fill: the first line need not be the first of its block.
  const statement = {
    text: `SELECT first_line AS "firstLine", content FROM source_document_block
      WHERE municipality_id = $1 AND document_id = $2 AND sheet = $3 AND last_line >= $4
      ORDER BY last_line LIMIT $5`,
    values: [municipalityId, id, sheetNumber, from, Math.ceil(first / linesPerBlock) + 1],
  };
  const blocks = (await runStatement(database, statement, { signal })) as unknown as DocumentBlock[];
  const lines = await Promise.all(blocks.map((block) => linesOfBlock(block, encoding)));
  return lines
    .flat()
    .filter(({ number }) => number >= from)
    .slice(0, first);
}
