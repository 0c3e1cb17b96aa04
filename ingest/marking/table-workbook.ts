import type { CellObject, ColInfo, Range, RowInfo, WorkBook, WorkSheet } from "@e965/xlsx";
import { findingsSheet, findingsTitle } from "../documents/findings-list.ts";
import type { Table, TableRow } from "../documents/table.ts";
import { columnName } from "../documents/workbook/cell-references.ts";
import type { FileFinding } from "../publishing/file-finding.ts";
import { isError } from "../publishing/file-finding.ts";
import type { SheetPlace } from "./mark-workbook.ts";
import { textCell, writtenCell } from "./written-cell.ts";

/** Larger tables are not written as workbooks: spreadsheet programs, and the hub's reader of workbooks, have limits. */
const mostCells = 1_000_000;

/** The tables of a file as a workbook. */
export interface TableWorkbook {
  bytes: Uint8Array;
  /** Where a finding on the file is in the workbook; undefined if it concerns no single place. */
  locate(finding: FileFinding): SheetPlace | undefined;
}

interface WrittenTable {
  sheet: string;
  table: Table;
  /** Rows of the sheet by line of the file. */
  rows: Map<number, number>;
  data: (CellObject | undefined)[][];
  merges: Range[];
}

/**
 * Writes the tables of a file that is no workbook of its own (CSV, XLS, ODS, HTML, tables of documents), one sheet each,
 * on the rows that they have in the file. Undefined if they are too large. Throws ReadingStopped.
 */
export async function tableWorkbook(
  tables: readonly Table[],
  findings: readonly FileFinding[],
): Promise<TableWorkbook | undefined> {
  const written: WrittenTable[] = [];
  let cells = 0;
  for (const table of tables) {
    const sheet = sheetName(table, tables, new Set(written.map((one) => one.sheet.toLowerCase())));
    const one: WrittenTable = { sheet, table, rows: new Map(), data: [], merges: [] };
    for (const batch of table.batches()) {
      for (const row of batch) cells += row.cells.length + 1;
      if (cells > mostCells) return undefined;
      for (const row of batch) addRow(one, row);
    }
    addMerges(one);
    written.push(one);
  }
  for (const finding of findings) keepShort(written, finding);
  const bytes = await writeSheets(
    written.map((one) => [one.sheet, sheetOf(one)]),
    written.map(({ table }) => table.hidden.sheet),
  );
  return {
    bytes,
    locate: (finding) => {
      const place = find(written, finding);
      return place && { sheet: place.one.sheet, line: place.row, column: finding.column };
    },
  };
}

/** A workbook with nothing but the list of findings, which is filled in later. */
export const emptyWorkbook = (): Promise<Uint8Array> =>
  writeSheets([[findingsSheet, { "!data": [[textCell(findingsTitle)]], "!ref": "A1" }]]);

/** Loaded on demand: other imports need not wait for it. */
async function writeSheets(
  sheets: [name: string, sheet: WorkSheet][],
  hidden: readonly boolean[] = [],
): Promise<Uint8Array> {
  const { write } = await import("@e965/xlsx");
  const workbook: WorkBook = {
    SheetNames: sheets.map(([name]) => name),
    Sheets: Object.fromEntries(sheets),
    Workbook: { Sheets: hidden.map((isHidden) => ({ Hidden: isHidden ? 1 : 0 })) },
  };
  return write(workbook, { type: "buffer", bookType: "xlsx", bookSST: true, compression: true }) as Buffer;
}

function sheetOf({ table, rows, data, merges }: WrittenTable): WorkSheet {
  // What is hidden stays hidden: it would be imported otherwise, or the note on it would be lost.
  const hiddenRows: RowInfo[] = [];
  for (const { first, last } of table.hidden.rows)
    for (let line = first; line <= Math.min(last, table.lineCount); line++)
      if (rows.has(line)) hiddenRows[rows.get(line)! - 1] = { hidden: true };
  const columns: ColInfo[] = widthsOf(data);
  for (const { first, last } of table.hidden.columns)
    for (let column = first; column <= Math.min(last, columns.length); column++)
      columns[column - 1] = { ...columns[column - 1], hidden: true };
  const width = data.reduce((most, cells) => Math.max(most, cells.length), 1);
  return {
    "!data": data as CellObject[][],
    "!ref": `A1:${columnName(width)}${Math.max(1, data.length)}`,
    "!merges": merges,
    "!cols": columns,
    "!rows": hiddenRows,
  };
}

function addRow({ table, rows, data }: WrittenTable, { line, cells }: TableRow): void {
  // Lines of a document count its paragraphs too; those of other files stay where they are.
  if (table.sheet !== null || table.format === "CSV") while (data.length < line - 1) data.push([]);
  data.push(cells.map(writtenCell));
  rows.set(line, data.length);
}

/** Merges cells as in the table: a value that holds for several rows would be lost for all but the first. */
function addMerges({ table, rows, data, merges }: WrittenTable): void {
  const width = data.reduce((most, cells) => Math.max(most, cells.length), 0);
  const covered = new Set<string>();
  for (const { lines, columns } of table.merges) {
    const covers: number[] = [];
    for (let line = lines.first; line <= Math.min(lines.last, table.lineCount); line++)
      if (rows.has(line)) covers.push(rows.get(line)!);
    const [top, bottom] = [covers[0], covers.at(-1)!];
    const right = Math.min(columns.last, width);
    const cell = top === undefined ? undefined : data[top - 1]![columns.first - 1];
    if (top === undefined || !cell || (top === bottom && columns.first >= right)) continue;
    const places: string[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = columns.first; column <= right; column++) places.push(`${row} ${column}`);
    // A spreadsheet program would repair merges that overlap.
    if (places.some((place) => covered.has(place))) continue;
    for (const place of places) covered.add(place);
    merges.push({ s: { r: top - 1, c: columns.first - 1 }, e: { r: bottom - 1, c: right - 1 } });
  }
}

function find(written: readonly WrittenTable[], { sheet, line }: FileFinding) {
  if (line === null) return undefined;
  for (const one of written) {
    const row = one.rows.get(line);
    if (row !== undefined && (sheet === undefined || one.table.sheet === sheet)) return { one, row };
  }
  return undefined;
}

/**
 * A line of a CSV file with too few cells is wrong, a row of a workbook that ends early is not: what it lacks is filled
 * with an error value, so that it stays wrong until it is corrected.
 */
function keepShort(written: readonly WrittenTable[], finding: FileFinding): void {
  const place = find(written, finding);
  if (!place || finding.column !== null || !isError(finding) || place.one.table.format !== "CSV") return;
  const { data } = place.one;
  const width = data.reduce((most, cells) => Math.max(most, cells.length), 0);
  const cells = data[place.row - 1]!;
  while (cells.length > 0 && cells.length < width) cells.push(textCell("#N/A"));
}

const longestName = 31;

/** A name as spreadsheet programs allow it, unlike those of the sheets before. */
function sheetName(table: Table, tables: readonly Table[], used: ReadonlySet<string>): string {
  const stem = table.name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const own = table.sheet ?? (tables.length === 1 ? stem : `${stem} ${tables.indexOf(table) + 1}`);
  const plain =
    own
      .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "표";
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` (${number})`;
    const name = plain.slice(0, longestName - ending.length) + ending;
    if (!used.has(name.toLowerCase()) && name !== findingsSheet) return name;
  }
}

/** Widths of columns by their first rows, in characters; Hangul is twice as wide as Latin. */
function widthsOf(data: readonly (readonly (CellObject | undefined)[])[]): { wch: number }[] {
  const widths: number[] = [];
  for (const cells of data.slice(0, 200))
    for (const [at, cell] of cells.entries()) {
      const length = String(cell?.v ?? "").replace(/[^\0-ÿ]/g, "  ").length;
      widths[at] = Math.min(40, Math.max(widths[at] ?? 9, length + 2));
    }
  return widths.map((wch) => ({ wch }));
}
