import { setImmediate as turn } from "node:timers/promises";
import iconv from "iconv-lite";
import { compress, decompress } from "./compression.ts";

/** A line with its number, from 1; for a workbook a row, with a tab between its cells. */
export interface NumberedLine {
  number: number;
  text: string;
}

/** A line of an office document: a paragraph, or a row of a table with its cells. */
export interface DisplayedLine extends DisplayedParagraph {
  number: number;
  headingLevel: number | null;
  /** Number of its table in the document, from 1; null for a paragraph. */
  table: number | null;
  /** The cells that begin in the row; null for a paragraph. */
  cells: DisplayedCell[] | null;
}

/** A cell at its place in the grid of its table, from 1. */
export interface DisplayedCell {
  column: number;
  rowSpan: number;
  columnSpan: number;
  paragraphs: DisplayedParagraph[];
}

/** A printed line. */
export interface DisplayedParagraph {
  text: string;
  /** Page of a PDF, from 1; null in other formats. */
  page: number | null;
  /** Indentation in half-width characters. */
  indent: number;
  isListItem: boolean;
}

/** Consecutive lines of a document, or rows of one sheet. */
export interface DocumentBlock {
  /** Which sheet of a workbook, from 0; 0 in documents without sheets. */
  sheet: number;
  /** Numbers of its first and last line. Rows of a sheet may skip numbers. */
  firstLine: number;
  lastLine: number;
  /**
   * Compressed. For a text its own bytes, so that storing a document need not decode it; for a sheet JSON,
   * [number, text][]; for an office document JSON, DisplayedLine[].
   */
  content: Buffer;
}

/** How many lines or rows a block has; the last one may have fewer. In an office document it ends with a table. */
export const linesPerBlock = 500;

/** Blocks compressed before whatever else the process does gets its turn: a few milliseconds. */
const blocksPerTurn = 8;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

type Uncompressed = Omit<DocumentBlock, "content"> & { content: string | Uint8Array };

/** The encodings of documents that are text; any other is the format of a document with rows. */
const textEncodings = ["UTF-8", "CP949", "UTF-16LE", "UTF-16BE"];
export const isTextEncoding = (encoding: string): boolean => textEncodings.includes(encoding);

/** The blocks of a text, compressed in the background. CRLF, CR and LF each end a line; text after the last one is a line too. */
export const blocksOfText = (bytes: Uint8Array): Promise<DocumentBlock[]> => compressed(textBlocks(bytes));

/** The blocks of a workbook, of which `sheets` are the rows as [number, text], in the order of the sheets. */
export const blocksOfSheets = (sheets: readonly (readonly [number, string])[][]): Promise<DocumentBlock[]> =>
  compressed(sheets.flatMap((rows, sheet) => [...sheetBlocks(rows, sheet)]));

/** The blocks of an office document. A table is never divided. */
export const blocksOfLines = (lines: readonly DisplayedLine[]): Promise<DocumentBlock[]> =>
  compressed(lineBlocks(lines));

/** Formats whose blocks hold displayed lines: paragraphs and table rows, each with an address of its own. */
export const officeFormats: readonly string[] = ["HTML", "DOCX", "HWP", "HWPX", "PDF"];

/** The lines of a block of a document, as NFC. `encoding`: of a text, or the format of a document with rows. */
export async function linesOfBlock(
  { firstLine, content }: Pick<DocumentBlock, "firstLine" | "content">,
  encoding: string,
): Promise<(NumberedLine | DisplayedLine)[]> {
  const bytes = await decompress(content);
  if (!isTextEncoding(encoding)) {
    const lines: [number, string][] | DisplayedLine[] = JSON.parse(bytes.toString());
    return lines.map((line) => (Array.isArray(line) ? { number: line[0], text: line[1] } : line));
  }
  // Only the first block of a document can begin with a byte order mark.
  const text = iconv.decode(bytes, encoding === "CP949" ? "cp949" : "utf8", { stripBOM: firstLine === 1 });
  return text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: firstLine + index, text: line }));
}

async function compressed(blocks: Iterable<Uncompressed>): Promise<DocumentBlock[]> {
  const done: DocumentBlock[] = [];
  for (const block of blocks) {
    done.push({ ...block, content: await compress(block.content) });
    if (done.length % blocksPerTurn === 0) await turn();
  }
  return done;
}

/** Neither UTF-8 nor CP949 has the bytes of a line end within another character. */
function* textBlocks(bytes: Uint8Array): Generator<Uncompressed> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Five times faster than looking at each byte.
  const find = (byte: number, from: number): number => {
    const at = buffer.indexOf(byte, from);
    return at < 0 ? buffer.length : at;
  };
  let firstLine = 1;
  let line = 1;
  let start = 0;
  let feed = find(lineFeed, 0);
  let carriage = find(carriageReturn, 0);
  for (let end = Math.min(feed, carriage); end < buffer.length; end = Math.min(feed, carriage)) {
    const next = end === carriage && feed === end + 1 ? end + 2 : end + 1;
    if (feed < next) feed = find(lineFeed, next);
    if (carriage < next) carriage = find(carriageReturn, next);
    line++;
    if (line < firstLine + linesPerBlock) continue;
    // Without the end of its last line, so that it splits into its own lines.
    yield { sheet: 0, firstLine, lastLine: line - 1, content: bytes.subarray(start, end) };
    firstLine = line;
    start = next;
  }
  yield { sheet: 0, firstLine, lastLine: line, content: bytes.subarray(start) };
}

function* sheetBlocks(rows: readonly (readonly [number, string])[], sheet: number): Generator<Uncompressed> {
  for (let start = 0; start < rows.length; start += linesPerBlock) {
    const part = rows.slice(start, start + linesPerBlock);
    yield { sheet, firstLine: part[0]![0], lastLine: part.at(-1)![0], content: JSON.stringify(part) };
  }
}

function* lineBlocks(lines: readonly DisplayedLine[]): Generator<Uncompressed> {
  let part: DisplayedLine[] = [];
  for (const [index, line] of lines.entries()) {
    part.push(line);
    const goesOn = line.table !== null && lines[index + 1]?.table === line.table;
    if (index + 1 < lines.length && (part.length < linesPerBlock || goesOn)) continue;
    yield { sheet: 0, firstLine: part[0]!.number, lastLine: line.number, content: JSON.stringify(part) };
    part = [];
  }
}
