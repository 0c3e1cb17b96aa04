import writeXlsxFile, { type Cell, type Sheet } from "write-excel-file/node";
import type { LanguageCode } from "../../schema/core/localized.ts";
import type { FileColumn, FileKind, FileTable } from "./file-table.ts";

/** What a workbook's second sheet says of the first: names and values. */
export type SheetNotes = readonly (readonly [name: string, value: string | number | null])[];

const labels = {
  data: { ko: "자료", en: "Data" },
  notes: { ko: "출처", en: "Sources" },
};

/** Number formats of the kinds of column that are numbers or days. */
const formats: Partial<Record<FileKind, string>> = {
  number: "#,##0",
  amount: "#,##0.00",
  share: "0.0%",
  day: "yyyy-mm-dd",
  month: "yyyy-mm",
  time: "yyyy-mm-dd hh:mm",
};

/** Widths of columns, in characters. */
const widths = { least: 9, most: 60, notes: [28, 90] };

/** A table as a workbook: the rows below frozen headings, and a sheet of what they are and where they come from. */
export async function writeXlsx(
  { columns, rows }: FileTable,
  notes: SheetNotes,
  language: LanguageCode,
): Promise<Buffer> {
  const data = [
    columns.map(({ heading }): Cell => ({ value: heading, type: String, fontWeight: "bold", wrap: true })),
    ...rows.map((row) => row.map((value, at) => cellOf(value, columns[at]!))),
  ];
  const sheets: Sheet<Buffer>[] = [
    {
      sheet: labels.data[language],
      data,
      columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
      stickyRowsCount: 1,
    },
    {
      sheet: labels.notes[language],
      data: notes.map(([name, value]) => [
        { value: name, type: String, fontWeight: "bold" },
        value === null
          ? null
          : typeof value === "number"
            ? { value, type: Number }
            : { value, type: String, wrap: true },
      ]),
      columns: widths.notes.map((width) => ({ width })),
    },
  ];
  return writeXlsxFile(sheets).toBuffer();
}

function cellOf(value: string | number | null, { kind }: FileColumn): Cell {
  if (value === null) return null;
  const format = formats[kind];
  if (typeof value === "number") return { value, type: Number, ...(format && { format }) };
  const day = dayOf(value, kind);
  return day && format ? { value: day, type: Date, format } : { value, type: String };
}

/** The moment of a day, month or time as Excel counts it: by the clock of Korea. */
function dayOf(text: string, kind: FileKind): Date | null {
  if (kind === "time") return new Date(Date.parse(text) + 9 * 3_600_000);
  if (kind === "day") return new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return kind === "month" ? new Date(`${text}-01T00:00:00Z`) : null;
}

/** Hangul is twice as wide as Latin. */
const lengthOf = (text: string): number => text.replace(/[^\0-ÿ]/g, "  ").length;

function widthOf({ heading }: FileColumn, rows: FileTable["rows"], at: number): number {
  const longest = rows.reduce(
    (most, row) => Math.max(most, lengthOf(String(row[at] ?? "").slice(0, widths.most))),
    lengthOf(heading) / 2,
  );
  return Math.min(Math.max(longest + 2, widths.least), widths.most);
}
