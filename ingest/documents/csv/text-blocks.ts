import { isUtf8 } from "node:buffer";
import type { FindingDraft } from "../../draft-finding.ts";
import { decodeText } from "../decode-text.ts";
import { fileKind } from "../file-kind.ts";
import type { TextEncoding } from "../table.ts";

/** The text of a file in blocks that end at a line end (a line feed), so that no file has to be held as one string. */
export interface TextBlocks {
  encoding: TextEncoding;
  /** The position after the last block. */
  end: number;
  /** The block that starts at a position before the end: 0, or the `next` of another. */
  block(position: number): { text: string; next: number };
}

const blockSize = 1 << 16;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const endOfFile = 0x1a;
const byteOrderMark = Buffer.from("\uFEFF");
const replacementCharacter = Buffer.from("\uFFFD");
/** ASCII, Hangul syllables and CJK ideographs never change under NFC. */
const composed = /^[\0-\x7f\u3000-\u3029\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]*$/;

/** Checks that bytes are UTF-8 or CP949 text and returns it in blocks, as NFC; otherwise the finding that rejects it. */
export function textBlocks(bytes: Uint8Array): TextBlocks | { finding: FindingDraft } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPlainUtf8(buffer)) return utf8Blocks(buffer);
  const decoded = decodeText(bytes);
  return "finding" in decoded ? decoded : heldBlocks(decoded.text, decoded.encoding);
}

/** Whether the file can be read block by block; decodeText reads or rejects everything else. */
const isPlainUtf8 = (buffer: Buffer): boolean =>
  buffer.length > 0 &&
  fileKind(buffer) === undefined &&
  isUtf8(buffer) &&
  !buffer.includes(0) &&
  !buffer.includes(replacementCharacter) &&
  /[^\s\uFEFF]/.test(buffer.toString("utf8", 0, blockSize));

function utf8Blocks(buffer: Buffer): TextBlocks {
  const start = buffer.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
  const end = endOfText(buffer);
  // Old programs for the Mac end lines with CR alone.
  const lineEnd = buffer.includes(lineFeed) || !buffer.includes(carriageReturn) ? lineFeed : carriageReturn;
  return {
    encoding: "UTF-8",
    end,
    block(position) {
      const from = Math.max(position, start);
      const found = buffer.indexOf(lineEnd, from + blockSize);
      const next = found < 0 || found >= end ? end : found + 1;
      const text = buffer.toString("utf8", from, next);
      const lines = lineEnd === lineFeed ? text : text.replaceAll("\r", "\n");
      return { text: composed.test(lines) ? lines : lines.normalize("NFC"), next };
    },
  };
}

/** Where a text ends: before the Ctrl-Z that DOS programs put at the end of a file. */
function endOfText(buffer: Buffer): number {
  let end = buffer.length;
  while (end > 0 && [lineFeed, carriageReturn, endOfFile].includes(buffer[end - 1]!)) end--;
  return buffer.indexOf(endOfFile, end) >= 0 ? end : buffer.length;
}

function heldBlocks(text: string, encoding: TextEncoding): TextBlocks {
  const lines = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  return {
    encoding,
    end: lines.length,
    block(position) {
      const feed = lines.indexOf("\n", position + blockSize);
      const next = feed < 0 ? lines.length : feed + 1;
      return { text: lines.slice(position, next), next };
    },
  };
}
