import { nothingHidden, type Table, type TableRow } from "../table.ts";
import { CellFormats, formatPatterns } from "./cell-formats.ts";
import { openArchive } from "./open-archive.ts";
import { sharedStrings } from "./shared-strings.ts";
import { sheetRows } from "./sheet-rows.ts";
import { workbookParts } from "./workbook-parts.ts";

/** The visible, non-empty sheets of a workbook (.xlsx). Hidden sheets are ignored. Throws ReadingStopped. */
export async function readWorkbook(file: { name: string; bytes: Uint8Array }): Promise<Table[]> {
  const archive = await openArchive(file.bytes);
  const parts = await workbookParts(archive);
  const context = {
    strings: await sharedStrings(archive, parts.sharedStrings),
    formats: new CellFormats(await formatPatterns(archive, parts.styles), parts.countsFrom1904),
  };
  const tables: Table[] = [];
  for (const sheet of parts.sheets) {
    if (sheet.isHidden) continue;
    const rows = await sheetRows(archive, sheet.part, context);
    if (rows.some((row) => row.cells.length > 0)) tables.push(sheetTable(file.name, sheet.name, rows));
  }
  return tables;
}

const rowsPerBatch = 1_000;

/** A sheet as a table. All rows are kept in memory, as a workbook cannot be read from the middle. */
function sheetTable(name: string, sheet: string, rows: TableRow[]): Table {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  let rowsGiven = 0;
  return {
    name,
    sheet,
    format: "XLSX",
    encoding: null,
    merges: [],
    hidden: nothingHidden,
    lineCount: rows.at(-1)!.line,
    get shareRead() {
      return rowsGiven / rows.length;
    },
    *batches() {
      for (let from = 0; from < rows.length; from += rowsPerBatch) {
        const batch = rows.slice(from, from + rowsPerBatch);
        rowsGiven = from + batch.length;
        yield batch;
      }
    },
    row: (line) => byLine.get(line),
  };
}
