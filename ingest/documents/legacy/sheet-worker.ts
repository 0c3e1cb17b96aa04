import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, read, set_cptable, type WorkSheet } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { addToSpans } from "../spans.ts";
import type { MergedRange, Span } from "../table.ts";

/** A cell as the file stores it, for sending between threads. */
export interface RawCell {
  column: number;
  /** n number, s text, b yes or no, e error; z for a formula without a result. */
  type: string;
  value: string;
  /** Number format; undefined if the file states none. */
  pattern: string | undefined;
  /** Undefined if the cell has no formula. */
  formula: string | undefined;
}

/** A sheet as the file stores it. */
export interface RawSheet {
  sheet: string;
  isHidden: boolean;
  rows: { line: number; cells: RawCell[] }[];
  merges: MergedRange[];
  hiddenRows: Span[];
  hiddenColumns: Span[];
}

/** A workbook as the file stores it. */
export interface RawWorkbook {
  sheets: RawSheet[];
  countsFrom1904: boolean;
}

// Workbooks of Excel 95 and before have texts in a code page.
set_cptable(codePages);
parentPort?.postMessage(rawWorkbook(workerData as Uint8Array));

function rawWorkbook(bytes: Uint8Array): RawWorkbook {
  const options = { type: "array", dense: true, cellNF: true, cellFormula: true, cellStyles: true } as const;
  const workbook = read(bytes, { ...options, cellText: false, cellHTML: false });
  const sheets = workbook.SheetNames.map((sheet, index) => ({
    ...rawSheet(workbook.Sheets[sheet]!),
    sheet,
    isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
  }));
  return { sheets, countsFrom1904: workbook.Workbook?.WBProps?.date1904 === true };
}

function rawSheet(sheet: WorkSheet): Omit<RawSheet, "sheet" | "isHidden"> {
  const [hiddenRows, hiddenColumns]: [Span[], Span[]] = [[], []];
  sheet["!rows"]?.forEach((row, index) => {
    if (row?.hidden || row?.hpx === 0) addToSpans(hiddenRows, index + 1);
  });
  sheet["!cols"]?.forEach((column, index) => {
    if (column?.hidden) addToSpans(hiddenColumns, index + 1);
  });
  const data = (sheet["!data"] ?? []) as (CellObject | undefined)[][];
  const rows = [...data.entries()].map(([index, cells]) => ({
    line: index + 1,
    cells: rawCells(cells ?? []),
  }));
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    lines: { first: s.r + 1, last: e.r + 1 },
    columns: { first: s.c + 1, last: e.c + 1 },
  }));
  return { rows: rows.filter(({ cells }) => cells.length > 0), merges, hiddenRows, hiddenColumns };
}

function rawCells(cells: (CellObject | undefined)[]): RawCell[] {
  const raw: RawCell[] = [];
  for (const [index, cell] of cells.entries()) {
    if (!cell || (cell.t === "z" && cell.f === undefined)) continue;
    const value = cell.v instanceof Date ? cell.v.toISOString() : String(cell.v ?? "");
    const pattern = typeof cell.z === "string" ? cell.z : undefined;
    raw.push({ column: index + 1, type: cell.t, value, pattern, formula: cell.f });
  }
  return raw;
}
