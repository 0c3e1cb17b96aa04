import type { Archive } from "../open-archive.ts";
import { type SheetContent, sheetTable } from "../sheet-table.ts";
import type { Table } from "../table.ts";
import { CellFormats, formatPatterns } from "./number-formats.ts";
import { readSheet } from "./read-sheet.ts";
import { sharedStrings } from "./shared-strings.ts";
import { workbookParts } from "./workbook-parts.ts";

/** The sheets of a workbook (.xlsx) with this main part that have cells, hidden ones too. Throws ReadingStopped. */
export async function readWorkbook(name: string, archive: Archive, mainPart: string): Promise<Table[]> {
  const parts = await workbookParts(archive, mainPart);
  const context = {
    strings: await sharedStrings(archive, parts.sharedStrings),
    formats: new CellFormats(await formatPatterns(archive, parts.styles), parts.countsFrom1904),
    isUncalculated: parts.isUncalculated,
  };
  const tables: Table[] = [];
  for (const { name: sheet, part, isHidden } of parts.sheets) {
    const { hidden, ...content } = await readSheet(archive, part, context);
    if (content.rows.every((row) => row.cells.length === 0)) continue;
    const whole: SheetContent = { ...content, sheet, hidden: { ...hidden!, sheet: isHidden } };
    tables.push(sheetTable(name, "XLSX", whole));
  }
  return tables;
}
