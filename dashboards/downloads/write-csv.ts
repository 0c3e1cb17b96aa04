import { csvFile } from "../../schema/core/csv.ts";
import type { FileTable } from "./file-table.ts";

/** A table as CSV: a line of headings and a line per row, nothing else; what has no value is blank. */
export const writeCsv = ({ columns, rows }: FileTable): string =>
  csvFile([columns.map(({ heading }) => heading), ...rows.map((row) => row.map((value) => value ?? ""))], {
    guardFormulas: true,
  });
