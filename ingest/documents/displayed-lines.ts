import type {
  DisplayedCell,
  DisplayedLine,
  DisplayedParagraph,
} from "../../schema/subjects/release/document-blocks.ts";
import type { DocumentModel, DocumentRow, Paragraph } from "./document-model.ts";

/** The lines of an office document as the hub stores and displays them. */
export function displayedLines({ blocks }: DocumentModel): DisplayedLine[] {
  let table = 0;
  return blocks.flatMap((block) => {
    if (block.kind === "PARAGRAPH") return [paragraphLine(block)];
    table++;
    return block.rows.map((row) => rowLine(row, table));
  });
}

const displayed = ({ text, page, indent, isListItem }: Paragraph): DisplayedParagraph => ({
  text,
  page,
  indent,
  isListItem,
});

const paragraphLine = (paragraph: Paragraph): DisplayedLine => ({
  ...displayed(paragraph),
  number: paragraph.line,
  headingLevel: paragraph.headingLevel,
  table: null,
  cells: null,
});

function rowLine({ line, cells }: DocumentRow, table: number): DisplayedLine {
  const shown = cells.map(
    ({ column, rowSpan, columnSpan, paragraphs }): DisplayedCell => ({
      column,
      rowSpan,
      columnSpan,
      paragraphs: paragraphs.map(displayed),
    }),
  );
  const pages = shown.flatMap(({ paragraphs }) => paragraphs.flatMap(({ page }) => page ?? []));
  return {
    number: line,
    text: rowText(shown),
    page: pages.length > 0 ? Math.min(...pages) : null,
    indent: 0,
    isListItem: false,
    headingLevel: null,
    table,
    cells: shown,
  };
}

/** A tab before each column but the first, so that a citation's column counts the tabs; a line break within cells. */
function rowText(cells: DisplayedCell[]): string {
  let text = "";
  let column = 1;
  for (const cell of cells) {
    text += "\t".repeat(cell.column - column) + cell.paragraphs.map((one) => one.text).join("\n");
    column = cell.column;
  }
  return text;
}
