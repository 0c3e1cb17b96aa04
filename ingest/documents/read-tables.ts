import type { FindingDraft } from "../draft-finding.ts";
import { compoundKind } from "./compound-file.ts";
import { CsvTable } from "./csv/csv-table.ts";
import { textBlocks } from "./csv/text-blocks.ts";
import { decodeText } from "./decode-text.ts";
import { withoutFindingsList } from "./findings-list.ts";
import { markupKind } from "./html-tables/markup-kind.ts";
import { ReadingStopped, type Table } from "./table.ts";
import { locked } from "./unreadable.ts";

interface File {
  name: string;
  bytes: Uint8Array;
}

const zipSignature = Buffer.from("PK\x03\x04");
const beginning = 1 << 16;

/**
 * The tables of a file, whatever its name: one for a text with separated cells, one per sheet of a workbook, hidden
 * ones too, one per table of a document; or the finding that rejects the file.
 */
export async function readTables(file: File): Promise<Table[] | { finding: FindingDraft }> {
  try {
    return withoutFindingsList(await tablesOf(file));
  } catch (error) {
    if (error instanceof ReadingStopped) return { finding: error.finding };
    throw error;
  }
}

// Readers of workbooks and markup are slow to load; other files need not wait for them.
async function tablesOf(file: File): Promise<Table[]> {
  const buffer = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (buffer.subarray(0, zipSignature.length).equals(zipSignature)) {
    const { readArchive } = await import("./read-archive.ts");
    return readArchive(file);
  }
  const compound = compoundKind(buffer);
  if (compound === "ENCRYPTED") throw locked();
  if (compound === "XLS" || isBareWorkbook(buffer)) {
    const { readLegacy } = await import("./legacy/read-legacy.ts");
    return readLegacy(file, "XLS");
  }
  return mayBeMarkup(buffer) ? ((await markupTables(file, buffer)) ?? textTables(file)) : textTables(file);
}

/** Excel 4 and before wrote workbooks without a compound file around them: a record BOF with its length. */
const isBareWorkbook = (buffer: Buffer): boolean =>
  buffer[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(buffer[1]!) && buffer[3] === 0 && buffer[2]! <= 16;

/** Whether a text begins as markup does, in any encoding, so that others need not be decoded as a whole. */
const mayBeMarkup = (buffer: Buffer): boolean =>
  /^[\s\0\uFEFF\xEF\xBB\xBF\xFE\xFF]*(<|MIME-Version:|[\w-]+: [^\n]*\n)/i.test(
    buffer.toString("latin1", 0, beginning),
  );

async function markupTables(file: File, buffer: Buffer): Promise<Table[] | undefined> {
  const decoded = decodeText(file.bytes);
  const text = "finding" in decoded ? buffer.toString("latin1", 0, beginning) : decoded.text;
  const kind = markupKind(text);
  if (kind === "XML") {
    const { readLegacy } = await import("./legacy/read-legacy.ts");
    const bytes = "finding" in decoded ? file.bytes : Buffer.from(decoded.text);
    return readLegacy({ name: file.name, bytes }, "XML");
  }
  if (kind === undefined || (kind === "HTML" && "finding" in decoded)) return undefined;
  const { htmlTables } = await import("./html-tables/html-tables.ts");
  if (kind === "HTML") return htmlTables(file.name, "HTML table", text);
  const { htmlOfMhtml } = await import("./html-tables/mhtml.ts");
  return htmlTables(file.name, "MHTML", htmlOfMhtml(buffer));
}

function textTables({ name, bytes }: File): Table[] {
  const blocks = textBlocks(bytes);
  if ("finding" in blocks) throw new ReadingStopped(blocks.finding);
  return [new CsvTable(name, blocks)];
}
