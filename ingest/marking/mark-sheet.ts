import { columnName, columnOf, rangeOf } from "../documents/workbook/cell-references.ts";
import { type CellMark, graver, type MarkedCell } from "./cell-mark.ts";
import { applyEdits, prefixOf, type ScannedTag, scanXml, withAttribute, type XmlEdit } from "./edit-xml.ts";
import type { StyleSheet } from "./style-sheet.ts";

interface SheetCell {
  column: number;
  tag: ScannedTag;
  hasContent: boolean;
}

interface SheetRow {
  line: number;
  tag: ScannedTag;
  cells: SheetCell[];
}

/** A sheet with the fills of its marked cells, and these cells. */
export interface MarkedSheet {
  xml: string;
  cells: MarkedCell[];
  /** Where each of the marks is, in their order. */
  addresses: string[];
}

/** A mark with its number. */
interface NumberedMark extends CellMark {
  number: number;
}

/** Fills the marked cells of a sheet; all else in it stays as it is. `wasMarked`: removes the fills of an earlier marking. */
export function markSheet(
  xml: string,
  marks: readonly CellMark[],
  styles: StyleSheet,
  wasMarked: boolean,
): MarkedSheet {
  return new SheetMarker(xml, marks, styles, wasMarked).mark();
}

class SheetMarker {
  readonly #xml: string;
  readonly #styles: StyleSheet;
  readonly #wasMarked: boolean;
  readonly #prefix: string;
  /** Marks by row, in the order of the rows. */
  readonly #pending: [line: number, marks: NumberedMark[]][];
  readonly #addresses: string[] = [];
  readonly #cells: MarkedCell[] = [];
  readonly #edits: XmlEdit[] = [];
  readonly #columnStyles: { first: number; last: number; style: number }[] = [];

  constructor(xml: string, marks: readonly CellMark[], styles: StyleSheet, wasMarked: boolean) {
    this.#xml = xml;
    this.#styles = styles;
    this.#wasMarked = wasMarked;
    this.#prefix = prefixOf(xml);
    const byLine = new Map<number, NumberedMark[]>();
    for (const [number, mark] of atMergeOrigins(xml, marks).entries()) {
      const ofLine = byLine.get(mark.line) ?? [];
      ofLine.push({ ...mark, number });
      byLine.set(mark.line, ofLine);
    }
    this.#pending = [...byLine].sort(([one], [other]) => one - other);
  }

  mark(): MarkedSheet {
    let line = 0;
    let row: SheetRow | undefined;
    let data: ScannedTag | undefined;
    scanXml(this.#xml, {
      open: (tag) => {
        if (tag.name === "sheetData") data = tag;
        else if (tag.name === "col") this.#addColumnStyle(tag.attributes);
        else if (tag.name === "row" && data) {
          // As in reading: a row without a number, or with one that is not greater, is the next one.
          const stated = Number(tag.attributes.r);
          line = Number.isInteger(stated) && stated > line ? stated : line + 1;
          row = { line, tag, cells: [] };
          this.#insertRowsBefore(line, tag.start);
        } else if (tag.name === "c" && row) {
          const column = columnOf(tag.attributes.r ?? "") || (row.cells.at(-1)?.column ?? 0) + 1;
          row.cells.push({ column, tag, hasContent: !tag.isSelfClosing });
        }
      },
      close: (name, start, end) => {
        if (name === "row" && row) {
          this.#closeRow(row, start);
          row = undefined;
        }
        if (name !== "sheetData" || !data) return;
        if (data.isSelfClosing) {
          const rows = this.#newRows(Number.POSITIVE_INFINITY);
          const text = `<${this.#prefix}sheetData>${rows}</${this.#prefix}sheetData>`;
          if (rows) this.#edits.push({ start: data.start, end, text });
        } else this.#insertRowsBefore(Number.POSITIVE_INFINITY, start);
        data = undefined;
      },
    });
    return { xml: applyEdits(this.#xml, this.#edits), cells: this.#cells, addresses: this.#addresses };
  }

  #addColumnStyle({ min, max, style }: Record<string, string>): void {
    if (style !== undefined)
      this.#columnStyles.push({ first: Number(min), last: Number(max), style: Number(style) });
  }

  /** Marks in a row that the sheet has; `end` is where its closing tag begins. */
  #closeRow({ line, tag, cells }: SheetRow, end: number): void {
    const marks = this.#pending[0]?.[0] === line ? this.#pending.shift()![1] : [];
    const filled = cells.find(({ hasContent }) => hasContent)?.column ?? 1;
    const marked = this.#collect(line, marks, filled);
    for (const cell of cells) {
      const mark = marked.get(cell.column);
      marked.delete(cell.column);
      const base = this.#unmarked(Number(cell.tag.attributes.s ?? 0));
      const style = mark ? this.#styles.marked(base, mark.severity) : base;
      if (style !== Number(cell.tag.attributes.s ?? 0)) this.#restyle(cell.tag, style);
    }
    const rowStyle = tag.attributes.customFormat ? Number(tag.attributes.s) : undefined;
    for (const mark of [...marked.values()].sort((one, other) => one.column - other.column)) {
      const text = this.#newCell(mark, rowStyle);
      const next = cells.find(({ column }) => column > mark.column);
      if (next) this.#edits.push({ start: next.tag.start, end: next.tag.start, text });
      else if (!tag.isSelfClosing) this.#edits.push({ start: end, end, text });
      else this.#openRow(tag, text);
    }
  }

  /** Puts a cell into a row that was written without any. */
  #openRow(tag: ScannedTag, cell: string): void {
    const close = `</${this.#prefix}row>`;
    const before = this.#edits.find(({ start }) => start === tag.start);
    const opened = this.#xml.slice(tag.start, tag.end).replace(/\s*\/>$/, ">");
    if (before?.text.startsWith(opened)) before.text = before.text.replace(close, `${cell}${close}`);
    else this.#edits.push({ start: tag.start, end: tag.end, text: `${opened}${cell}${close}` });
  }

  /** The cells of a row that are marked, each with all marks on it. */
  #collect(line: number, marks: readonly NumberedMark[], filled: number): Map<number, MarkedCell> {
    const byColumn = new Map<number, MarkedCell>();
    for (const mark of marks) {
      const column = mark.column ?? filled;
      const before = byColumn.get(column);
      const severity = before ? graver(before.severity, mark.severity) : mark.severity;
      const text = before ? `${before.text}\n\n${mark.text}` : mark.text;
      const address = `${columnName(column)}${line}`;
      byColumn.set(column, { line, column, severity, text, address });
      this.#addresses[mark.number] = address;
    }
    this.#cells.push(...byColumn.values());
    return byColumn;
  }

  #restyle({ start, end }: ScannedTag, style: number): void {
    this.#edits.push({ start, end, text: withAttribute(this.#xml.slice(start, end), "s", style) });
  }

  #insertRowsBefore(line: number, at: number): void {
    const rows = this.#newRows(line);
    if (rows !== "") this.#edits.push({ start: at, end: at, text: rows });
  }

  /** Rows that the sheet lacks, above a line. */
  #newRows(line: number): string {
    let rows = "";
    while (this.#pending.length > 0 && this.#pending[0]![0] < line) {
      const [at, marks] = this.#pending.shift()!;
      const cells = [...this.#collect(at, marks, 1).values()].sort((one, other) => one.column - other.column);
      const content = cells.map((cell) => this.#newCell(cell, undefined)).join("");
      rows += `<${this.#prefix}row r="${at}">${content}</${this.#prefix}row>`;
    }
    return rows;
  }

  #newCell({ address, column, severity }: MarkedCell, rowStyle: number | undefined): string {
    const ofColumn = this.#columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
    const base = this.#unmarked(rowStyle ?? ofColumn ?? 0);
    return `<${this.#prefix}c r="${address}" s="${this.#styles.marked(base, severity)}"/>`;
  }

  #unmarked(style: number): number {
    return this.#wasMarked ? this.#styles.unmarked(style) : style;
  }
}

/** Marks on merged cells, moved to the one that is visible. */
function atMergeOrigins(xml: string, marks: readonly CellMark[]): readonly CellMark[] {
  const merges = [...xml.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["']/g)]
    .map(([, reference]) => rangeOf(reference!))
    .filter((range) => range !== undefined);
  if (merges.length === 0) return marks;
  return marks.map((mark) => {
    const { line, column } = mark;
    if (column === null) return mark;
    const merge = merges.find(
      ({ lines, columns }) =>
        line >= lines.first && line <= lines.last && column >= columns.first && column <= columns.last,
    );
    return merge ? { ...mark, line: merge.lines.first, column: merge.columns.first } : mark;
  });
}
