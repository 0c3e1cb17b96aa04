import { Readable } from "node:stream";
import type { FileKind } from "../../dashboards/downloads/file-table.ts";
import { type SheetNotes, writeXlsx } from "../../dashboards/downloads/write-xlsx.ts";
import { byteOrderMark, csvLine } from "../../schema/core/csv.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { LanguageCode } from "../../schema/core/localized.ts";
import type { CellValue } from "./answer-rows.ts";
import type { ValueKind } from "./table-plan.ts";
import type { AnswerColumn } from "./table-shape.ts";
import { writeParquet } from "./write-parquet.ts";

/** The table of an answer, page by page. */
export interface AnswerTable {
  columns: readonly AnswerColumn[];
  pages: AsyncIterable<CellValue[][]>;
  /** Rows of the outermost list. */
  total: number;
  /** What a workbook says of it. */
  notes: SheetNotes;
  language: LanguageCode;
  hasByteOrderMark: boolean;
}

/** A format that the table of an answer can have. */
export interface TableFormat {
  type: string;
  /** The most rows of a file. */
  mostRows: number;
  write(table: AnswerTable): Promise<Buffer | Readable>;
}

/** Longer files are sent while they are being read, and are not kept. */
const mostRowsInMemory = 50_000;
/** The most characters of a cell in a workbook. */
const mostCharacters = 32_767;

const fileKinds: Record<ValueKind, FileKind> = {
  ...{ text: "text", boolean: "text", day: "day", month: "month", time: "time" },
  ...{ integer: "general", decimal: "general", won: "number" },
};

/** The formats by the ending of /graphql.ENDING. */
export const tableFormats: Record<string, TableFormat> = {
  csv: { type: "text/csv; charset=utf-8", mostRows: 500_000, write: writeCsvPages },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    mostRows: mostRowsInMemory,
    write: writeWorkbook,
  },
  parquet: {
    type: "application/vnd.apache.parquet",
    mostRows: 500_000,
    write: ({ columns, pages }) => writeParquet(columns, pages),
  },
};

const jsonTypes = ["application/json", "application/graphql-response+json", "*/*", "application/*"];

/** The format that an Accept header prefers, by its ending; null if it prefers JSON or none of them. */
export function endingOf(accept: string | undefined): string | null {
  if (!accept) return null;
  const accepted = accept
    .split(",")
    .map((part) => {
      const [type = "", ...parameters] = part.split(";").map((one) => one.trim().toLowerCase());
      const quality = parameters.find((one) => one.startsWith("q="));
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { type } of accepted) {
    if (jsonTypes.includes(type)) return null;
    const found = Object.entries(tableFormats).find(([, format]) => format.type.split(";")[0] === type);
    if (found) return found[0];
  }
  return null;
}

async function writeCsvPages(table: AnswerTable): Promise<Buffer | Readable> {
  const text = Readable.from(csvPages(table), { objectMode: false });
  if (table.total > mostRowsInMemory) return text;
  const chunks: Buffer[] = [];
  for await (const chunk of text) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function* csvPages({ columns, pages, hasByteOrderMark }: AnswerTable): AsyncGenerator<Buffer> {
  const lineOf = (row: readonly CellValue[]) =>
    csvLine(
      row.map((value) => (typeof value === "boolean" ? String(value) : (value ?? ""))),
      { guardFormulas: true },
    );
  const headings = lineOf(columns.map(({ name }) => name));
  yield Buffer.from((hasByteOrderMark ? byteOrderMark : "") + headings);
  for await (const rows of pages) if (rows.length > 0) yield Buffer.from(rows.map(lineOf).join(""));
}

async function writeWorkbook({ columns, pages, notes, language }: AnswerTable): Promise<Buffer> {
  const rows: (string | number | null)[][] = [];
  for await (const page of pages)
    for (const row of page) rows.push(row.map((value, at) => workbookCell(value, columns[at]!)));
  const headings = columns.map(({ name, kind }) => ({ heading: name, kind: fileKinds[kind] }));
  return writeXlsx({ columns: headings, rows }, notes, language);
}

function workbookCell(value: CellValue, { name }: AnswerColumn): string | number | null {
  const cell = typeof value === "boolean" ? String(value) : value;
  if (typeof cell !== "string" || cell.length <= mostCharacters) return cell;
  throw new HubError(
    "CELL_TOO_LONG",
    {
      ko: `${name} 열에 ${cell.length}자인 글이 있는데, 엑셀의 칸에는 ${mostCharacters}자까지 들어갑니다.`,
      en: `The column ${name} has a text of ${cell.length} characters; a cell of a workbook holds ${mostCharacters}.`,
    },
    { ko: "CSV나 Parquet로 내려받으십시오.", en: "Take it as CSV or Parquet." },
  );
}
