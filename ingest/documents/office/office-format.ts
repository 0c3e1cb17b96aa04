import { Parser } from "htmlparser2";
import { decodeText } from "../decode-text.ts";
import type { DocumentFormat } from "../document-model.ts";
import type { ReadingStopped } from "../table.ts";
import { openParts } from "./read-part.ts";
import { passwordProtected, unreadableDocument } from "./unreadable-document.ts";

/** The formats whose lines are those of the document that a program displays, not those of the file. */
export type OfficeFormat = Exclude<DocumentFormat, "TEXT" | "MARKDOWN">;

const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zipFile = Buffer.from("504b0304", "hex");
const pdfHeader = "%PDF-";
/** A PDF may begin with some bytes of whatever program sent it. */
const pdfHeaderWithin = 1024;
/** A longer one is a feed with something odd in its first cell. */
const longestFragment = 8_000_000;
const oldHwp = "HWP Document File V";
const htmlDocument = /^\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body)\b/i;
const htmlFragment = /^\s*<(title|meta|style|table|p|div|h[1-6]|section|article|center|ul|ol)\b/i;

/** Recognises an office document by its content; null for text and for workbooks. Throws ReadingStopped for what no longer has a reader. */
export async function officeFormat(bytes: Uint8Array): Promise<OfficeFormat | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, pdfHeaderWithin).includes(pdfHeader)) return "PDF";
  if (buffer.indexOf(compoundFile) === 0) return compoundFormat(buffer);
  if (buffer.indexOf(zipFile) === 0) return zipFormat(buffer);
  if (buffer.subarray(0, oldHwp.length).toString("latin1") === oldHwp)
    throw olderFormat("한글 97 이전 형식(HWP 3)", "HWP 3", "hwpx");
  return isHtml(buffer) ? "HTML" : null;
}

/** By the names of streams, and the first words of HWP's own. */
function compoundFormat(buffer: Buffer): OfficeFormat | null {
  const hasStream = (name: string) => buffer.includes(Buffer.from(name, "utf16le"));
  if (buffer.includes("HWP Document File")) return "HWP";
  if (hasStream("EncryptedPackage")) throw passwordProtected();
  if (hasStream("WordDocument"))
    throw olderFormat("예전 워드 형식(.doc)", "a legacy Word document (.doc)", "docx");
  return null;
}

async function zipFormat(buffer: Buffer): Promise<OfficeFormat | null> {
  let names: readonly string[] = [];
  try {
    names = (await openParts(buffer)).names;
  } catch (error) {
    // A damaged workbook is for the reader of workbooks to report.
    if (buffer.includes("word/") || buffer.includes("Contents/section")) throw error;
  }
  if (names.includes("word/document.xml")) return "DOCX";
  if (names.some((name) => /^Contents\/section\d+\.xml$/i.test(name))) return "HWPX";
  // The first part of an OpenDocument file, stored as it is, says what it is.
  if (buffer.subarray(0, 200).includes("opendocument.text"))
    throw olderFormat("오픈도큐먼트(.odt)", "an OpenDocument file (.odt)", "docx");
  return null;
}

/** A fragment is HTML only if all its text is in elements: otherwise it is text with HTML in it, such as Markdown. */
function isHtml(buffer: Buffer): boolean {
  const beginning = buffer
    .subarray(0, 4096)
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .replace(/<!--[\s\S]*?-->/g, "");
  if (htmlDocument.test(beginning)) return true;
  if (!htmlFragment.test(beginning) || buffer.length > longestFragment) return false;
  const decoded = decodeText(buffer);
  if ("finding" in decoded) return false;
  let depth = 0;
  let isBare = false;
  const parser = new Parser({
    onopentag: () => depth++,
    onclosetag: () => depth--,
    ontext: (text) => {
      isBare ||= depth === 0 && text.trim() !== "";
    },
  });
  parser.end(decoded.text);
  return !isBare;
}

const olderFormat = (ko: string, en: string, better: string): ReadingStopped =>
  unreadableDocument(
    `${ko} 문서입니다. 만든 프로그램에서 .${better}나 PDF로 저장해 올려 주십시오.`,
    `This is ${en}. Save it as .${better} or PDF and import that.`,
  );
