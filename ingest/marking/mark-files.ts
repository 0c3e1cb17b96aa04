import type { Localized } from "../../schema/core/localized.ts";
import { feeds } from "../../schema/feeds.ts";
import { decodeText } from "../documents/decode-text.ts";
import type { DocumentModel } from "../documents/document-model.ts";
import { documentTables } from "../documents/document-tables.ts";
import { openArchive } from "../documents/open-archive.ts";
import { readOfficeDocument } from "../documents/read-office-document.ts";
import { readTables } from "../documents/read-tables.ts";
import { ReadingStopped, type Table } from "../documents/table.ts";
import { textDocument } from "../documents/text/text-document.ts";
import { unpack } from "../documents/unpack.ts";
import { mainPart } from "../documents/workbook/workbook-parts.ts";
import { openFeed } from "../forms/feed/open-feed.ts";
import type { GivenFile } from "../forms/read-file.ts";
import { readReport } from "../forms/report/read-report.ts";
import type { FileFinding } from "../publishing/file-finding.ts";
import { bySeverity, type ListedFinding } from "./listed-finding.ts";
import { type MarkedWorkbook, type Marking, markWorkbook, ownPlace } from "./mark-workbook.ts";
import { emptyWorkbook, tableWorkbook } from "./table-workbook.ts";

/** A workbook to be written, with its name. */
export interface MarkedFile {
  name: string;
  bytes: Uint8Array;
}

const atOriginal: Localized = {
  ko: "이 파일의 칸에는 표시하지 못했습니다. 원본 파일을 고쳐 올리십시오.",
  en: "The cells of this file could not be marked. Correct the original file and import that.",
};
const besides: Localized = {
  ko: "칸을 누르면 표시한 파일이 열립니다. 그 파일들을 고쳐 저장하고 다시 올리십시오. 칸이 없으면 원본 파일을 고치십시오.",
  en: "Click a cell to open the marked file. Correct those files and import them again; where no cell is given, correct the original.",
};
const clean: Localized = { ko: "고칠 것이 없습니다.", en: "There is nothing to correct." };

/**
 * The files of an import with their findings marked: one workbook for one file. For several it is the list of all
 * findings, with a marked workbook beside it for each file that has any.
 */
export async function markFiles(
  files: readonly GivenFile[],
  findings: readonly FileFinding[],
  name: string,
): Promise<MarkedFile[]> {
  const members = (await Promise.all(files.map(unpack))).flat();
  const wrong = members.filter((member) => findings.some(({ document }) => document === member.name));
  const only = members.length === 1 ? members[0] : wrong.length === 1 ? wrong[0] : undefined;
  if (only && findings.every(({ document }) => document === only.name)) {
    const { bytes, hasMacros } = await markOne(only, findings);
    return [{ name: hasMacros ? withMacros(name) : name, bytes }];
  }
  const marked: MarkedFile[] = [];
  const listed = new Map<FileFinding, ListedFinding>();
  for (const member of wrong) {
    const ofFile = findings.filter(({ document }) => document === member.name);
    const workbook = await markOne(member, ofFile);
    if (workbook.listed.every(({ place }) => place === undefined)) continue;
    const plain = besideName(name, member.name, [...files, ...marked]);
    const own = workbook.hasMacros ? withMacros(plain) : plain;
    marked.push({ name: own, bytes: workbook.bytes });
    for (const one of workbook.listed) listed.set(one.finding, one.place ? { ...one, workbook: own } : one);
  }
  const list = bySeverity(findings).map((finding) => listed.get(finding) ?? { finding });
  const remark = list.length === 0 ? clean : besides;
  const { bytes } = await markWorkbook(await emptyWorkbook(), { ...nothingHere, list, remark });
  return [{ name, bytes }, ...marked];
}

const nothingHere = { findings: [], locate: () => undefined };

/** A file as a marked workbook; with nothing but the list if it has no tables that can be written. */
async function markOne(file: GivenFile, findings: readonly FileFinding[]): Promise<MarkedWorkbook> {
  try {
    const marking = findings.length === 0 ? { remark: clean } : {};
    if (await isWorkbook(file))
      return await markWorkbook(file.bytes, { ...marking, findings, locate: ownPlace });
    const tables = await tablesOf(file);
    const written = tables.length > 0 ? await tableWorkbook(tables, findings) : undefined;
    if (written) return await markWorkbook(written.bytes, { ...marking, findings, locate: written.locate });
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
  }
  const remark = findings.length === 0 ? clean : atOriginal;
  const marking: Marking = { ...nothingHere, findings, remark };
  return markWorkbook(await emptyWorkbook(), marking);
}

/** Whether a file is a workbook of the kind that is marked in place. */
async function isWorkbook({ bytes }: GivenFile): Promise<boolean> {
  if (!Buffer.from(bytes.subarray(0, 2)).equals(Buffer.from("PK"))) return false;
  const archive = await openArchive(bytes);
  const main = await mainPart(archive);
  if (!main || main.endsWith(".bin") || archive.has("mimetype")) return false;
  return /<(?:[\w.-]+:)?workbook[\s>]/.test((await archive.bytes(main)).toString("utf8", 0, 4_000));
}

/** The tables of any other file; none of a report, which is corrected in its own program. */
async function tablesOf(file: GivenFile): Promise<Table[]> {
  const document = await readOfficeDocument(file.bytes);
  const model = document && !("finding" in document) ? document : null;
  const read = model && model.format !== "HTML" ? documentTables(file.name, model) : await readTables(file);
  if ("finding" in read) return [];
  const isFeed = read.some((table) => openFeed(table, feeds) !== null);
  return isFeed || !isReport(file, model) ? read : [];
}

/** Texts that are longer are not read as reports. */
const maxReportBytes = 8_000_000;

function isReport({ bytes }: GivenFile, document: DocumentModel | null): boolean {
  if (document) return readReport(document, {}) !== null;
  const decoded = bytes.byteLength > maxReportBytes ? null : decodeText(bytes);
  return decoded !== null && !("finding" in decoded) && readReport(textDocument(decoded.text), {}) !== null;
}

const withMacros = (name: string): string => name.replace(/\.xlsx$/i, ".xlsm");

/** OUT-구매.xlsx, unlike the files to import and those before. */
function besideName(name: string, member: string, before: readonly { name: string }[]): string {
  const stem = member.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `-${number}`;
    const own = name.replace(/(\.xlsx)?$/i, `-${stem}${ending}.xlsx`);
    if (before.every((one) => one.name.toLowerCase() !== own.toLowerCase())) return own;
  }
}
