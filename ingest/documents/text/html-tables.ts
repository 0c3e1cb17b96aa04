import { Parser } from "htmlparser2";
import type { DocumentCell, DocumentTable } from "../document-model.ts";
import { type Piece, paragraphsOf } from "./cell-paragraphs.ts";
import type { Line } from "./text-lines.ts";

/** An HTML table within a text: its rows, the pieces of its cells, and the index of the line behind it. */
export interface HtmlTable {
  table: DocumentTable;
  cells: Piece[][];
  end: number;
}

interface OpenCell {
  from: number;
  rowSpan: number;
  columnSpan: number;
}

const opens = /<table(?=[\s>])/i;
/** Longer tables are not looked for. */
const maxLines = 20_000;

/** Whether an HTML table begins on a line. */
export const beginsHtmlTable = ({ text }: Line): boolean => opens.test(text) && /^\s*</.test(text);

/** Reads the HTML table that begins on a line; undefined if it is never closed or nothing follows its rules. */
export function readHtmlTable(lines: Line[], from: number, isMarkdown: boolean): HtmlTable | undefined {
  const end = endOf(lines, from);
  if (end === undefined) return undefined;
  const own = lines.slice(from, end);
  const source = own.map(({ text }) => text).join("\n");
  const rows: { at: number; cells: (OpenCell & { to: number })[] }[] = [];
  let cell: OpenCell | null = null;
  let depth = 0;
  const closeCell = (to: number) => {
    if (cell) rows.at(-1)?.cells.push({ ...cell, to });
    cell = null;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "table") depth += 1;
      if (depth !== 1) return;
      if (name === "tr") rows.push({ at: parser.startIndex, cells: [] });
      if (name !== "td" && name !== "th") return;
      if (rows.length === 0) rows.push({ at: parser.startIndex, cells: [] });
      cell = {
        from: parser.endIndex + 1,
        rowSpan: spanOf(attributes.rowspan),
        columnSpan: spanOf(attributes.colspan),
      };
    },
    onclosetag(name) {
      if (depth === 1 && (name === "td" || name === "th")) closeCell(parser.startIndex);
      if (name === "table") depth -= 1;
    },
  });
  parser.end(source);
  const pieces: Piece[][] = [];
  const placed = placeCells(rows.map((row) => row.cells));
  const table: DocumentTable = {
    kind: "TABLE",
    rows: rows.map((row, index) => ({
      line: lineAt(own, source, row.at),
      cells: placed[index]!.map(({ column, rowSpan, columnSpan, from, to }): DocumentCell => {
        const lines = piecesOf(own, source, from, to, column);
        pieces.push(lines);
        return { column, rowSpan, columnSpan, paragraphs: paragraphsOf(lines, { inCell: true, isMarkdown }) };
      }),
    })),
  };
  return table.rows.length > 0 ? { table, cells: pieces, end } : undefined;
}

function endOf(lines: Line[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(lines.length, from + maxLines); at += 1) {
    for (const [tag] of lines[at]!.text.matchAll(/<\/?table(?=[\s>])/gi))
      depth += tag.startsWith("</") ? -1 : 1;
    if (depth <= 0) return at + 1;
  }
  return undefined;
}

const spanOf = (attribute: string | undefined): number =>
  Math.min(Math.max(Number.parseInt(attribute ?? "1", 10) || 1, 1), 1_000);

/** Adds the column of each cell in the grid, where cells merged from above take their places. */
function placeCells<Cell extends OpenCell>(rows: Cell[][]): (Cell & { column: number })[][] {
  const taken: number[] = [];
  return rows.map((cells) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const place = { ...cell, column: column + 1 };
      for (let covered = 0; covered < cell.columnSpan; covered += 1) taken[column + covered] = cell.rowSpan;
      column += cell.columnSpan;
      return place;
    });
    for (const index of taken.keys()) taken[index] = Math.max(0, (taken[index] ?? 0) - 1);
    return placed;
  });
}

const lineAt = (lines: Line[], source: string, at: number): number =>
  lines[0]!.number + (source.slice(0, at).match(/\n/g)?.length ?? 0);

function piecesOf(lines: Line[], source: string, from: number, to: number, column: number): Piece[] {
  const first = lineAt(lines, source, from);
  return source
    .slice(from, to)
    .split("\n")
    .map((raw, index) => ({ line: first + index, column, raw }));
}
