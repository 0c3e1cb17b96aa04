import iconv from "iconv-lite";

/** The lines of a stored document, without their line ends; lone CR, LF and CRLF alike end a line. */
export function linesOf(content: Buffer, encoding: string): string[] {
  return iconv.decode(content, encoding === "CP949" ? "cp949" : "utf8").split(/\r\n|\r|\n/);
}
