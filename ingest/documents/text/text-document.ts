import type { FindingDraft } from "../../draft-finding.ts";
import type { DocumentBlock, DocumentModel, DocumentTable, Paragraph } from "../document-model.ts";
import { closeBold } from "./bold-over-lines.ts";
import { brokenEntities } from "./broken-entities.ts";
import { brokenMarkup, type MarkupScope } from "./broken-markup.ts";
import { type Piece, paragraphsOf } from "./cell-paragraphs.ts";
import { gatherRows, type TextRow } from "./gather-rows.ts";
import { beginsHtmlTable, readHtmlTable } from "./html-tables.ts";
import { isMarkdown, markdownHeading } from "./markdown.ts";
import { type SplitLine, splitLines } from "./split-cells.ts";
import { eachLine } from "./text-lines.ts";

/**
 * A text as a document: plain text or Markdown, with cells parted by tabs, pipes, blanks or commas, with HTML tables,
 * or with what is left of HTML in it. Positions are lines and the cells on them.
 */
export function textDocument(text: string): DocumentModel {
  const lines = [...eachLine(text)];
  const document = new TextDocument(splitLines(lines), isMarkdown(lines));
  return {
    format: document.isMarkdown ? "MARKDOWN" : "TEXT",
    blocks: document.blocks,
    findings: [...brokenMarkup(document.scopes), ...brokenEntities(lines), ...document.findings],
  };
}

/** After as many tables that are never closed, tags of tables are only stray tags: each look ahead reads far. */
const maxUnclosed = 20;

class TextDocument {
  readonly blocks: DocumentBlock[] = [];
  readonly scopes: MarkupScope[] = [];
  readonly findings: FindingDraft[] = [];
  readonly isMarkdown: boolean;
  readonly #lines: SplitLine[];
  #unclosedTables = 0;
  /** Consecutive lines outside of tables. */
  #pieces: Piece[] = [];

  constructor(lines: SplitLine[], isMarkdown: boolean) {
    this.isMarkdown = isMarkdown;
    this.#lines = lines;
    for (let at = 0; at < lines.length; ) at = this.#readFrom(at);
    this.#endParagraphs();
  }

  /** Reads a line or a table, and returns the index behind it. */
  #readFrom(at: number): number {
    const line = this.#lines[at]!;
    const isHtml = this.#unclosedTables < maxUnclosed && beginsHtmlTable(line);
    const html = isHtml ? readHtmlTable(this.#lines, at, this.isMarkdown) : undefined;
    if (isHtml && !html) this.#unclosedTables += 1;
    if (html) {
      this.#addTable(html.table, html.cells);
      return html.end;
    }
    if (line.cells) {
      const { rows, end } = gatherRows(this.#lines, at);
      if (rows.length > 0)
        this.#addTable(
          this.#tableOf(rows),
          rows.flatMap(({ cells }) => cells),
        );
      return end;
    }
    this.#pieces.push({ line: line.number, column: null, raw: line.text });
    return at + 1;
  }

  #addTable(table: DocumentTable, cells: Piece[][]): void {
    this.#endParagraphs();
    this.blocks.push(table);
    for (const pieces of cells) this.scopes.push({ pieces, isCell: true });
  }

  #tableOf(rows: TextRow[]): DocumentTable {
    return {
      kind: "TABLE",
      rows: rows.map(({ line, cells }) => ({
        line,
        cells: cells.map((pieces, index) => ({
          ...{ column: index + 1, rowSpan: 1, columnSpan: 1 },
          paragraphs: paragraphsOf(pieces, { inCell: true, isMarkdown: this.isMarkdown }),
        })),
      })),
    };
  }

  #endParagraphs(): void {
    if (this.#pieces.length === 0) return;
    const paragraphs = paragraphsOf(this.#pieces, { inCell: false, isMarkdown: this.isMarkdown });
    for (const finding of closeBold(paragraphs)) this.findings.push(finding);
    for (const paragraph of paragraphs)
      this.blocks.push(this.isMarkdown ? withHeading(paragraph) : paragraph);
    this.scopes.push({ pieces: this.#pieces, isCell: false });
    this.#pieces = [];
  }
}

function withHeading(paragraph: Paragraph): Paragraph {
  const heading = markdownHeading(paragraph.text);
  if (!heading) return paragraph;
  const { level, words } = heading;
  return { ...paragraph, text: words, raw: paragraph.raw ?? paragraph.text, headingLevel: level };
}
