import type { HubContext } from "../../core/context.ts";
import { firstOutOfRange, mostRows } from "../../sql/cursor.ts";
import { entity, integer, nullable, sized, text, value } from "../../sql/entity.ts";
import type { ArgumentValues } from "../../sql/row-sql.ts";
import { runStatement } from "../../sql/run-statement.ts";
import { type DisplayedLine, type DocumentBlock, linesOfBlock, linesPerBlock } from "./document-blocks.ts";

const paragraphFields = {
  page: integer(
    "page",
    "PDF의 쪽, 1부터. 다른 형식이면 null.",
    "Page of a PDF, from 1; null in other formats.",
    nullable,
  ),
  indent: integer(
    "indent",
    "들여쓰기(반각 글자 수). 없으면 0.",
    "Indentation in half-width characters; 0 at the margin.",
  ),
  isListItem: value(
    () => Boolean,
    "is_list_item",
    "목록의 항목인가. 글머리표는 인쇄되지 않았을 수 있습니다.",
    "Whether it is an item of a list; its bullet need not be part of the text.",
  ),
};

/** A printed line in a cell of an office document. */
const documentParagraph = entity(
  "DocumentParagraph",
  { ko: "표의 칸 안에 인쇄된 한 줄.", en: "A printed line in a table cell." },
  { text: sized(text("text", "글자 그대로.", "The exact text."), { weight: 3 }), ...paragraphFields },
);

/** A cell of a table in an office document. */
const documentCell = entity(
  "DocumentCell",
  {
    ko: "표의 한 칸. 합친 칸은 왼쪽 위 자리에 한 번만 있습니다.",
    en: "A table cell; a merged one is given once, at its upper left place.",
  },
  {
    column: integer("column", "첫 열, 1부터.", "Its first column, from 1."),
    rowSpan: integer("row_span", "차지하는 행의 수.", "Number of rows that it covers."),
    columnSpan: integer("column_span", "차지하는 열의 수.", "Number of columns that it covers."),
    paragraphs: sized(
      value(
        () => [documentParagraph.type],
        "paragraphs",
        "칸의 줄들. 빈칸이면 빈 목록.",
        "Its printed lines; empty for a blank cell.",
      ),
      { elements: 2 },
    ),
  },
);

/** A line of a document. */
export const documentLine = entity(
  "DocumentLine",
  {
    ko: "문서의 한 줄, 통합문서에서는 한 행. HTML·워드·한글·PDF 문서에서는 표 밖의 문단 하나 또는 표의 행 하나입니다.",
    en: "One line of a document; a row in a workbook. In HTML, DOCX, HWP, HWPX and PDF a paragraph outside of tables, or a table row.",
  },
  {
    number: integer("number", "줄 번호, 1부터.", "Line number, from 1."),
    text: sized(
      text(
        "text",
        "그 줄의 글자 그대로. 표의 행이면 열마다 탭으로 나뉘고, 칸 안의 줄은 줄바꿈으로 나뉩니다.",
        "The exact text of the line. In a table row a tab separates the columns, and a line break the lines in a cell.",
      ),
      { weight: 5 },
    ),
    ...paragraphFields,
    headingLevel: integer(
      "heading_level",
      "제목의 수준, 1부터. 제목이 아니면 null.",
      "Level of a heading, from 1; null if it is none.",
      nullable,
    ),
    table: integer(
      "table_number",
      "행이 속한 표의 번호, 1부터. 문단이면 null.",
      "Number of the table that the row belongs to, from 1; null for a paragraph.",
      nullable,
    ),
    cells: sized(
      value(
        () => [documentCell.type],
        "cells",
        "그 행에서 시작하는 칸들. 문단이면 null.",
        "The cells that begin in the row; null for a paragraph.",
        nullable,
      ),
      { elements: 6 },
    ),
  },
);

/** What a line of a text or of a sheet has besides its text. */
const plainLine = { page: null, indent: 0, isListItem: false, headingLevel: null, table: null, cells: null };

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
): Promise<DisplayedLine[]> {
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
    .slice(0, first)
    .map((line) => ({ ...plainLine, ...line }));
}
