import { gunzipSync } from "node:zlib";
import iconv from "iconv-lite";

/** The lines of a stored document, without their line ends; lone CR, LF and CRLF alike end a line. */
export function linesOf(content: Buffer, encoding: string): string[] {
  const text = iconv.decode(gunzipSync(content), encoding === "CP949" ? "cp949" : "utf8");
  return text.normalize("NFC").split(/\r\n|\r|\n/);
}
