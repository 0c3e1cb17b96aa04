import type { Localized } from "../../schema/core/localized.ts";
import { severityWords } from "../../schema/subjects/release/finding-code.ts";
import { findingsTitle } from "../documents/findings-list.ts";
import { severityOf } from "../draft-finding.ts";
import { escapeXml } from "./edit-xml.ts";
import { countsOf, type ListedFinding, mostListed } from "./listed-finding.ts";
import type { ListStyle, StyleSheet } from "./style-sheet.ts";

const headings = [
  ["심각도\nSeverity", 10],
  ["코드\nCode", 24],
  ["파일\nFile", 24],
  ["시트\nSheet", 16],
  ["칸\nCell", 10],
  ["적힌 값\nValue", 26],
  ["문제와 고칠 방법", 70],
  ["Problem and fix", 70],
] as const;

const instructions: Localized = {
  ko: "칸을 누르면 그 자리로 갑니다. 칸을 고쳐 저장하고 이 파일을 그대로 다시 올리십시오. 이 시트와 칸의 색, 메모는 읽지 않습니다.",
  en: "Click a cell to go to it. Correct the cells, save, and import this file again. This sheet, the fills and the notes are not read.",
};

/** A list of findings as the XML of a sheet. `linkTo` gives the id of a relationship to a workbook beside this one. */
export interface ListSheet {
  findings: readonly ListedFinding[];
  /** What to do if it is not correcting the marked cells. */
  remark?: Localized;
  namespace: string;
  relationshipBase: string;
  linkTo(workbook: string): string;
}

/** The sheet that lists all findings, each with a link to its cell. */
export function listSheet(list: ListSheet, styles: StyleSheet): string {
  const { findings, remark = instructions } = list;
  const counts = countsOf(findings.map(({ finding }) => finding));
  const shown = findings.slice(0, mostListed);
  const row = (line: number, cells: readonly (readonly [text: string, style: ListStyle])[]) =>
    `<row r="${line}">${cells.map(([text, style], at) => cellOf(`${String.fromCharCode(65 + at)}${line}`, text, styles.ofList(style))).join("")}</row>`;
  const rows = [
    row(1, [[findingsTitle, "title"]]),
    row(2, [[`${counts.ko} ${remark.ko}`, "title"]]),
    row(3, [[`${counts.en} ${remark.en}`, "title"]]),
    row(
      4,
      headings.map(([heading]) => [heading, "heading"]),
    ),
    ...shown.map((one, at) => row(firstLine + at, cellsOf(one))),
    ...(findings.length > shown.length
      ? [row(firstLine + shown.length, [[notListed(findings.length), "text"]])]
      : []),
  ];
  const links = shown.flatMap((one, at) => linkOf(one, `E${firstLine + at}`, list.linkTo));
  const columns = headings.map(
    ([, width], at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${list.namespace}" xmlns:r="${list.relationshipBase}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>${links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : ""}</worksheet>`;
}

const firstLine = 5;

const cellOf = (address: string, text: string, style: number): string =>
  text === ""
    ? `<c r="${address}" s="${style}"/>`
    : `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

function cellsOf({ finding, place }: ListedFinding): [string, ListStyle][] {
  const severity = severityOf(finding);
  const { code, document, sheet, line, column, quote, message } = finding;
  const printed = line === null ? "" : column === null ? `${line}행` : `${line}행 ${column}열`;
  return [
    [severityWords[severity].ko, severity],
    [code, "text"],
    [document, "text"],
    [place?.sheet ?? sheet ?? "", "text"],
    [place?.address ?? printed, place ? "link" : "text"],
    [(quote ?? "").slice(0, 200), "text"],
    [message.ko, "text"],
    [message.en, "text"],
  ];
}

function linkOf({ place, workbook }: ListedFinding, address: string, linkTo: ListSheet["linkTo"]): string[] {
  if (!place) return [];
  const target = `'${place.sheet.replaceAll("'", "''")}'!${place.address}`;
  const outside = workbook === undefined ? "" : ` r:id="${linkTo(workbook)}"`;
  return [`<hyperlink ref="${address}"${outside} location="${escapeXml(target)}"/>`];
}

const notListed = (count: number): string =>
  `모두 ${count.toLocaleString("en")}건이며 앞의 ${mostListed.toLocaleString("en")}건만 표시했습니다. 고친 뒤 다시 검사하십시오. · Only the first ${mostListed.toLocaleString("en")} of ${count.toLocaleString("en")} are listed. Correct them and check again.`;
