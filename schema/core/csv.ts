/** The first character of a CSV file: without it Excel does not read UTF-8. */
export const byteOrderMark = "\uFEFF";

/** How cells are written. */
export interface CsvOptions {
  /** Puts an apostrophe before a text that a spreadsheet would run as a formula; numbers and bullets are unchanged. */
  guardFormulas?: boolean;
}

/** Starts of formulas, wide forms included: spreadsheets in Korean and Japanese read these too. */
const formulaStart = /^[=+@\t\r\n＝＋＠－-]/;
const number = /^[+-]\s*[\d,.]+\s*%?$/;
/** A dash alone, or before a blank and words: a statement of a report. */
const bullet = /^-(?:\s[\s\S]*)?$/;
/** What makes words after a dash reach out of the sheet: a comparison, another program, another sheet, a call that loads something. */
const reach =
  /[=|]|![$A-Za-z]|(?:HYPERLINK|WEBSERVICE|FILTERXML|IMPORT\w*|IMAGE|INDIRECT|DDE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|CUBE\w*|SQL\.REQUEST)\s*\(/i;

const isFormula = (text: string): boolean =>
  formulaStart.test(text) && !number.test(text) && !(bullet.test(text) && !reach.test(text));

function csvCell(value: string | number, { guardFormulas = false }: CsvOptions): string {
  const isGuarded = guardFormulas && typeof value === "string" && isFormula(value);
  const text = isGuarded ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of CSV (RFC 4180), with its CRLF: cells are quoted if they contain a comma, a quote or a line break. */
export const csvLine = (cells: readonly (string | number)[], options: CsvOptions = {}): string =>
  `${cells.map((cell) => csvCell(cell, options)).join(",")}\r\n`;

/** A whole CSV file of these records, as Excel writes it: with a byte order mark and CRLF. */
export const csvFile = (rows: readonly (readonly (string | number)[])[], options: CsvOptions = {}): string =>
  byteOrderMark + rows.map((row) => csvLine(row, options)).join("");
