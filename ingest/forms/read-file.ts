import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { decodeText } from "../documents/decode-text.ts";
import type { DocumentFormat, DocumentModel } from "../documents/document-model.ts";
import { documentTables } from "../documents/document-tables.ts";
import { readOfficeDocument } from "../documents/read-office-document.ts";
import { readTables } from "../documents/read-tables.ts";
import type { TableFormat, TextEncoding } from "../documents/table.ts";
import { textDocument } from "../documents/text/text-document.ts";
import type { Place } from "../draft-finding.ts";
import { openFeed } from "./feed/open-feed.ts";
import { OpenedFeed } from "./feed/opened-feed.ts";
import { type ReadingOptions, type ReadTables, readAsTables, readMapped } from "./read-as-tables.ts";
import { readReport } from "./report/read-report.ts";
import type { ReportDraft } from "./report/report-draft.ts";

/** A file to import: its name without folders, and its bytes. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** A recognised file: a report, or one or more feeds whose rows are read later, or neither. */
export interface ReadFile extends GivenFile, ReadTables {
  sha256: string;
  /** The encoding of a text, the format of any other file. */
  encoding: TextEncoding | TableFormat | DocumentFormat;
  /** The document that is displayed and cited by its paragraphs and table rows; null for a text or a workbook. */
  document: DocumentModel | null;
  report: ReportDraft | null;
  /** Lines, or rows of all sheets; complete once the rows of its feeds have been read. */
  lineCount(): number;
}

/** Reports are smaller; whether a larger file is a feed is looked at first. */
const mostBytesOfReport = 100_000;
/** Longer files are not tried as reports. */
const maxReportBytes = 8_000_000;

/** Recognises and reads a file. Never throws for its content: problems become findings. */
export async function readFile(file: GivenFile, options: ReadingOptions): Promise<ReadFile> {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const nothing = { document: null, report: null, feeds: [], mapped: [], mappings: [], tables: [] };
  const base = { ...file, sha256, encoding: "UTF-8" as const, ...nothing, lineCount: () => 0 };
  const document = await readOfficeDocument(file.bytes);
  if (document && "finding" in document) return { ...base, findings: [document.finding] };
  const inDocument =
    document && !isForMapping(file, document, options) ? readReport(document, options) : null;
  if (document && inDocument) return { ...base, ...shown(document), ...inDocument };
  // An HTML file may also be a table that a program saved under the name of a workbook.
  if (document && document.format !== "HTML") {
    const inside = documentTables(file.name, document);
    if ("finding" in inside) return { ...base, ...shown(document), findings: [inside.finding] };
    const read = readAsTables(inside, options, firstParagraph(document));
    return { ...base, ...shown(document), ...read, findings: [...document.findings, ...read.findings] };
  }
  const isTable =
    (await hasMapping(file, options)) ||
    (file.bytes.byteLength > mostBytesOfReport && (await startsAsFeed(file)));
  const report = isTable ? null : readAsReport(file, options);
  if (report) return { ...base, ...report };
  const tables = await readTables(file);
  if ("finding" in tables) return { ...base, findings: [tables.finding] };
  return {
    ...base,
    encoding: tables[0]?.encoding ?? tables[0]?.format ?? "UTF-8",
    ...readAsTables(tables, options),
    lineCount: () => tables.reduce((sum, table) => sum + table.lineCount, 0),
  };
}

/** Whether a mapping of the import reads tables of a document. */
function isForMapping(file: GivenFile, document: DocumentModel, options: ReadingOptions): boolean {
  if (!options.mappings?.length) return false;
  const inside = documentTables(file.name, document);
  return options.isMapped || (!("finding" in inside) && readMapped(inside, options) !== null);
}

/** Whether a mapping of the import reads the tables of a file. */
async function hasMapping(file: GivenFile, options: ReadingOptions): Promise<boolean> {
  if (!options.mappings?.length || options.isMapped) return options.isMapped ?? false;
  const tables = await readTables(file);
  return !("finding" in tables) && readMapped(tables, options) !== null;
}

/** Whether a file has the headings of a feed, which takes less than laying it out as a report. */
async function startsAsFeed(file: GivenFile): Promise<boolean> {
  const tables = await readTables(file);
  return !("finding" in tables) && tables.some((table) => openFeed(table, feeds) instanceof OpenedFeed);
}

/** A document that is displayed as its paragraphs and table rows. */
function shown(document: DocumentModel): Pick<ReadFile, "encoding" | "document" | "lineCount"> {
  const last = document.blocks.at(-1);
  const lines = (last?.kind === "TABLE" ? last.rows.at(-1)?.line : last?.line) ?? 0;
  return { encoding: document.format, document, lineCount: () => lines };
}

function readAsReport(
  { bytes }: GivenFile,
  options: { quarter?: QuarterNumber },
): Pick<ReadFile, "encoding" | "report" | "findings" | "lineCount"> | null {
  if (bytes.byteLength > maxReportBytes) return null;
  const decoded = decodeText(bytes);
  if ("finding" in decoded) return null;
  const read = readReport(textDocument(decoded.text), options);
  if (!read) return null;
  const lines = decoded.text.split(/\r\n|\r|\n/).length;
  return { encoding: decoded.encoding, ...read, lineCount: () => lines };
}

/** Where a document begins; null if it is blank. */
function firstParagraph({ blocks: [first] }: DocumentModel): Place | null {
  const paragraph =
    first?.kind === "TABLE"
      ? first.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs))[0]
      : first;
  return paragraph
    ? { line: paragraph.line, column: paragraph.column, quote: paragraph.text.slice(0, 200) }
    : null;
}
