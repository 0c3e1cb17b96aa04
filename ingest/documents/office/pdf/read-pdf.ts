import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DraftBlock, DraftCell, DraftDocument } from "../draft-document.ts";
import {
  damagedDocument,
  documentTooLarge,
  passwordProtected,
  unreadableDocument,
} from "../unreadable-document.ts";
import type { PageContent } from "./geometry.ts";
import { joinTables } from "./join-tables.ts";
import { readPage } from "./page-content.ts";
import { isTable, itemsOf, type PageItem, type PdfTable } from "./page-items.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { withoutRunningHeads } from "./running-heads.ts";
import type { TextLine } from "./text-lines.ts";

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const maxPages = 1_000;

/** Reads a PDF: its lines joined into paragraphs, and the tables that its ruled lines form. Throws ReadingStopped. */
export async function readPdf(bytes: Uint8Array): Promise<DraftDocument> {
  const contents = await readPages(bytes);
  if (contents.every(({ glyphs }) => glyphs.every(({ text }) => text.trim() === ""))) throw scanned();
  const pages = contents.map((content, index) => itemsOf(content, index + 1));
  pages.forEach((items, index) => {
    if (items.length === 0 && contents[index]!.hasPicture) throw scannedPage(index + 1);
  });
  const items = joinTables(
    withoutRunningHeads(
      pages,
      contents.map(({ height }) => height),
    ),
  );
  return { blocks: blocksOf(items), findings: [] };
}

async function readPages(bytes: Uint8Array): Promise<PageContent[]> {
  const task = getDocument({
    // pdf.js takes the bytes away from whoever gives them.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    // Pictures are not looked at, and large ones not even decoded.
    maxImageSize: 1,
    cMapUrl: join(library, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(library, "standard_fonts/"),
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > maxPages) throw documentTooLarge();
    const contents: PageContent[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      contents.push(await readPage(page));
      page.cleanup();
    }
    return contents;
  } catch (error) {
    const { name } = error as Error;
    if (name === "PasswordException") throw passwordProtected();
    if (["InvalidPDFException", "FormatError", "UnknownErrorException", "XRefParseException"].includes(name))
      throw damagedDocument();
    throw error;
  } finally {
    await task.destroy();
  }
}

/** Text outside of tables is one column, whose width is that of its widest line. */
function blocksOf(items: PageItem[]): DraftBlock[] {
  const text = items.filter((item): item is TextLine => !isTable(item));
  const left = Math.min(...text.map(({ x0 }) => x0));
  const right = Math.max(...text.map(({ x1 }) => x1));
  const blocks: DraftBlock[] = [];
  let lines: TextLine[] = [];
  const endText = () => {
    blocks.push(...paragraphsOf({ lines, left, right }, left));
    lines = [];
  };
  for (const item of items) {
    if (!isTable(item)) {
      lines.push(item);
      continue;
    }
    endText();
    blocks.push(tableOf(item));
  }
  endText();
  return blocks;
}

const tableOf = ({ cells, rowCount }: PdfTable) => ({
  kind: "TABLE" as const,
  rowCount,
  cells: cells.map(
    ({ row, column, rowSpan, columnSpan, ...lines }): DraftCell => ({
      row: row + 1,
      column: column + 1,
      rowSpan,
      columnSpan,
      paragraphs: paragraphsOf(lines),
    }),
  ),
});

const scanned = () =>
  unreadableDocument(
    "글자가 없는 PDF입니다(스캔한 문서). 한글이나 워드의 원본 파일, 또는 그 파일에서 저장한 PDF를 올려 주십시오.",
    "The PDF contains no text: it was scanned. Import the original document, or a PDF that was saved from it.",
  );

const scannedPage = (page: number) =>
  unreadableDocument(
    `PDF의 ${page}쪽은 글자가 없는 그림입니다(스캔한 쪽). 한글이나 워드의 원본 파일, 또는 그 파일에서 저장한 PDF를 올려 주십시오.`,
    `Page ${page} of the PDF is a picture without text: it was scanned. Import the original document, or a PDF that was saved from it.`,
  );
