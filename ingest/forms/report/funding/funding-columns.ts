import { nearest } from "../../../../schema/core/nearest.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { misprintFinding } from "../checks/name-variants.ts";
import { cellsOf, type Line } from "../layout/lines-and-cells.ts";
import { compact, plainText } from "../layout/markup.ts";
import { lookUp } from "../layout/similar-words.ts";
import type { PeriodDraft } from "../report-draft.ts";
import { datePeriods, type LabelledPeriod } from "./date-periods.ts";
import { readDatedPeriod } from "./printed-period.ts";

/** The columns of the funding table by their index in the heading line; null if missing. */
export interface FundingColumns {
  line: Line;
  length: number;
  title: number | null;
  source: number;
  total: number | null;
  remarks: number | null;
  periods: { index: number; label: string; period: PeriodDraft; printsOneMonth: boolean }[];
  findings: FindingDraft[];
}

const words = new Map<string, "TITLE" | "SOURCE" | "TOTAL" | "REMARKS" | "BEFORE_TERM" | "AFTER_TERM">([
  ["공약사업명", "TITLE"],
  ["공약명", "TITLE"],
  ["사업명", "TITLE"],
  ["구분", "SOURCE"],
  ["재원", "SOURCE"],
  ["재원별", "SOURCE"],
  ["계", "TOTAL"],
  ["합계", "TOTAL"],
  ["총계", "TOTAL"],
  ["비고", "REMARKS"],
  ["기투자", "BEFORE_TERM"],
  ["기투자액", "BEFORE_TERM"],
  ["임기전", "BEFORE_TERM"],
  ["임기후", "AFTER_TERM"],
  ["임기이후", "AFTER_TERM"],
]);

/** Whether a line is the heading of the funding table: it has the source column and a year, or two years. */
export function isFundingHeading(line: Line): boolean {
  if (!line.text.includes("\t")) return false;
  const labels = cellsOf(line).map(({ raw }) => compact(raw));
  const years = labels.filter((label) => readDatedPeriod(label));
  return years.length > 1 || (years.length > 0 && labels.some((label) => words.get(label) === "SOURCE"));
}

/** Reads the columns by their headings, in any order. */
export function readFundingColumns(line: Line): FundingColumns {
  const cells = cellsOf(line);
  while (cells.length > 0 && compact(cells.at(-1)!.raw) === "") cells.pop();
  const columns: FundingColumns = {
    ...{ line, length: cells.length, title: null, source: -1, total: null, remarks: null },
    ...{ periods: [], findings: [] },
  };
  const printed: (LabelledPeriod & { index: number })[] = [];
  for (const [index, { raw, column }] of cells.entries()) {
    const label = compact(raw);
    const place = { line: line.number, column, quote: raw.trim() };
    const word = lookUp(label, words);
    const dated = readDatedPeriod(label);
    if (word?.misprintOf) columns.findings.push(misprintFinding(place, place.quote, word.misprintOf));
    if (dated) printed.push({ index, label: plainText(raw), printed: dated });
    else if (word?.meaning === "BEFORE_TERM" || word?.meaning === "AFTER_TERM")
      printed.push({ index, label: plainText(raw), printed: { type: word.meaning } });
    else if (word?.meaning === "TITLE") columns.title = index;
    else if (word?.meaning === "SOURCE") columns.source = index;
    else if (word?.meaning === "TOTAL") columns.total = index;
    else if (word?.meaning === "REMARKS") columns.remarks = index;
    else if (label !== "") columns.findings.push(unknownHeading(place));
  }
  if (columns.source < 0) columns.source = Math.max(0, (columns.total ?? printed[0]?.index ?? 1) - 1);
  const periods = datePeriods(printed);
  columns.periods = printed.map(({ index, label, printed: { type } }, position) => ({
    ...{ index, label, period: periods[position]!, printsOneMonth: type === "ONE_MONTH" },
  }));
  columns.findings = [...columns.findings, ...repeatedPeriods(columns)];
  return columns;
}

const unknownHeading = (place: { line: number; column: number; quote: string }): FindingDraft => {
  const near = nearest(compact(place.quote), [...words.keys(), "'19", "'18.7.~12."]);
  return draftFinding(
    "HEADER_UNKNOWN",
    place,
    `연도별 집행액 표의 제목 ‘${place.quote}’(${place.line}번째 줄, ${place.column}번째 칸)을 알 수 없습니다. 가장 가까운 제목은 ‘${near}’입니다. 기투자, '18.7.~12., '19, 임기후처럼 고쳐 주십시오.`,
    `The table of amounts by year has an unknown heading “${place.quote}” (line ${place.line}, cell ${place.column}); the nearest is “${near}”. Use headings such as 기투자, '18.7.~12., '19, 임기후.`,
  );
};

function repeatedPeriods({ periods, line }: FundingColumns): FindingDraft[] {
  const keys = periods.map(({ period: { start, end } }) => `${start} ${end}`);
  return periods
    .filter((_, position) => keys.indexOf(keys[position]!) < position)
    .map(({ index, label }) =>
      draftFinding(
        "DUPLICATE_KEY",
        { line: line.number, column: index + 1, quote: label },
        `연도별 집행액 표에 같은 기간의 열이 두 번 있습니다: ‘${label}’(${index + 1}번째 칸). 하나만 남기거나 연도를 고쳐 주십시오.`,
        `The table of amounts by year has the period “${label}” twice (cell ${index + 1}). Keep one of them or correct the year.`,
      ),
    );
}
