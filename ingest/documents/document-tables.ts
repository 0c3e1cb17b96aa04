import type { FindingDraft } from "../draft-finding.ts";
import type { DocumentModel, DocumentTable, Paragraph } from "./document-model.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { type SheetContent, sheetTable } from "./sheet-table.ts";
import { type MergedRange, ReadingStopped, type Table } from "./table.ts";

/** Formats of documents whose tables departments keep data in. */
const formats = ["DOCX", "HWP", "HWPX"] as const;

/** How many paragraphs before a table belong to it, as its title and unit. */
const mostTitleLines = 10;

/**
 * The tables of an office document, each with the paragraphs before it, or the finding that rejects it for being larger
 * than a spreadsheet can be. Lines are those of the document. None in a format whose tables are not read, such as PDF.
 */
export function documentTables(name: string, model: DocumentModel): Table[] | { finding: FindingDraft } {
  const format = formats.find((one) => one === model.format);
  if (!format) return [];
  try {
    return contentsOf(model).map((content) => sheetTable(name, format, content));
  } catch (error) {
    if (error instanceof ReadingStopped) return { finding: error.finding };
    throw error;
  }
}

function contentsOf(model: DocumentModel): SheetContent[] {
  const contents: SheetContent[] = [];
  let titles: Paragraph[] = [];
  for (const block of model.blocks) {
    if (block.kind === "PARAGRAPH") {
      titles.push(block);
      continue;
    }
    const content = contentOf(titles.slice(-mostTitleLines), block);
    if (content) contents.push(content);
    titles = [];
  }
  return contents;
}

function contentOf(titles: Paragraph[], { rows }: DocumentTable): SheetContent | undefined {
  const builder = new SheetBuilder();
  const merges: MergedRange[] = [];
  for (const { line, text } of titles) {
    builder.openRow(line);
    builder.place(1, text);
  }
  for (const [index, { line, cells }] of rows.entries()) {
    builder.openRow(line);
    for (const { column, rowSpan, columnSpan, paragraphs } of cells) {
      builder.place(column, paragraphs.map(({ text }) => text).join("\n"));
      if (rowSpan * columnSpan === 1) continue;
      const lastRow = rows[Math.min(index + rowSpan, rows.length) - 1]!;
      merges.push({
        lines: { first: line, last: lastRow.line },
        columns: { first: column, last: column + columnSpan - 1 },
      });
    }
  }
  return builder.isEmpty ? undefined : { sheet: null, rows: builder.rows, merges };
}
