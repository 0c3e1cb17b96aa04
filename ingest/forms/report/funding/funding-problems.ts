import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { cellLocation, ownCells } from "../place/grid.ts";
import type { SourceLocation } from "../report-draft.ts";
import type { FundingColumns } from "./funding-columns.ts";
import type { FundingRow } from "./funding-rows.ts";

const problems = {
  NOT_A_NUMBER: { ko: "숫자가 아닙니다", en: "is not a number" },
  NOT_WHOLE_WON: { ko: "원 단위로 나누어떨어지지 않습니다", en: "is not a whole number of won" },
  TOO_LARGE: {
    ko: "너무 큽니다(±9,007,199,254,740,991원까지)",
    en: "is too large (up to ±9,007,199,254,740,991 won)",
  },
};

/** NOT_A_NUMBER for a cell that is no amount. */
export function notAnAmount(
  origin: SourceLocation,
  columns: FundingColumns,
  index: number,
  row: FundingRow,
  problem: keyof typeof problems,
): FindingDraft {
  const heading = columns.row.cells[index]!.text;
  const label = row.cells[columns.source]!.text;
  const { ko, en } = problems[problem];
  return draftFinding(
    "NOT_A_NUMBER",
    origin,
    `연도별 집행액 표의 ‘${label}’ 줄 ‘${heading}’ 칸(${origin.line}번째 줄, ${origin.column}번째 칸): ‘${origin.quote}’ 값이 ${ko}. 1,234.5처럼 적거나, 없으면 ‘-’ 또는 빈칸으로 두십시오.`,
    `Amounts by year, row “${label}”, column “${heading}” (line ${origin.line}, cell ${origin.column}): “${origin.quote}” ${en}. Write it as 1,234.5; use “-” or leave the cell blank if there is no amount.`,
  );
}

/** VALUE_MISSING for an amount in a cell that is merged over several places. */
export const amountShared = (origin: SourceLocation): FindingDraft =>
  draftFinding(
    "VALUE_MISSING",
    origin,
    `연도별 집행액 표의 금액 ‘${origin.quote}’(${origin.line}번째 줄)이 여러 칸을 합친 칸에 있어 어느 칸의 금액인지 알 수 없습니다. 칸을 나누어 각각 적어 주십시오.`,
    `The amount “${origin.quote}” (line ${origin.line}) is in a cell merged over several places of the table of amounts by year. Split the cell and give each place its own amount.`,
  );

/** DUPLICATE_KEY for a second row of the same source. */
export const repeatedRow = ({ row, cells }: FundingRow, { source }: FundingColumns): FindingDraft => {
  const place = cellLocation(row, cells[source]!);
  return draftFinding(
    "DUPLICATE_KEY",
    place,
    `연도별 집행액 표에 ‘${place.quote}’ 줄이 두 번 있습니다(${row.line}번째 줄). 하나만 남겨 주십시오.`,
    `The table of amounts by year has a second row “${place.quote}” (line ${row.line}). Keep only one.`,
  );
};

/** VALUE_MISSING for a table without a single row or without a single year. */
export function checkTable({ row, periods }: FundingColumns, rows: FundingRow[]): FindingDraft[] {
  const hasYear = periods.some(({ period: { start, end } }) => start && end);
  if (hasYear && rows.some(({ source }) => source !== "TOTAL")) return [];
  return [
    draftFinding(
      "VALUE_MISSING",
      { line: row.line, quote: ownCells(row)[0]!.text },
      `연도별 집행액 표에 ${hasYear ? "금액 줄" : "연도 열"}이 없습니다. 잘린 파일이 아닌지 확인하고 ${hasYear ? "국비·도비·시비·기타 줄을" : "연도를"} 적어 주십시오.`,
      `The table of amounts by year has no ${hasYear ? "row of amounts" : "column for a year"}. Check that the file is not truncated and add ${hasYear ? "the rows 국비, 도비, 시비, 기타" : "the years"}.`,
    ),
  ];
}
