import iconv from "iconv-lite";

/** How a CSV file is written. */
export interface CsvStyle {
  encoding: "UTF-8" | "UTF-8 with BOM" | "CP949";
  lineEnd: "\n" | "\r\n";
  /** Quotes every cell, not only those that need it. */
  quoteAll: boolean;
  /** Whether the last line is ended as well. */
  endsLastLine: boolean;
}

const plainStyle: CsvStyle = { encoding: "UTF-8", lineEnd: "\r\n", quoteAll: false, endsLastLine: true };

/** The text of a CSV file with these cells. */
export function csvText(rows: string[][], style: Partial<CsvStyle> = {}): string {
  const { lineEnd, quoteAll, endsLastLine } = { ...plainStyle, ...style };
  const written = (cell: string) =>
    quoteAll || /^[\s]|[\s]$|[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(written).join(",")).join(lineEnd) + (endsLastLine ? lineEnd : "");
}

/** The bytes of a CSV file with these cells. */
export function csvBytes(rows: string[][], style: Partial<CsvStyle> = {}): Uint8Array {
  const { encoding } = { ...plainStyle, ...style };
  const text = csvText(rows, style);
  if (encoding === "CP949") return iconv.encode(text, "cp949");
  return Buffer.from(encoding === "UTF-8" ? text : `\uFEFF${text}`);
}
