import { nearest } from "../../../../schema/core/nearest.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { misprintFinding } from "../checks/name-variants.ts";
import { compact, type FormWords } from "../form/form-words.ts";
import { isUnit, withoutUnit } from "../form/units.ts";
import { cellLocation, type GridRow } from "../place/grid.ts";
import { isEscaped } from "../place/printed.ts";
import type { PeriodDraft, SourceLocation } from "../report-draft.ts";
import { datePeriods, type LabelledPeriod } from "./date-periods.ts";
import { readDatedPeriod } from "./printed-period.ts";

/** The columns of the funding table by their index in the heading row; null if missing. */
export interface FundingColumns {
  row: GridRow;
  length: number;
  title: number | null;
  source: number;
  total: number | null;
  remarks: number | null;
  periods: {
    index: number;
    label: string;
    period: PeriodDraft;
    printsOneMonth: boolean;
    origin: SourceLocation;
  }[];
  findings: FindingDraft[];
}

/** Whether a row is the heading of the funding table: it has the source column and a year, or two years. */
export function isFundingHeading(row: GridRow, words: FormWords): boolean {
  if (row.cells.length < 2) return false;
  const labels = row.cells.map(({ text }) => compact(text));
  const years = labels.filter((label) => readDatedPeriod(label));
  const hasSource = () => labels.some((label) => words.fundingColumn(label)?.meaning === "SOURCE");
  return years.length > 1 || (years.length > 0 && hasSource());
}

/** Reads the columns by their headings, in any order. */
export function readFundingColumns(row: GridRow, words: FormWords): FundingColumns {
  const cells = [...row.cells];
  while (cells.length > 0 && cells.at(-1)!.text === "") cells.pop();
  const columns: FundingColumns = {
    ...{ row, length: cells.length, title: null, source: -1, total: null, remarks: null },
    ...{ periods: [], findings: [] },
  };
  const printed: (LabelledPeriod & { index: number; origin: SourceLocation })[] = [];
  for (const [index, cell] of cells.entries()) {
    // 계 (백만원) is 계, whose unit is read elsewhere.
    const text = withoutUnit(cell.text);
    const label = compact(text);
    const origin = cellLocation(row, cell);
    const word = isEscaped(cell.paragraphs) ? undefined : words.fundingColumn(label);
    const dated = readDatedPeriod(label);
    if (word?.misprintOf) columns.findings.push(misprintFinding(origin, origin.quote, word.misprintOf));
    if (dated) printed.push({ index, label: text, printed: dated, origin });
    else if (word?.meaning === "BEFORE_TERM" || word?.meaning === "AFTER_TERM")
      printed.push({ index, label: text, printed: { type: word.meaning }, origin });
    else if (word?.meaning === "TITLE") columns.title ??= index;
    else if (word?.meaning === "SOURCE") columns.source = index;
    else if (word?.meaning === "TOTAL") columns.total = index;
    else if (word?.meaning === "REMARKS") columns.remarks = index;
    else if (label !== "" && !isUnit(cell.text)) columns.findings.push(unknownHeading(origin, text, words));
  }
  if (columns.source < 0) columns.source = Math.max(0, (columns.total ?? printed[0]?.index ?? 1) - 1);
  const periods = datePeriods(printed);
  columns.periods = printed.map(({ index, label, printed: { type }, origin }, position) => ({
    ...{ index, label, origin, period: periods[position]!, printsOneMonth: type === "ONE_MONTH" },
  }));
  columns.findings = [...columns.findings, ...repeatedPeriods(columns)];
  return columns;
}

const unknownHeading = (place: SourceLocation, text: string, words: FormWords): FindingDraft => {
  const near = nearest(compact(text), [...words.fundingWords().columns, "'19", "'18.7.~12."]);
  return draftFinding(
    "HEADER_UNKNOWN",
    place,
    `연도별 집행액 표의 제목 ‘${text}’(${place.line}번째 줄, ${place.column}번째 칸)을 알 수 없습니다. 가장 가까운 제목은 ‘${near}’입니다. 기투자, '18.7.~12., '19, 임기후처럼 고쳐 주십시오.`,
    `The table of amounts by year has an unknown heading “${text}” (line ${place.line}, cell ${place.column}); the nearest is “${near}”. Use headings such as 기투자, '18.7.~12., '19, 임기후.`,
  );
};

function repeatedPeriods({ periods }: FundingColumns): FindingDraft[] {
  const keys = periods.map(({ period: { start, end } }) => `${start} ${end}`);
  return periods
    .filter((_, position) => keys.indexOf(keys[position]!) < position)
    .map(({ index, label, origin }) =>
      draftFinding(
        "DUPLICATE_KEY",
        origin,
        `연도별 집행액 표에 같은 기간의 열이 두 번 있습니다: ‘${label}’(${index + 1}번째 칸). 하나만 남기거나 연도를 고쳐 주십시오.`,
        `The table of amounts by year has the period “${label}” twice (cell ${index + 1}). Keep one of them or correct the year.`,
      ),
    );
}
