import { Parser } from "htmlparser2";
import { type SheetContent, sheetTable } from "../sheet-table.ts";
import { maxColumns, type Table, type TableFormat } from "../table.ts";
import { htmlCell } from "./html-cell.ts";
import { HtmlGrid } from "./html-grid.ts";
import { HtmlText } from "./html-text.ts";

type Attributes = Record<string, string>;

/** How many lines of text before a table belong to it, as its title and unit. */
const mostTitleLines = 10;
const mostRowSpan = 65_534;

/** A table while it is read. */
interface OpenTable {
  grid: HtmlGrid;
  isRowOpen: boolean;
  caption: HtmlText | undefined;
  cell: { attributes: Attributes; text: HtmlText } | undefined;
}

/** Collects the tables of an HTML text, and the text before each. */
class TableCollector {
  readonly done: SheetContent[] = [];
  readonly #open: OpenTable[] = [];
  readonly #outside = new HtmlText();
  #titles: [line: number, text: string][] = [];
  #line = 0;

  openTag(tag: string, attributes: Attributes): void {
    const table = this.#open.at(-1);
    if (tag === "table") this.#openTable();
    else if (!table) this.#outside.open(tag);
    else if (tag === "tr") this.#openRow(table, isHidden(attributes));
    else if (tag === "caption") table.caption = new HtmlText();
    else if (tag === "col") table.grid.addColumns(spanOf(attributes.span, maxColumns), isHidden(attributes));
    else if (tag === "td" || tag === "th") {
      closeCell(table);
      if (!table.isRowOpen) this.#openRow(table, false);
      table.cell = { attributes, text: new HtmlText() };
    } else (table.cell?.text ?? table.caption)?.open(tag);
  }

  text(text: string): void {
    const table = this.#open.at(-1);
    if (table) (table.cell?.text ?? table.caption)?.text(text);
    else this.#outside.text(text);
  }

  closeTag(tag: string): void {
    const table = this.#open.at(-1);
    if (tag === "table") this.#closeTable();
    else if (!table) this.#outside.close(tag);
    else if (tag === "td" || tag === "th") closeCell(table);
    else if (tag === "tr") {
      closeCell(table);
      table.isRowOpen = false;
    } else if (tag === "caption") this.#closeCaption(table);
    else (table.cell?.text ?? table.caption)?.close(tag);
  }

  /** Ends all tables that the text leaves open. */
  end(): void {
    while (this.#open.length > 0) this.#closeTable();
  }

  #openTable(): void {
    const lines = this.#outside.take().split("\n");
    for (const text of lines) if (text.trim() !== "") this.#titles.push([++this.#line, text.trim()]);
    const grid = new HtmlGrid();
    for (const [line, text] of this.#titles.slice(-mostTitleLines)) grid.addText(line, text);
    this.#titles = [];
    this.#open.push({ grid, isRowOpen: false, caption: undefined, cell: undefined });
  }

  #openRow(table: OpenTable, isHiddenRow: boolean): void {
    closeCell(table);
    table.grid.openRow(++this.#line, isHiddenRow);
    table.isRowOpen = true;
  }

  #closeCaption(table: OpenTable): void {
    const text = table.caption?.take();
    if (text) table.grid.addText(++this.#line, text);
    table.caption = undefined;
  }

  #closeTable(): void {
    const table = this.#open.pop();
    if (!table) return;
    closeCell(table);
    const content = table.grid.content();
    if (content) this.done.push(content);
  }
}

function closeCell(table: OpenTable): void {
  if (!table.cell) return;
  const { attributes, text } = table.cell;
  const [width, height] = [spanOf(attributes.colspan, maxColumns), spanOf(attributes.rowspan, mostRowSpan)];
  table.grid.addCell(htmlCell(attributes, text.take()), width, height);
  table.cell = undefined;
}

/**
 * The tables of an HTML text, each with the lines of text before it. Lines count through the file: each line of text
 * outside of tables and each row of a table is one. A table inside a cell is a table of its own.
 */
export function htmlTables(name: string, format: TableFormat, html: string): Table[] {
  const collector = new TableCollector();
  const parser = new Parser({
    onopentag: (tag, attributes) => collector.openTag(tag, attributes),
    ontext: (text) => collector.text(text),
    onclosetag: (tag) => collector.closeTag(tag),
  });
  parser.write(html);
  parser.end();
  collector.end();
  return collector.done.map((content) => sheetTable(name, format, content));
}

/** A span of rows or columns; 1 if it is none. */
function spanOf(attribute: string | undefined, most: number): number {
  const span = Number(attribute ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

const isHidden = ({ style = "", hidden }: Attributes): boolean =>
  hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*(hidden|collapse)/i.test(style);
