import type { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { CellState } from "../../../../schema/subjects/release/cell-state.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { parseAmount } from "../../parse-amount.ts";
import type { Line } from "../layout/lines-and-cells.ts";
import { plainText } from "../layout/markup.ts";
import { findUnit, isUnitLine, unitMissing } from "../layout/units.ts";
import { type FundingColumns, isFundingHeading, readFundingColumns } from "./funding-columns.ts";
import type { FundingGrid, PrintedAmount } from "./funding-grid.ts";
import { checkRowLength, type FundingRow, isFundingRow, readFundingRow } from "./funding-rows.ts";

/** The funding table as printed. `others` are the lines of its part outside of it. */
export interface FundingTable {
  heading: Line;
  columns: FundingColumns;
  rows: FundingRow[];
  grid: FundingGrid;
  findings: FindingDraft[];
  others: Line[];
}

/** Reads the table among the lines of its part, the first of which is the part's heading; undefined if there is no table. */
export function readFundingTable(lines: Line[]): FundingTable | undefined {
  const at = lines.findIndex(isFundingHeading);
  if (at < 0) return undefined;
  const columns = readFundingColumns(lines[at]!);
  const findings = [...columns.findings];
  const unit = findUnit(lines);
  if (!unit?.won) findings.push(unitMissing(unitPlace(unit, lines[at]!), unit?.name));
  const others = lines.slice(1, at).filter((line) => !isUnitLine(line));
  const rows: FundingRow[] = [];
  let follows = true;
  for (const line of lines.slice(at + 1)) {
    if (!isFundingRow(line, columns, follows)) {
      if (!isUnitLine(line)) others.push(line);
      follows = false;
      continue;
    }
    const row = readFundingRow(line, columns);
    if (Array.isArray(row)) findings.push(...row);
    else if (rows.some(({ source }) => source === row.source)) findings.push(repeated(row, columns));
    else {
      rows.push(row);
      findings.push(...checkRowLength(row, columns));
    }
    follows = true;
  }
  findings.push(...checkTable(columns, rows));
  const grid = readGrid(columns, rows, unit?.won ?? null, findings);
  return { heading: lines[at]!, columns, rows, grid, findings, others };
}

const unitPlace = (unit: ReturnType<typeof findUnit>, heading: Line) => ({
  line: unit?.line.number ?? heading.number,
  quote: unit?.line.text.trim() ?? heading.text.trim(),
});

/** Cells are read even without a unit, so that all errors of the file are reported at once. */
function readGrid(
  columns: FundingColumns,
  rows: FundingRow[],
  unitWon: bigint | null,
  findings: FindingDraft[],
): FundingGrid {
  const amount = (row: FundingRow | undefined, index: number | null): PrintedAmount | null => {
    const cell = row && index !== null ? row.cells[index] : undefined;
    if (!row || index === null || !cell) return null;
    const origin = { line: row.line.number, column: cell.column, quote: cell.raw.trim() };
    const parsed = parseAmount(plainText(cell.raw), unitWon ?? 1n);
    if (!("problem" in parsed)) return { ...parsed, origin };
    if (unitWon === null && parsed.problem === "NOT_WHOLE_WON") return null;
    findings.push(notAnAmount(origin, columns, index, row, parsed.problem));
    return null;
  };
  const total = rows.find(({ source }) => source === "TOTAL");
  const bySource = rows.filter(({ source }) => source !== "TOTAL");
  const { periods } = columns;
  return {
    sources: bySource.map(({ source }) => source as FundingSource),
    periods,
    // An unreadable cell is an error that rejects the report, so its placeholder is never seen.
    cells: bySource.map((row) =>
      periods.map(
        ({ index }) => amount(row, index) ?? { state: CellState.BLANK, won: null, origin: lineOf(row) },
      ),
    ),
    sourceTotals: bySource.map((row) => amount(row, columns.total)),
    periodTotals: periods.map(({ index }) => amount(total, index)),
    grandTotal: amount(total, columns.total),
  };
}

const lineOf = (row: FundingRow) => ({ line: row.line.number, column: null, quote: "" });

const problems = {
  NOT_A_NUMBER: { ko: "숫자가 아닙니다", en: "is not a number" },
  NOT_WHOLE_WON: { ko: "1원 아래로 나뉩니다", en: "is not a whole number of won" },
  TOO_LARGE: {
    ko: "너무 큽니다(±9,007,199,254,740,991원까지)",
    en: "is too large (up to ±9,007,199,254,740,991 won)",
  },
};

function notAnAmount(
  origin: { line: number; column: number; quote: string },
  columns: FundingColumns,
  index: number,
  row: FundingRow,
  problem: keyof typeof problems,
): FindingDraft {
  const heading = columns.line.text.split("\t")[index]!.trim();
  const label = row.cells[columns.source]!.raw.trim();
  const { ko, en } = problems[problem];
  return draftFinding(
    "NOT_A_NUMBER",
    origin,
    `연도별 집행액 표의 ‘${label}’ 줄 ‘${heading}’ 칸(${origin.line}번째 줄, ${origin.column}번째 칸): ‘${origin.quote}’ 값이 ${ko}. 1,234.5처럼 적거나, 없으면 ‘-’ 또는 빈칸으로 두십시오.`,
    `Amounts by year, row “${label}”, column “${heading}” (line ${origin.line}, cell ${origin.column}): “${origin.quote}” ${en}. Write it as 1,234.5; use “-” or leave the cell blank if there is no amount.`,
  );
}

const repeated = ({ line, cells }: FundingRow, { source }: FundingColumns): FindingDraft => {
  const quote = cells[source]!.raw.trim();
  return draftFinding(
    "DUPLICATE_KEY",
    { line: line.number, column: cells[source]!.column, quote },
    `연도별 집행액 표에 ‘${quote}’ 줄이 두 번 있습니다(${line.number}번째 줄). 하나만 남겨 주십시오.`,
    `The table of amounts by year has a second row “${quote}” (line ${line.number}). Keep only one.`,
  );
};

/** VALUE_MISSING for a table without a single row or without a single year. */
function checkTable({ line, periods }: FundingColumns, rows: FundingRow[]): FindingDraft[] {
  const hasYear = periods.some(({ period: { start, end } }) => start && end);
  if (hasYear && rows.some(({ source }) => source !== "TOTAL")) return [];
  return [
    draftFinding(
      "VALUE_MISSING",
      { line: line.number, quote: line.text.trim() },
      `연도별 집행액 표에 ${hasYear ? "금액 줄" : "연도 열"}이 없습니다. 잘린 파일이 아닌지 확인하고 ${hasYear ? "국비·도비·시비·기타 줄을" : "연도를"} 적어 주십시오.`,
      `The table of amounts by year has no ${hasYear ? "row of amounts" : "column for a year"}. Check that the file is not truncated and add ${hasYear ? "the rows 국비, 도비, 시비, 기타" : "the years"}.`,
    ),
  ];
}
