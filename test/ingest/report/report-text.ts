import { textDocument } from "../../../ingest/documents/text/text-document.ts";
import { type ReadReport, readReport } from "../../../ingest/forms/report/read-report.ts";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";

/** The parts of a clean report of a fictitious city; tests replace the part they test. */
export const cleanParts = {
  header: [
    "2-3-1\t청년 창업 지원센터 건립",
    "소관부서\t청년정책과\t과장\t김\t팀장\t박\t연락처\t2210\t2215",
  ].join("\n"),
  results: "□ 추진실적 및 향후 추진계획\n\n구 분\t추진실적 및 추진계획\t비 고",
  before: "그동안 추진실적 (당해 분기 이전 실적)\t○ 부지 확보 - 매입 : 2023. 3. 15.(수) ○ 설계 공모\t",
  this: "2024년 1/4분기 추진실적 (당해 분기 실적)\t○ 창업 아카데미 - 수강인원 : 35명\t",
  plan: "2024년 2/4분기 추진계획 (향후 추진 계획)\t○ 착공 - 2024. 5.~11.\t",
  participation: [
    ...["□ 시민참여 실적", "", "(단위 : 회)", ""],
    "공약 관련 회의\t설명회, 민생탐방\t전문가 자문\t언론/방송 보도\t기 타",
    "2\t0\t-\t\t1",
  ].join("\n"),
  funding: [
    ...["□ 연도별 집행액", "", "(단위 : 천원)", ""],
    "공약사업명\t구분\t계\t기투자\t'22.7.~12.\t'23\t'24\t'25\t'26.1.~6.\t임기후",
    "청년 창업 지원센터 건립\t계\t900,000\t\t100,000\t600,000\t200,000\t\t\t",
    "\t국비\t500,000\t\t\t300,000\t200,000\t\t\t",
    "\t도비\t200,000\t\t\t200,000\t\t\t\t",
    "\t시비\t200,000\t\t100,000\t100,000\t\t\t\t",
    "\t기타\t\t\t\t\t\t\t\t",
  ].join("\n"),
  issues: "□ 문제점 및 개선대책\n\n○ 문제점\n\n- 자재비 상승\n\n○ 개선대책\n\n- 예산 추가 확보",
};

/** The text of the clean report with some parts replaced; null leaves a part out. */
export const formWith = (parts: { [Part in keyof typeof cleanParts]?: string | null } = {}): string =>
  Object.values({ ...cleanParts, ...parts })
    .filter((part) => part !== null)
    .join("\n\n");

/** A part of the clean report with one text in it replaced, which must be there. */
export function changed(part: keyof typeof cleanParts, text: string, by: string): Record<string, string> {
  if (!cleanParts[part].includes(text)) throw new Error(`${part} has no ${text}`);
  return { [part]: cleanParts[part].replace(text, by) };
}

/** Reads a text as an import does. Throws if it is not recognised as a report. */
export function read(text: string, quarter?: string): ReadReport {
  const result = tryRead(text, quarter);
  if (!result) throw new Error(`not recognised as a report: ${text.slice(0, 100)}`);
  return result;
}

/** Reads a text as an import does; null if it is not recognised as a report. */
export const tryRead = (text: string, quarter?: string): ReadReport | null =>
  readReport(textDocument(text), quarter === undefined ? {} : { quarter: parseQuarter(quarter)! });

/** Codes and lines of what is found in a text, as `SUM_MISMATCH 23`. */
export const found = (text: string, quarter?: string): string[] =>
  read(text, quarter).findings.map(({ code, line }) => `${code} ${line}`);

/** The number of the line that contains a text. */
export const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split("\n").length;
