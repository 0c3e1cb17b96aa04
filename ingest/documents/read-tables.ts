import type { FindingDraft } from "../draft-finding.ts";
import { CsvTable } from "./csv/csv-table.ts";
import { textBlocks } from "./csv/text-blocks.ts";
import { ReadingStopped, type Table } from "./table.ts";

const zipSignature = [0x50, 0x4b, 0x03, 0x04];

/** The tables of a file: one for a CSV file, one per visible sheet of a workbook; or the finding that rejects the file. */
export async function readTables(file: {
  name: string;
  bytes: Uint8Array;
}): Promise<Table[] | { finding: FindingDraft }> {
  if (zipSignature.every((byte, index) => file.bytes[index] === byte)) {
    try {
      // The workbook reader is slow to load; other files need not wait for it.
      const { readWorkbook } = await import("./workbook/read-workbook.ts");
      return await readWorkbook(file);
    } catch (error) {
      if (error instanceof ReadingStopped) return { finding: error.finding };
      throw error;
    }
  }
  const blocks = textBlocks(file.bytes);
  return "finding" in blocks ? blocks : [new CsvTable(file.name, blocks)];
}
