import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { decodeText } from "../documents/decode-text.ts";
import type { DocumentFormat, DocumentModel } from "../documents/document-model.ts";
import { readOfficeDocument } from "../documents/read-office-document.ts";
import { readTables } from "../documents/read-tables.ts";
import { displayText, isBlank, ReadingStopped, type Table } from "../documents/table.ts";
import { textDocument } from "../documents/text/text-document.ts";
import { draftFinding, type FindingDraft, type Place } from "../draft-finding.ts";
import { openFeed } from "./feed/open-feed.ts";
import type { OpenedFeed } from "./feed/opened-feed.ts";
import { readReport } from "./report/read-report.ts";
import type { ReportDraft } from "./report/report-draft.ts";

/** A file to import: its name without folders, and its bytes. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** A recognised file: a report, or one or more feeds whose rows are read later, or neither. */
export interface ReadFile extends GivenFile {
  sha256: string;
  /** Encoding of a text, or the format of what is none. */
  encoding: "UTF-8" | "CP949" | "XLSX" | DocumentFormat;
  /** The document that is displayed and cited by its paragraphs and table rows; null for a text or a workbook. */
  document: DocumentModel | null;
  report: ReportDraft | null;
  feeds: OpenedFeed[];
  /** Findings on the file as a whole, or on the report in it. */
  findings: FindingDraft[];
  /** Lines, or rows of all sheets; complete once the rows of its feeds have been read. */
  lineCount(): number;
}

/** Longer files are not tried as reports. */
const maxReportBytes = 8_000_000;

/** Recognises and reads a file. Never throws for its content: problems become findings. */
export async function readFile(file: GivenFile, given: { quarter?: QuarterNumber }): Promise<ReadFile> {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const base = {
    ...{ ...file, sha256, encoding: "UTF-8" as const, document: null },
    ...{ report: null, feeds: [], lineCount: () => 0 },
  };
  const document = await readOfficeDocument(file.bytes);
  if (document && "finding" in document) return { ...base, findings: [document.finding] };
  const report = document ? readDocument(document, given) : readText(file, given);
  if (report) return { ...base, ...report };
  const tables = await readTables(file);
  if ("finding" in tables) {
    return { ...base, findings: [document ? formUnknown([], firstParagraph(document)) : tables.finding] };
  }
  const opened = tables.map((table) => openFeed(table, feeds)).filter((one) => one !== null);
  const recognised = opened.filter((one): one is OpenedFeed => !Array.isArray(one));
  return {
    ...base,
    encoding: tables[0]?.encoding ?? "UTF-8",
    feeds: recognised,
    findings: opened.length === 0 ? [formUnknown(tables)] : opened.filter(Array.isArray).flat(),
    lineCount: () => tables.reduce((sum, table) => sum + table.lineCount, 0),
  };
}

/** An office document as a report; null if it is none. */
function readDocument(
  document: DocumentModel,
  given: { quarter?: QuarterNumber },
): Pick<ReadFile, "encoding" | "document" | "report" | "findings" | "lineCount"> | null {
  const read = readReport(document, given);
  const last = document.blocks.at(-1);
  const lines = (last?.kind === "TABLE" ? last.rows.at(-1)?.line : last?.line) ?? 0;
  return read && { encoding: document.format, document, ...read, lineCount: () => lines };
}

/** A text as a report; null if it is none. */
function readText(
  { bytes }: GivenFile,
  given: { quarter?: QuarterNumber },
): Pick<ReadFile, "encoding" | "report" | "findings" | "lineCount"> | null {
  if (bytes.byteLength > maxReportBytes) return null;
  const decoded = decodeText(bytes);
  if ("finding" in decoded) return null;
  const read = readReport(textDocument(decoded.text), given);
  if (!read) return null;
  const lines = decoded.text.split(/\r\n|\r|\n/).length;
  return { encoding: decoded.encoding, ...read, lineCount: () => lines };
}

/** The first non-blank cell or line; null if there is none. */
function firstText(tables: Table[]): Place | null {
  try {
    const [first] = tables[0]?.batches() ?? [];
    for (const { line, cells } of first ?? []) {
      const at = cells.findIndex((cell) => !isBlank(cell));
      if (at >= 0) return { line, column: at + 1, quote: displayText(cells[at]).trim().slice(0, 200) };
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  return null;
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

function formUnknown(tables: Table[], place: Place | null = firstText(tables)): FindingDraft {
  const names = feeds.map((feed) => feed.title.ko).join(", ");
  const sheets = tables.length > 1 ? ` (${tables.map((table) => table.sheet).join(", ")})` : "";
  return draftFinding(
    "FORM_UNKNOWN",
    place,
    `분기 추진실적 보고서도, 등록된 자료의 표${sheets}도 아닙니다. 보고서에는 머리글(공약번호와 공약명, 소관부서)과 추진실적이 있어야 하고, 자료(${names})의 머리글은 hub template이 출력하는 것과 같아야 합니다.`,
    `This is neither a quarterly report nor a table of a known feed${sheets}. A report has a header (code, title, department) and results; a feed has the headings that \`hub template\` prints.`,
  );
}
