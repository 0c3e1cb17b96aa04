import type { HubContext } from "../../core/context.ts";
import { firstOutOfRange, mostRows } from "../../sql/cursor.ts";
import { entity, integer, text } from "../../sql/entity.ts";
import type { ArgumentValues } from "../../sql/row-sql.ts";
import { linesOfText, type NumberedLine, rowsOfSheet } from "./text-lines.ts";

/** A line of a document. */
export const documentLine = entity(
  "DocumentLine",
  { ko: "문서의 한 줄, 통합문서에서는 한 행.", en: "One line of a document; a row in a workbook." },
  {
    number: integer("number", "줄 번호, 1부터.", "Line number, from 1."),
    text: text("text", "그 줄의 글자 그대로.", "The line, letter for letter."),
  },
);

interface Inputs {
  id: number;
  municipalityId: number;
  encoding: string;
  sheets: string[] | null;
}

/** Some lines of a document. Throws BAD_USER_INPUT for too many. */
export async function readLines(
  { id, municipalityId, encoding, sheets }: Inputs,
  { from, first, sheet }: ArgumentValues,
  { database }: HubContext,
): Promise<NumberedLine[]> {
  if (first < 0 || first > mostRows) throw firstOutOfRange(first);
  const [row] = await database.query<{ content: Buffer; sheet_rows: Buffer | null }[]>(
    "SELECT content, sheet_rows FROM source_document WHERE municipality_id = $1 AND id = $2",
    [municipalityId, id],
  );
  const lines = row!.sheet_rows
    ? rowsOfSheet(row!.sheet_rows, sheet ?? sheets![0]!)
    : linesOfText(row!.content, encoding);
  const start = lines.findIndex(({ number }) => number >= from);
  return start < 0 ? [] : lines.slice(start, start + first);
}
