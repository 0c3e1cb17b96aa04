import { Worker } from "node:worker_threads";
import { NumberFormat } from "../number-format.ts";
import { SheetBuilder } from "../sheet-builder.ts";
import { sheetTable } from "../sheet-table.ts";
import type { Cell, Table, TableFormat } from "../table.ts";
import { damaged, locked, unreadable } from "../unreadable.ts";
import type { RawCell, RawSheet, RawWorkbook } from "./sheet-worker.ts";

const longest = 60_000;
const mostMegabytes = 768;
const mostBytes = 64 * 2 ** 20;

/** The sheets of an old or binary workbook (XLS, XLSB, SpreadsheetML 2003), hidden ones too. Throws ReadingStopped. */
export async function readLegacy(
  file: { name: string; bytes: Uint8Array },
  format: TableFormat,
): Promise<Table[]> {
  if (file.bytes.byteLength > mostBytes) throw tooLarge();
  const workbook = await rawWorkbook(file.bytes);
  const formats = new Map<string, NumberFormat>();
  const formatOf = (pattern = "General") => {
    const format = formats.get(pattern) ?? new NumberFormat(pattern);
    formats.set(pattern, format);
    return format;
  };
  const contentOf = (cell: RawCell) => cellContent(cell, formatOf(cell.pattern), workbook.countsFrom1904);
  return workbook.sheets
    .map((sheet) => tableOf(file.name, format, sheet, contentOf))
    .filter((table) => table !== undefined);
}

function tableOf(
  name: string,
  format: TableFormat,
  { sheet, isHidden, rows, merges, hiddenRows, hiddenColumns }: RawSheet,
  contentOf: (cell: RawCell) => Cell,
): Table | undefined {
  const builder = new SheetBuilder();
  for (const { line, cells } of rows) {
    builder.openRow(line);
    for (const cell of cells) builder.place(cell.column, contentOf(cell));
  }
  if (builder.isEmpty) return undefined;
  const hidden = { sheet: isHidden, rows: hiddenRows, isFiltered: false, columns: hiddenColumns };
  return sheetTable(name, format, { sheet: sheet.normalize("NFC"), rows: builder.rows, merges, hidden });
}

/** Error values by their number in the file. */
const errors = new Map([
  ["0", "#NULL!"],
  ["7", "#DIV/0!"],
  ["15", "#VALUE!"],
  ["23", "#REF!"],
  ["29", "#NAME?"],
  ["36", "#NUM!"],
  ["42", "#N/A"],
  ["43", "#GETTING_DATA"],
]);

function cellContent(cell: RawCell, format: NumberFormat, countsFrom1904: boolean): Cell {
  const { type, value, formula } = cell;
  // An empty result is also what programs write that do not calculate.
  if (formula !== undefined && value === "")
    return { display: `=${formula}`, exact: `=${formula}`, kind: "formula" };
  if (type === "e") {
    const display = errors.get(value) ?? value;
    return { display, exact: display, kind: "error" };
  }
  if (type === "b") return value === "true" ? "TRUE" : "FALSE";
  if (type === "n") return format.cell(value, countsFrom1904) ?? value;
  return format.textCell(value.normalize("NFC"));
}

/** Reads a workbook in a thread of its own: such a file may come from anyone, and its reader has no limits. */
function rawWorkbook(bytes: Uint8Array): Promise<RawWorkbook> {
  // Tests run from the sources, whose worker is built.
  const worker = import.meta.url.replace(/(\/ingest\/documents\/legacy\/)[^/]*\.ts$/, "/dist$1x.js");
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./sheet-worker.js", worker), {
      workerData: bytes,
      // Its reader writes about odd records to the console.
      ...{ stdout: true, stderr: true },
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const timer = setTimeout(() => finish(() => reject(tooLarge())), longest);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void thread.terminate();
      settle();
    };
    thread.once("message", (workbook: RawWorkbook) => finish(() => resolve(workbook)));
    thread.once("error", (error) => finish(() => reject(refusal(error))));
  });
}

function refusal(error: Error & { code?: string }): Error {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return tooLarge();
  return /password|encrypt/i.test(error.message) ? locked() : damaged();
}

const tooLarge = () =>
  unreadable(
    "통합 문서가 너무 커서 읽을 수 없습니다. 필요한 시트만 .xlsx나 CSV로 저장해 올려 주십시오.",
    "The workbook is too large to be read. Save the sheets you need as .xlsx or CSV and import those.",
  );
