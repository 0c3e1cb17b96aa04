import { type Box, contains, type Glyph, type PageContent } from "./geometry.ts";
import { type RuledTable, ruledTables } from "./ruled-tables.ts";
import { linesOf, type TextLine } from "./text-lines.ts";

/** What a page shows, from the top: lines of text, and tables. */
export type PageItem = TextLine | PdfTable;

/** A table with the lines in its cells; rows and columns count from 0. */
export interface PdfTable {
  columns: number[];
  rowCount: number;
  cells: PdfCell[];
}

export interface PdfCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  lines: TextLine[];
  left: number;
  right: number;
}

export const isTable = (item: PageItem): item is PdfTable => "cells" in item;

/** Lines and tables of a page in the order in which they are read. */
export function itemsOf(content: PageContent, page: number): PageItem[] {
  const tables = ruledTables(content);
  const letters = new Map<Box, Glyph[]>(tables.flatMap(({ cells }) => cells.map(({ box }) => [box, []])));
  const outside = content.glyphs.filter((glyph) => {
    const [x, y] = [(glyph.x0 + glyph.x1) / 2, glyph.y - glyph.size * 0.3];
    const table = tables.find(({ box }) => contains(box, x, y));
    const cell = table?.cells.find(({ box }) => contains(box, x, y));
    if (!cell) return true;
    letters.get(cell.box)!.push(glyph);
    return false;
  });
  const items: { top: number; item: PageItem }[] = [
    ...linesOf(outside, page).map((line) => ({ top: line.y, item: line })),
    ...tables.map((table) => ({ top: table.box.y0, item: withLines(table, letters, page) })),
  ];
  return items.sort((one, other) => one.top - other.top).map(({ item }) => item);
}

function withLines(table: RuledTable, letters: ReadonlyMap<Box, Glyph[]>, page: number): PdfTable {
  const cells = table.cells.map(({ box, ...cell }): PdfCell => {
    const lines = linesOf(letters.get(box)!, page);
    return { ...cell, lines, ...edges(lines, box) };
  });
  return { columns: table.columns, rowCount: table.rowCount, cells };
}

/** Where the lines of a cell begin and end at most: its padding is alike at both sides, and lines reach it nearly. */
function edges(lines: TextLine[], { x0: from, x1: to }: Box): { left: number; right: number } {
  const padding = Math.max(0, Math.min(...lines.map(({ x0 }) => x0 - from), (to - from) / 4, 6));
  const widest = Math.max(...lines.map(({ x1 }) => x1));
  const size = Math.max(...lines.map((line) => line.size));
  return { left: from + padding, right: to - padding - widest < size * 2 ? widest : to - padding };
}
