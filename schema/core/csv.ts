/** The first character of a CSV file: without it Excel does not read UTF-8. */
export const byteOrderMark = "\uFEFF";

/** How cells are written. */
export interface CsvOptions {
  /** Puts an apostrophe before a text that a spreadsheet would run as a formula; numbers are unchanged. */
  guardFormulas?: boolean;
}

const formulaStart = /^[=+@\t\r-]/;

function csvCell(value: string | number, { guardFormulas = false }: CsvOptions): string {
  const isFormula = guardFormulas && typeof value === "string" && formulaStart.test(value);
  const text = isFormula ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of CSV (RFC 4180), with its CRLF: cells are quoted if they contain a comma, a quote or a line break. */
export const csvLine = (cells: readonly (string | number)[], options: CsvOptions = {}): string =>
  `${cells.map((cell) => csvCell(cell, options)).join(",")}\r\n`;

/** A whole CSV file of these records, as Excel writes it: with a byte order mark and CRLF. */
export const csvFile = (rows: readonly (readonly (string | number)[])[], options: CsvOptions = {}): string =>
  byteOrderMark + rows.map((row) => csvLine(row, options)).join("");
