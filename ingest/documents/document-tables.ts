import type { DocumentModel, DocumentTable, Paragraph } from "./document-model.ts";
import { SheetBuilder } from "./sheet-builder.ts";
import { type SheetContent, sheetTable } from "./sheet-table.ts";
import type { MergedRange, Table, TableFormat } from "./table.ts";

/** How many paragraphs before a table belong to it, as its title and unit. */
const mostTitleLines = 10;

/**
 * The tables of an office document, each with the paragraphs before it. Lines are those of the document. Throws
 * ReadingStopped beyond the limits of a spreadsheet.
 */
export function documentTables(name: string, format: TableFormat, model: DocumentModel): Table[] {
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
  return contents.map((content) => sheetTable(name, format, content));
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
