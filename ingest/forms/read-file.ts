import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { decodeText } from "../documents/decode-text.ts";
import type { DocumentFormat, DocumentModel } from "../documents/document-model.ts";
import { documentTables } from "../documents/document-tables.ts";
import { readOfficeDocument } from "../documents/read-office-document.ts";
import { readTables } from "../documents/read-tables.ts";
import {
  displayText,
  isBlank,
  ReadingStopped,
  type Table,
  type TableFormat,
  type TextEncoding,
} from "../documents/table.ts";
import { textDocument } from "../documents/text/text-document.ts";
import { draftFinding, type FindingDraft, type Place } from "../draft-finding.ts";
import { sheetLeftOut } from "./feed/hidden-parts.ts";
import { openFeed } from "./feed/open-feed.ts";
import type { OpenedFeed } from "./feed/opened-feed.ts";
import type { Mapping } from "./mapping/mapping.ts";
import { type MappedFeed, openMapped } from "./mapping/open-mapped.ts";
import { openRemembered, type RememberedMapping } from "./mapping/remembered.ts";
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
  /** The encoding of a text, the format of any other file. */
  encoding: TextEncoding | TableFormat | DocumentFormat;
  /** The document that is displayed and cited by its paragraphs and table rows; null for a text or a workbook. */
  document: DocumentModel | null;
  report: ReportDraft | null;
  feeds: OpenedFeed[];
  /** Tables that a mapping reads. */
  mapped: MappedFeed[];
  /** The tables that are shown as the document: the recognised ones, or all where a mapping reads one. */
  tables: readonly Table[];
  /** Findings on the file as a whole, or on the report in it. */
  findings: FindingDraft[];
  /** Lines, or rows of all sheets; complete once the rows of its feeds have been read. */
  lineCount(): number;
}

/** Longer files are not tried as reports. */
const maxReportBytes = 8_000_000;

/** What an import says of its files. */
export interface ReadingOptions {
  quarter?: QuarterNumber;
  /** Reads the files instead of the hub's own forms. */
  mapping?: Mapping;
  /** Mappings that were used for the municipality before. */
  remembered?: readonly RememberedMapping[];
}

/** Recognises and reads a file. Never throws for its content: problems become findings. */
export async function readFile(file: GivenFile, given: ReadingOptions): Promise<ReadFile> {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const nothing = { document: null, report: null, feeds: [], mapped: [], tables: [] };
  const base = { ...file, sha256, encoding: "UTF-8" as const, ...nothing, lineCount: () => 0 };
  const document = await readOfficeDocument(file.bytes);
  if (document && "finding" in document) return { ...base, findings: [document.finding] };
  const inDocument = document && !given.mapping ? readReport(document, given) : null;
  if (document && inDocument) return { ...base, ...shown(document), ...inDocument };
  // An HTML file may also be a table that a program saved under the name of a workbook.
  if (document && document.format !== "HTML") {
    const read = readAsTables(documentTables(file.name, document), given, firstParagraph(document));
    return { ...base, ...shown(document), ...read, findings: [...document.findings, ...read.findings] };
  }
  const report = given.mapping ? null : readAsReport(file, given);
  if (report) return { ...base, ...report };
  const tables = await readTables(file);
  if ("finding" in tables) return { ...base, findings: [tables.finding] };
  return {
    ...base,
    encoding: tables[0]?.encoding ?? tables[0]?.format ?? "UTF-8",
    ...readAsTables(tables, given),
    lineCount: () => tables.reduce((sum, table) => sum + table.lineCount, 0),
  };
}

type ReadTables = Pick<ReadFile, "feeds" | "mapped" | "tables" | "findings">;

function readAsTables(
  tables: Table[],
  { quarter, mapping, remembered = [] }: ReadingOptions,
  place: Place | null = firstText(tables),
): ReadTables {
  if (mapping) {
    const opened = openMapped(mapping.sheet === null ? visible(tables) : tables, mapping, { quarter });
    return Array.isArray(opened)
      ? { feeds: [], mapped: [], tables: [], findings: opened }
      : { feeds: [], mapped: [opened], tables, findings: opened.findings };
  }
  const opened = visible(tables)
    .map((table) => openFeed(table, feeds))
    .filter((one) => one !== null);
  const recognised = opened.filter((one): one is OpenedFeed => !Array.isArray(one));
  const refused = opened.filter(Array.isArray).flat();
  const unread = visible(tables).filter((table) => !recognised.some((one) => one.table === table));
  const again = openRemembered(unread, remembered, { quarter });
  if (again.mapped.length === 0) {
    const unknown = opened.length === 0 && again.findings.length === 0 ? [formUnknown(tables, place)] : [];
    const hidden = opened.length === 0 ? [] : leftOut(tables).map(sheetLeftOut);
    const findings = [...unknown, ...refused, ...again.findings, ...hidden];
    return { feeds: recognised, mapped: [], tables: recognised.map(({ table }) => table), findings };
  }
  // A sheet that is on no form of the hub needs none where a mapping reads it.
  const stillRefused = refused.filter(({ sheet }) =>
    again.mapped.every(({ table }) => table.sheet !== (sheet ?? null)),
  );
  const notes = again.mapped.flatMap((one) => one.findings);
  return {
    ...{ feeds: recognised, mapped: again.mapped, tables },
    findings: [...stillRefused, ...notes, ...again.findings],
  };
}

/** Sheets that the workbook shows; all of them if it shows none. */
function visible(tables: Table[]): Table[] {
  const shown = tables.filter(({ hidden }) => !hidden.sheet);
  return shown.length > 0 ? shown : tables;
}

/** Hidden sheets beside visible ones that are on the form of a feed. */
const leftOut = (tables: Table[]): Table[] =>
  tables.filter((table) => !visible(tables).includes(table) && openFeed(table, feeds) !== null);

/** A document that is displayed as its paragraphs and table rows. */
function shown(document: DocumentModel): Pick<ReadFile, "encoding" | "document" | "lineCount"> {
  const last = document.blocks.at(-1);
  const lines = (last?.kind === "TABLE" ? last.rows.at(-1)?.line : last?.line) ?? 0;
  return { encoding: document.format, document, lineCount: () => lines };
}

function readAsReport(
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

function formUnknown(tables: Table[], place: Place | null): FindingDraft {
  const names = feeds.map((feed) => feed.title.ko).join(", ");
  const sheets = tables.length > 1 ? ` (${tables.map((table) => table.sheet).join(", ")})` : "";
  return draftFinding(
    "FORM_UNKNOWN",
    place,
    `분기 추진실적 보고서도, 등록된 자료의 표${sheets}도 아닙니다. 보고서에는 머리글(공약번호와 공약명, 소관부서)과 추진실적이 있어야 하고, 자료(${names})의 머리글은 hub template이 출력하는 것과 같아야 합니다. 부서의 표를 그대로 가져오려면 hub map으로 매핑을 만들어 --mapping으로 주십시오.`,
    `This is neither a quarterly report nor a table of a known feed${sheets}. A report has a header (code, title, department) and results; a feed has the headings that \`hub template\` prints. To import a department's own table, make a mapping with \`hub map\` and give it with --mapping.`,
  );
}
