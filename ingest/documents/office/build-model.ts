import { draftFinding } from "../../draft-finding.ts";
import { brokenCharacterIn } from "../broken-character.ts";
import type {
  DocumentBlock,
  DocumentFormat,
  DocumentModel,
  DocumentRow,
  Paragraph,
} from "../document-model.ts";
import { hideLiterals, literalMark, withoutMarks } from "../literal-mark.ts";
import { ReadingStopped } from "../table.ts";
import {
  type DraftCell,
  type DraftDocument,
  type DraftParagraph,
  type DraftTable,
  maxCells,
} from "./draft-document.ts";
import { damagedDocument, documentTooLarge } from "./unreadable-document.ts";

const maxTableColumns = 500;

/** Numbers the lines of a document and puts the cells of its tables in order. Throws ReadingStopped. */
export function buildModel(format: DocumentFormat, draft: DraftDocument): DocumentModel {
  const blocks: DocumentBlock[] = [];
  let line = 1;
  let cells = 0;
  let afterBlank = false;
  for (const block of draft.blocks) {
    if (block.kind === "PARAGRAPH") {
      const paragraph = finishParagraph(block, { line, column: null, afterBlank, format });
      afterBlank = paragraph === null;
      if (!paragraph) continue;
      line++;
      blocks.push(paragraph);
    } else {
      cells += block.cells.length;
      if (cells > maxCells) throw documentTooLarge();
      const rows = rowsOf(block).map((row) => finishRow(row, line++, format));
      if (rows.length > 0) blocks.push({ kind: "TABLE", rows });
      afterBlank = false;
    }
  }
  return { format, blocks, findings: draft.findings };
}

const finishRow = (cells: DraftCell[], line: number, format: DocumentFormat): DocumentRow => ({
  line,
  cells: cells.map(({ column, rowSpan, columnSpan, paragraphs }) => ({
    column,
    rowSpan,
    columnSpan,
    paragraphs: paragraphs.flatMap((paragraph, index) => {
      const before = paragraphs[index - 1];
      const afterBlank = before !== undefined && isBlank(before);
      return finishParagraph(paragraph, { line, column, afterBlank, format }) ?? [];
    }),
  })),
});

const unmarked = `(?<!${literalMark})`;
const wideSpace = new RegExp(`${unmarked}[\\u00a0\\u2007\\u202f\\u3000]`, "g");
const invisible = new RegExp(`${unmarked}[\\u00ad\\u200b\\ufeff]`, "g");
const tab = new RegExp(`${unmarked}\\t`, "g");

/** White space of any width, as a space. */
const spaced = ({ text }: DraftParagraph): string =>
  text.normalize("NFC").replace(wideSpace, " ").replace(invisible, "");

const isBlank = (paragraph: DraftParagraph): boolean => spaced(paragraph).trim() === "";

interface PlaceInDocument {
  afterBlank: boolean;
  format: DocumentFormat;
}

/** Null if it is blank. */
function finishParagraph(
  draft: DraftParagraph,
  { line, column, afterBlank, format }: Pick<Paragraph, "line" | "column"> & PlaceInDocument,
): Paragraph | null {
  if (isBlank(draft)) return null;
  const indented = spaced(draft);
  const printed = column === null ? indented.trim() : indented.trim().replace(tab, " ");
  const text = draft.hasMarks ? withoutMarks(printed) : printed;
  const broken = brokenCharacterIn(text);
  if (broken) throw new ReadingStopped(lostCharacter(line, text, broken));
  return {
    kind: "PARAGRAPH",
    text,
    line,
    column,
    page: draft.page ?? null,
    indent: (draft.indent ?? 0) + indented.length - indented.trimStart().length,
    isListItem: draft.isListItem ?? false,
    headingLevel: draft.headingLevel ?? null,
    ...(afterBlank && { afterBlank }),
    // The paragraphs of a PDF are a guess.
    ...(format !== "PDF" && !draft.isFurtherLine && { beginsParagraph: true }),
    ...(text !== printed && { isEscaped: true, masked: hideLiterals(printed) }),
  };
}

const lostCharacter = (line: number, text: string, broken: string) =>
  draftFinding(
    "ENCODING_INVALID",
    { line, quote: text.replace(/[\0\p{Surrogate}]/gu, "\uFFFD").slice(0, 200) },
    `${line}번째 줄에 글자가 아닌 ${broken}이 있습니다. 저장하기 전에 이미 깨진 글자이므로, 원본에서 그 글자를 고쳐 다시 올려 주십시오.`,
    `Line ${line} contains ${broken}, which stands for a lost character: it was lost before the file was saved. Correct it in the original and import it again.`,
  );

/** The cells of each row from left to right. A cell that lies over another one is a sign of damage. */
function rowsOf({ cells, rowCount }: DraftTable): DraftCell[][] {
  const extent = (rows: (cell: DraftCell) => number) =>
    cells.reduce((most, cell) => Math.max(most, rows(cell)), 0);
  const height = Math.max(
    rowCount ?? extent(({ row, rowSpan }) => row + rowSpan - 1),
    extent(({ row }) => row),
  );
  if (height > maxCells) throw documentTooLarge();
  const rows: DraftCell[][] = Array.from({ length: height }, () => []);
  const covered = new Set<number>();
  for (const cell of cells) {
    const rowSpan = Math.min(cell.rowSpan, height - cell.row + 1);
    if (!(cell.row >= 1 && cell.column >= 1 && rowSpan >= 1 && cell.columnSpan >= 1)) throw damagedDocument();
    if (cell.column + cell.columnSpan - 1 > maxTableColumns) throw documentTooLarge();
    for (let row = cell.row; row < cell.row + rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const place = row * (maxTableColumns + 1) + column;
        if (covered.has(place)) throw damagedDocument();
        covered.add(place);
        if (covered.size > maxCells) throw documentTooLarge();
      }
    }
    rows[cell.row - 1]!.push({ ...cell, rowSpan });
  }
  for (const row of rows) row.sort((one, other) => one.column - other.column);
  return rows;
}
