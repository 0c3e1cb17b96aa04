import iconv from "iconv-lite";
import { compress, decompress } from "./compression.ts";

/** A line with its number, from 1; of a workbook a row, with a tab between its cells. */
export interface NumberedLine {
  number: number;
  text: string;
}

/** Consecutive lines of a document, or rows of one sheet. */
export interface DocumentBlock {
  /** Which sheet of a workbook, from 0; 0 in documents without sheets. */
  sheet: number;
  /** Numbers of its first and last line. Rows of a sheet may leave numbers out. */
  firstLine: number;
  lastLine: number;
  /** Compressed. Of a text its own bytes, so that storing a document need not decode it; of a sheet JSON, [number, text][]. */
  content: Buffer;
}

/** How many lines or rows a block has; the last one may have fewer. */
export const linesPerBlock = 500;

/** Blocks compressed at once: more would take memory and not be done earlier. */
const atOnce = 8;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

type Uncompressed = Omit<DocumentBlock, "content"> & { content: string | Uint8Array };

/** The blocks of a text, compressed beside all else. CRLF, CR and LF alike end a line; what follows the last of them is a line too. */
export const blocksOfText = (bytes: Uint8Array): Promise<DocumentBlock[]> => compressed(textBlocks(bytes));

/** The blocks of a workbook, of which `sheets` are the rows as [number, text], in the order of the sheets. */
export const blocksOfSheets = (sheets: readonly (readonly [number, string])[][]): Promise<DocumentBlock[]> =>
  compressed(sheets.flatMap((rows, sheet) => [...sheetBlocks(rows, sheet)]));

/** The lines of a block of a document in this encoding, as NFC: UTF-8, CP949, or XLSX for rows of a sheet. */
export async function linesOfBlock(
  { firstLine, content }: Pick<DocumentBlock, "firstLine" | "content">,
  encoding: string,
): Promise<NumberedLine[]> {
  const bytes = await decompress(content);
  if (encoding === "XLSX") {
    const rows: [number, string][] = JSON.parse(bytes.toString());
    return rows.map(([number, text]) => ({ number, text }));
  }
  // A byte order mark stands at the beginning of the document, not of any other block.
  const text = iconv.decode(bytes, encoding === "CP949" ? "cp949" : "utf8", { stripBOM: firstLine === 1 });
  return text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: firstLine + index, text: line }));
}

async function compressed(blocks: Iterable<Uncompressed>): Promise<DocumentBlock[]> {
  const done: DocumentBlock[] = [];
  let batch: Uncompressed[] = [];
  const compressBatch = async () => {
    const contents = await Promise.all(batch.map(({ content }) => compress(content)));
    done.push(...batch.map((block, index) => ({ ...block, content: contents[index]! })));
    batch = [];
  };
  for (const block of blocks) {
    batch.push(block);
    if (batch.length === atOnce) await compressBatch();
  }
  await compressBatch();
  return done;
}

/** Neither UTF-8 nor CP949 has the bytes of a line end within another character. */
function* textBlocks(bytes: Uint8Array): Generator<Uncompressed> {
  let firstLine = 1;
  let line = 1;
  let start = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    const end = index;
    if (byte === carriageReturn && bytes[index + 1] === lineFeed) index++;
    line++;
    if (line < firstLine + linesPerBlock) continue;
    // Without the end of its last line, so that it splits into its own lines.
    yield { sheet: 0, firstLine, lastLine: line - 1, content: bytes.subarray(start, end) };
    firstLine = line;
    start = index + 1;
  }
  yield { sheet: 0, firstLine, lastLine: line, content: bytes.subarray(start) };
}

function* sheetBlocks(rows: readonly (readonly [number, string])[], sheet: number): Generator<Uncompressed> {
  for (let start = 0; start < rows.length; start += linesPerBlock) {
    const part = rows.slice(start, start + linesPerBlock);
    yield { sheet, firstLine: part[0]![0], lastLine: part.at(-1)![0], content: JSON.stringify(part) };
  }
}
