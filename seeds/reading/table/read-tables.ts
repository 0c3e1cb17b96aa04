import type { FindingDraft } from "../report/report-draft.ts";
import { CsvTable } from "./csv-table.ts";
import type { Table } from "./table.ts";
import { textBlocks } from "./text-blocks.ts";

/** The tables of a file: one of a CSV file, one for each visible sheet of a workbook. A finding refuses the file. */
export async function readTables(file: {
  name: string;
  bytes: Uint8Array;
}): Promise<Table[] | { finding: FindingDraft }> {
  const blocks = textBlocks(file.bytes);
  return "finding" in blocks ? blocks : [new CsvTable(file.name, blocks)];
}
