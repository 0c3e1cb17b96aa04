import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { draftFinding, type FindingDraft } from "../draft-finding.ts";
import { brokenCharacterAt } from "./broken-character.ts";
import { fileKind } from "./file-kind.ts";
import type { TextEncoding } from "./table.ts";

/** The text of a file with its encoding, or the finding that rejects it. */
export type DecodedText = { text: string; encoding: TextEncoding } | { finding: FindingDraft };

/** The decoded text, or the offset of the first byte that is invalid in the encoding. */
type Attempt = { text: string } | { failsAt: number };

const lineFeed = 0x0a;
/** Bytes decoded at a time, so that noise is rejected before much of it is read. */
const blockSize = 1 << 16;
const replacement = "\uFFFD";

/**
 * Decodes a text file as UTF-16 if it begins with its byte order mark, else as UTF-8, else as CP949; drops the mark
 * and a Ctrl-Z at the end, and normalizes the text to NFC.
 * Returns FILE_UNREADABLE for an empty or binary file, ENCODING_INVALID for text in none of the encodings.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Of(buffer);
  if (utf16) return decodeUtf16(buffer, utf16);
  const refused = rejectUnreadable(buffer);
  if (refused) return { finding: refused };
  const utf8 = attempt(buffer, decodeUtf8);
  if ("text" in utf8) return finish(utf8.text, "UTF-8");
  // What fails in valid UTF-8 is U+FFFD itself, which stands for a character that is lost.
  if (isUtf8(buffer)) return { finding: charactersLost(buffer, utf8.failsAt) };
  const cp949 = attempt(buffer, decodeCp949);
  if ("text" in cp949) return finish(cp949.text, "CP949");
  return { finding: invalid(buffer, Math.max(utf8.failsAt, cp949.failsAt)) };
}

function finish(decoded: string, encoding: TextEncoding): DecodedText {
  const marked = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  const text = withoutEndOfFile(marked).normalize("NFC");
  return /\S/.test(text) ? { text, encoding } : { finding: empty() };
}

/** Without the Ctrl-Z that DOS programs put at the end of a text, and what follows it. */
function withoutEndOfFile(text: string): string {
  const at = text.lastIndexOf("\x1A");
  return at >= 0 && text.slice(at + 1).trim() === "" ? withoutEndOfFile(text.slice(0, at)) : text;
}

const empty = (): FindingDraft =>
  draftFinding(
    "FILE_UNREADABLE",
    null,
    "파일이 비어 있습니다. 내용이 있는 파일인지 확인한 뒤 다시 올려 주십시오.",
    "The file is empty. Check that this is the right file and import it again.",
  );

function rejectUnreadable(buffer: Buffer): FindingDraft | undefined {
  if (buffer.length === 0) return empty();
  const kind = fileKind(buffer);
  if (kind)
    return draftFinding(
      "FILE_UNREADABLE",
      null,
      `텍스트 파일이 아니라 ${kind.ko}입니다. 글은 한글(.hwpx), 워드(.docx), PDF나 텍스트(.txt)로, 표는 .xlsx나 CSV로 저장해 올려 주십시오.`,
      `This is ${kind.en}, not a text file. Save prose as .hwpx, .docx, PDF or text (.txt) and tables as .xlsx or CSV, then import again.`,
    );
  if (!buffer.includes(0)) return undefined;
  return draftFinding(
    "FILE_UNREADABLE",
    null,
    `텍스트 파일이 아닙니다: ${buffer.indexOf(0) + 1}번째 바이트가 NUL입니다. 글은 한글(.hwpx), 워드(.docx), PDF나 텍스트(.txt)로, 표는 .xlsx나 CSV로 저장해 올려 주십시오.`,
    `This is not a text file: byte ${buffer.indexOf(0) + 1} is NUL. Save prose as .hwpx, .docx, PDF or text (.txt) and tables as .xlsx or CSV, then import again.`,
  );
}

/** The UTF-16 that the byte order mark of a file announces: Excel's "Unicode text" has one. */
function utf16Of(buffer: Buffer): "UTF-16LE" | "UTF-16BE" | undefined {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "UTF-16LE";
  return buffer[0] === 0xfe && buffer[1] === 0xff ? "UTF-16BE" : undefined;
}

function decodeUtf16(buffer: Buffer, encoding: "UTF-16LE" | "UTF-16BE"): DecodedText {
  const evenLength = buffer.length - (buffer.length % 2);
  const even = buffer.subarray(0, evenLength);
  const text = (encoding === "UTF-16LE" ? even : Buffer.from(even).swap16()).toString("utf16le");
  const wrongAt = evenLength < buffer.length ? text.length : brokenCharacterAt(text);
  return wrongAt < 0 ? finish(text, encoding) : { finding: invalidUtf16(text, wrongAt) };
}

function invalidUtf16(text: string, at: number): FindingDraft {
  const line = text.slice(0, at).split("\n").length;
  return draftFinding(
    "ENCODING_INVALID",
    { line, quote: "" },
    `${line}번째 줄에 UTF-16으로 읽을 수 없는 글자가 있습니다. 원본에서 UTF-8로 다시 저장해 올려 주십시오.`,
    `Line ${line} contains a character that is not valid UTF-16. Save the original as UTF-8 and import it again.`,
  );
}

/** Decodes block by block; a block ends at a line feed, which is never part of a multi-byte character in either encoding. */
function attempt(buffer: Buffer, decodeBlock: (block: Buffer) => Attempt): Attempt {
  const texts: string[] = [];
  for (let start = 0; start < buffer.length; ) {
    const feed = buffer.indexOf(lineFeed, start + blockSize);
    const end = feed < 0 ? buffer.length : feed + 1;
    const read = decodeBlock(buffer.subarray(start, end));
    if ("failsAt" in read) return { failsAt: start + read.failsAt };
    texts.push(read.text);
    start = end;
  }
  return { text: texts.join("") };
}

function decodeUtf8(block: Buffer): Attempt {
  const text = block.toString("utf8");
  const at = isUtf8(block) ? text.indexOf(replacement) : 0;
  if (at < 0) return { text };
  return { failsAt: Buffer.byteLength(text.slice(0, text.indexOf(replacement))) };
}

/** iconv-lite never fails to decode CP949, so the text is encoded again and must give the same bytes. */
function decodeCp949(block: Buffer): Attempt {
  // iconv-lite decodes invalid bytes to U+FFFD, which CP949 cannot encode.
  const text = iconv.decode(block, "cp949", { stripBOM: false });
  const again = iconv.encode(text, "cp949");
  if (again.equals(block)) return { text };
  const differs = block.findIndex((byte, index) => byte !== again[index]);
  return { failsAt: differs < 0 ? block.length : differs };
}

const lineAt = (buffer: Buffer, offset: number): number =>
  buffer.subarray(0, offset).reduce((count, byte) => count + Number(byte === lineFeed), 1);

function charactersLost(buffer: Buffer, offset: number): FindingDraft {
  const line = lineAt(buffer, offset);
  return draftFinding(
    "ENCODING_INVALID",
    { line, quote: "" },
    `${line}번째 줄, 처음부터 ${offset}바이트 뒤에 U+FFFD가 있습니다. 이 파일이 저장되기 전에 잃어버린 글자이므로 이 파일로는 되살릴 수 없습니다. 원본 프로그램에서 글자가 깨지지 않게 다시 내보내 올려 주십시오.`,
    `Line ${line} contains U+FFFD at offset ${offset}: its characters were lost before the file was saved and cannot be restored from it. Export the file again from the original document and import that.`,
  );
}

function invalid(buffer: Buffer, offset: number): FindingDraft {
  const line = lineAt(buffer, offset);
  const hexBytes = [...buffer.subarray(offset, offset + 4)].map((byte) => byte.toString(16).padStart(2, "0"));
  return draftFinding(
    "ENCODING_INVALID",
    { line, quote: "" },
    `${line}번째 줄, 처음부터 ${offset}바이트 뒤의 글자(${hexBytes.join(" ")})는 UTF-8도 CP949도 아닙니다. 원본에서 UTF-8로 다시 저장해 올려 주십시오.`,
    `Line ${line}: the bytes ${hexBytes.join(" ")} at offset ${offset} are neither UTF-8 nor CP949. Save the original as UTF-8 and import it again.`,
  );
}
