import type { Archive } from "../open-archive.ts";
import { readXml } from "../read-xml.ts";
import { sheetTable } from "../sheet-table.ts";
import type { Table } from "../table.ts";
import { OdsSheets } from "./ods-sheets.ts";

/** The sheets of an OpenDocument spreadsheet (.ods) that have cells, hidden ones too. Throws ReadingStopped. */
export async function readOds(name: string, archive: Archive): Promise<Table[]> {
  const sheets = new OdsSheets();
  await readXml(archive, "content.xml", sheets);
  return sheets.all.map((content) => sheetTable(name, "ODS", content));
}
