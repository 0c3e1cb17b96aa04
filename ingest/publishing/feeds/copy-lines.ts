import type { CellValue } from "../../../schema/feeds/cell.ts";
import type { StoredRow } from "../../../schema/feeds/feed.ts";

const tab = 0x09;
const lineFeed = 0x0a;
const minus = 0x2d;
const zero = 0x30;
const backslash = 0x5c;
const none = Buffer.from("\\N");
const firstBytes = 1 << 17;
/** Texts that are not plain ASCII often recur: names, kinds. Short ones are kept as bytes, and not more than these. */
const longestKept = 20;
const mostKept = 10_000;
const encodings = new Map<string, Uint8Array>();

/**
 * Rows in the text form that PostgreSQL's COPY reads, written as bytes one by one: with a million rows, to join
 * strings and to encode them afterwards takes three times as long.
 */
export class CopyLines {
  /** How many rows there are. */
  count = 0;
  /** How many bytes they take. */
  length = 0;
  #bytes = Buffer.allocUnsafe(firstBytes);

  add({ line, values }: StoredRow): void {
    this.#number(line);
    for (const value of values) {
      this.#byte(tab);
      this.#value(value);
    }
    this.#byte(lineFeed);
    this.count++;
  }

  /** Returns everything that was added, and clears it. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.length);
    this.#bytes = Buffer.allocUnsafe(Math.max(firstBytes, this.length));
    this.length = 0;
    this.count = 0;
    return taken;
  }

  #value(value: CellValue): void {
    if (value === null) this.#append(none);
    else if (typeof value === "string") this.#text(value);
    else if (typeof value === "boolean") this.#text(value ? "t" : "f");
    else this.#number(value);
  }

  #text(text: string): void {
    this.#makeRoom(text.length);
    const bytes = this.#bytes;
    let at = this.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === backslash) {
        this.#append(encodings.get(text) ?? encoded(text));
        return;
      }
      bytes[at++] = code;
    }
    this.length = at;
  }

  /** Whole numbers; those of cells are never beyond Number.MAX_SAFE_INTEGER. */
  #number(value: number | bigint): void {
    if (value < 0) this.#byte(minus);
    let rest = Math.abs(Number(value));
    let digits = 1;
    for (let power = 10; power <= rest; power *= 10) digits++;
    this.#makeRoom(digits);
    const start = this.length;
    this.length += digits;
    for (let at = this.length - 1; at >= start; at--) {
      const whole = Math.floor(rest / 10);
      this.#bytes[at] = zero + rest - whole * 10;
      rest = whole;
    }
  }

  #append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  #byte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.length++] = byte;
  }

  #makeRoom(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + count));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** UTF-8, with tabs, line ends and backslashes as COPY's escapes. */
function encoded(text: string): Uint8Array {
  const bytes = Buffer.from(text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!));
  if (text.length <= longestKept && encodings.size < mostKept) encodings.set(text, bytes);
  return bytes;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
