import { nearest } from "../../../../schema/core/nearest.ts";
import { FundingSource } from "../../../../schema/subjects/funding/funding-kinds.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import { type Cell, cellsOf, isBlank, type Line } from "../layout/lines-and-cells.ts";
import { compact } from "../layout/markup.ts";
import type { FundingColumns } from "./funding-columns.ts";

export type RowSource = FundingSource | "TOTAL";

/** A row of the funding table, its cells aligned with the headings even if the line omits the first ones. */
export interface FundingRow {
  line: Line;
  source: RowSource;
  /** By column index; undefined if the line ends before it. */
  cells: (Cell | undefined)[];
}

const sources = new Map<string, RowSource>([
  ["계", "TOTAL"],
  ["합계", "TOTAL"],
  ["총계", "TOTAL"],
  ["소계", "TOTAL"],
  ["국비", FundingSource.NATIONAL],
  ["도비", FundingSource.PROVINCE],
  ["시비", FundingSource.CITY],
  ["기타", FundingSource.OTHER],
]);
const sourceOf = (cell: Cell | undefined): RowSource | undefined => cell && sources.get(compact(cell.raw));

/** The index of a row's source label: under its heading, or before it if leading cells are omitted. */
function labelIndex(cells: Cell[], columns: FundingColumns): number {
  const isOwnColumn = (index: number) => index !== columns.total && index <= columns.source;
  if (sourceOf(cells[columns.source])) return columns.source;
  const shifted = cells.findIndex((cell, index) => isOwnColumn(index) && sourceOf(cell));
  return shifted < 0 ? columns.source : shifted;
}

/**
 * Whether a line belongs to the table: it has cells, and a source label or, if it `follows` a row, enough
 * cells for one.
 */
export const isFundingRow = (line: Line, columns: FundingColumns, follows: boolean): boolean => {
  const cells = line.text.includes("\t") ? cellsOf(line) : [];
  return (
    sourceOf(cells[labelIndex(cells, columns)]) !== undefined || (follows && cells.length > columns.source)
  );
};

/** Reads a row, or returns the findings that reject it; none for a row of blanks. */
export function readFundingRow(line: Line, columns: FundingColumns): FundingRow | FindingDraft[] {
  const cells = cellsOf(line);
  const at = labelIndex(cells, columns);
  const source = sourceOf(cells[at]);
  if (!source) return cells.every(({ raw }) => isBlank(raw)) ? [] : [unknownSource(line, cells[at])];
  const shift = columns.source - at;
  return { line, source, cells: Array.from({ length: columns.length }, (_, index) => cells[index - shift]) };
}

function unknownSource(line: Line, cell: Cell | undefined): FindingDraft {
  const quote = cell?.raw.trim() ?? "";
  const place = { line: line.number, column: cell?.column ?? null, quote };
  if (quote === "")
    return draftFinding(
      "VALUE_MISSING",
      place,
      `연도별 집행액 표 ${line.number}번째 줄의 구분(재원)이 비어 있습니다. 계, 국비, 도비, 시비, 기타 가운데 하나를 적어 주십시오.`,
      `Line ${line.number} of the table of amounts by year has no funding source. Enter one of 계, 국비, 도비, 시비, 기타.`,
    );
  const near = nearest(compact(quote), [...sources.keys()]);
  return draftFinding(
    "VALUE_UNKNOWN",
    place,
    `연도별 집행액 표 ${line.number}번째 줄의 구분(재원) ‘${quote}’: 알 수 없는 재원입니다. 가장 가까운 것은 ‘${near}’입니다. 계, 국비, 도비, 시비, 기타 가운데 하나로 고쳐 주십시오.`,
    `Line ${line.number} of the table of amounts by year has an unknown funding source “${quote}”; the nearest is “${near}”. Use one of 계, 국비, 도비, 시비, 기타.`,
  );
}

/** VALUE_MISSING for a row with too few cells, or with more than the headings. */
export function checkRowLength(row: FundingRow, columns: FundingColumns): FindingDraft[] {
  const all = cellsOf(row.line);
  // The line may omit its first cells and have blanks beyond the headings.
  const leftOut = row.cells.findIndex((cell) => cell !== undefined);
  const expected = columns.length - leftOut;
  if (all.length >= expected && all.slice(expected).every(({ raw }) => isBlank(raw))) return [];
  return [
    draftFinding(
      "VALUE_MISSING",
      { line: row.line.number, quote: row.line.text.trim() },
      `연도별 집행액 표의 제목은 ${columns.length}칸인데 ${row.line.number}번째 줄은 ${all.length}칸입니다. 잘린 줄이 아닌지 확인하고 칸 수를 맞춰 주십시오.`,
      `The table of amounts by year has ${columns.length} headings and line ${row.line.number} has ${all.length} cells. Check that the line is not truncated and provide one cell per heading.`,
    ),
  ];
}
