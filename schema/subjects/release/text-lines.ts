import iconv from "iconv-lite";
import { unpack } from "./packed.ts";

/** A line with its number, from 1. */
export interface NumberedLine {
  number: number;
  text: string;
}

/** The lines of a stored text, without their line ends; lone CR, LF and CRLF alike end a line. */
export function linesOfText(content: Buffer, encoding: string): NumberedLine[] {
  const text = iconv.decode(unpack(content), encoding === "CP949" ? "cp949" : "utf8");
  return text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }));
}

/** The rows of a sheet of a stored workbook, as its reading left them: by sheet, each row's number and its cells. */
export function rowsOfSheet(sheetRows: Buffer, sheet: string): NumberedLine[] {
  const sheets: Record<string, [number, string][]> = JSON.parse(unpack(sheetRows).toString());
  return (sheets[sheet] ?? []).map(([number, text]) => ({ number, text }));
}
