import { createHash } from "node:crypto";
import type { QuarterNumber } from "../../schema/scalars/quarter.ts";
import { decodeText } from "./decode-text.ts";
import { isReport, readReport } from "./report/read-report.ts";
import type { FindingDraft, ReportDraft } from "./report/report-draft.ts";

/** A file as it came: its name without folders, and its bytes. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** A file that has been read. `report` is null where a finding refuses it. */
export interface ReadFile extends GivenFile {
  sha256: string;
  encoding: "UTF-8" | "CP949";
  lineCount: number;
  report: ReportDraft | null;
  findings: FindingDraft[];
}

/** Reads a file into facts, whatever form it is on. Never throws for what a file holds: that becomes findings. */
export function readFile(file: GivenFile, given: { quarter?: QuarterNumber }): ReadFile {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const refused = (finding: FindingDraft): ReadFile => ({
    ...file,
    sha256,
    encoding: "UTF-8",
    lineCount: 0,
    report: null,
    findings: [finding],
  });
  const decoded = decodeText(file.bytes);
  if ("finding" in decoded) return refused(decoded.finding);
  if (!isReport(decoded.text)) return refused(formUnknown(decoded.text));
  const { report, findings } = readReport(decoded.text, given);
  const lineCount = decoded.text.split(/\r\n|\r|\n/).length;
  return { ...file, sha256, encoding: decoded.encoding, lineCount, report, findings };
}

function formUnknown(text: string): FindingDraft {
  const line = text.split(/\r\n|\r|\n/, 50).findIndex((one) => one.trim() !== "");
  const quote =
    text
      .split(/\r\n|\r|\n/, 50)
      [line]?.trim()
      .slice(0, 80) ?? null;
  return {
    code: "FORM_UNKNOWN",
    line: line < 0 ? null : line + 1,
    column: null,
    quote,
    message: {
      ko: "공약 분기 추진실적 보고서의 서식이 아닙니다. 머리글(공약번호와 공약명, 소관부서), 추진실적, 집행액 표가 있는 보고서를 주십시오.",
      en: "This is not on the form of a quarterly pledge report. Give a report with its header (code, title, department), results and the table of amounts.",
    },
  };
}
