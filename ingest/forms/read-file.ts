import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../schema/core/scalars/quarter.ts";
import { feeds } from "../../schema/feeds.ts";
import { decodeText } from "../documents/decode-text.ts";
import { readTables } from "../documents/read-tables.ts";
import {
  displayText,
  isBlank,
  ReadingStopped,
  type Table,
  type TableFormat,
  type TextEncoding,
} from "../documents/table.ts";
import { draftFinding, type FindingDraft, type Place } from "../draft-finding.ts";
import { sheetLeftOut } from "./feed/hidden-parts.ts";
import { openFeed } from "./feed/open-feed.ts";
import type { OpenedFeed } from "./feed/opened-feed.ts";
import { isReport } from "./report/detect-report.ts";
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
  encoding: TextEncoding | TableFormat;
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
  const base = { ...file, sha256, encoding: "UTF-8" as const, report: null, feeds: [], lineCount: () => 0 };
  const report = readAsReport(file, given);
  if (report) return { ...base, ...report };
  const tables = await readTables(file);
  if ("finding" in tables) return { ...base, findings: [tables.finding] };
  const shown = visible(tables);
  const results = shown.map((table) => openFeed(table, feeds));
  const opened = results.filter((one) => one !== null);
  const recognised = opened.filter((one): one is OpenedFeed => !Array.isArray(one));
  const leftOut = shown.filter((_, index) => results[index] === null);
  return {
    ...base,
    encoding: tables[0]?.encoding ?? tables[0]?.format ?? "UTF-8",
    feeds: recognised,
    findings:
      opened.length === 0
        ? [formUnknown(tables)]
        : [
            ...opened.filter(Array.isArray).flat(),
            ...sheetsLeftOut(leftOut),
            ...hiddenForms(tables, shown).map(sheetLeftOut),
          ],
    lineCount: () => tables.reduce((sum, table) => sum + table.lineCount, 0),
  };
}

/** Sheets that the workbook shows; all of them if it shows none. */
function visible(tables: Table[]): Table[] {
  const shown = tables.filter(({ hidden }) => !hidden.sheet);
  return shown.length > 0 ? shown : tables;
}

/** Hidden sheets beside visible ones that are on the form of a feed. */
const hiddenForms = (tables: Table[], shown: Table[]): Table[] =>
  tables.filter((table) => !shown.includes(table) && openFeed(table, feeds) !== null);

function readAsReport(
  { bytes }: GivenFile,
  given: { quarter?: QuarterNumber },
): Pick<ReadFile, "encoding" | "report" | "findings" | "lineCount"> | null {
  if (bytes.byteLength > maxReportBytes) return null;
  const decoded = decodeText(bytes);
  if ("finding" in decoded || !isReport(decoded.text)) return null;
  const lines = decoded.text.split(/\r\n|\r|\n/).length;
  return { encoding: decoded.encoding, ...readReport(decoded.text, given), lineCount: () => lines };
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

/** A note that names the sheets that are on no form, beside others that are. */
function sheetsLeftOut(tables: Table[]): FindingDraft[] {
  const names = tables.flatMap(({ sheet }) => sheet ?? []).join(", ");
  if (names === "") return [];
  const note = draftFinding(
    "CONTENT_IGNORED",
    null,
    `등록된 자료의 표가 아닌 시트는 읽지 않았습니다: ${names}.`,
    `Sheets that are on no form of the hub were not read: ${names}.`,
  );
  return [note];
}

function formUnknown(tables: Table[]): FindingDraft {
  const names = feeds.map((feed) => feed.title.ko).join(", ");
  const sheets = tables.length > 1 ? ` (${tables.map((table) => table.sheet).join(", ")})` : "";
  return draftFinding(
    "FORM_UNKNOWN",
    firstText(tables),
    `분기 추진실적 보고서도, 등록된 자료의 표${sheets}도 아닙니다. 보고서에는 머리글(공약번호와 공약명, 소관부서)과 추진실적이 있어야 하고, 자료(${names})의 머리글은 hub template이 출력하는 것과 같아야 합니다.`,
    `This is neither a quarterly report nor a table of a known feed${sheets}. A report has a header (code, title, department) and results; a feed has the headings that \`hub template\` prints.`,
  );
}
