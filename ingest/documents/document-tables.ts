import type { DocumentCell, DocumentModel, DocumentRow, Paragraph } from "./document-model.ts";
import { sheetTable } from "./sheet-table.ts";
import type { MergedRange, Table, TableRow } from "./table.ts";

/** Formats of documents whose tables departments keep data in. */
const formats = ["DOCX", "HWP", "HWPX"] as const;
/** Lines above a table that belong to it: its title, its unit. */
const mostTitleLines = 10;

/**
 * The tables of a document, each with the paragraphs above it, as a form or a mapping reads them. Lines and columns are
 * those of the document as it is displayed. None for a format whose tables are not read so, such as PDF.
 */
export function documentTables(name: string, { format, blocks }: DocumentModel): Table[] {
  const tableFormat = formats.find((one) => one === format);
  if (!tableFormat) return [];
  let titles: TableRow[] = [];
  return blocks.flatMap((block) => {
    if (block.kind === "PARAGRAPH") {
      if (block.text.trim() !== "") titles.push({ line: block.line, cells: [block.text] });
      return [];
    }
    const rows = [...titles.slice(-mostTitleLines), ...block.rows.map(rowOf)];
    titles = [];
    if (block.rows.length === 0) return [];
    const merges = block.rows.flatMap(({ line, cells }) => cells.flatMap((cell) => mergeOf(line, cell)));
    return [sheetTable(name, tableFormat, { sheet: null, rows, merges })];
  });
}

function rowOf({ line, cells }: DocumentRow): TableRow {
  const texts: string[] = Array(Math.max(0, ...cells.map(({ column }) => column))).fill("");
  for (const { column, paragraphs } of cells) texts[column - 1] = paragraphs.map(textOf).join("\n");
  return { line, cells: texts };
}

const textOf = ({ text }: Paragraph): string => text;

/** The places that a cell covers, if it is more than one. */
function mergeOf(line: number, { column, rowSpan, columnSpan }: DocumentCell): MergedRange[] {
  if (rowSpan === 1 && columnSpan === 1) return [];
  return [
    {
      lines: { first: line, last: line + rowSpan - 1 },
      columns: { first: column, last: column + columnSpan - 1 },
    },
  ];
}
