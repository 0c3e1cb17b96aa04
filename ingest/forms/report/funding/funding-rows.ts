import { nearest } from "../../../../schema/core/nearest.ts";
import { draftFinding, type FindingDraft } from "../../../draft-finding.ts";
import type { FundingRowKind } from "../form/form-edition.ts";
import { compact, type FormWords } from "../form/form-words.ts";
import { cellLocation, type GridCell, type GridRow } from "../place/grid.ts";
import { isEscaped } from "../place/printed.ts";
import type { FundingColumns } from "./funding-columns.ts";

/** A row of the funding table, its cells aligned with the headings even if the row omits the first ones. */
export interface FundingRow {
  row: GridRow;
  source: FundingRowKind;
  /** By column index; undefined if the row ends before it. */
  cells: (GridCell | undefined)[];
}

const sourceOf = (cell: GridCell | undefined, words: FormWords): FundingRowKind | undefined =>
  cell && !isEscaped(cell.paragraphs) ? words.fundingRow(cell.text) : undefined;

/** The index of a row's source label: under its heading, or before it if leading cells are omitted. */
function labelIndex({ cells }: GridRow, columns: FundingColumns, words: FormWords): number {
  const isOwnColumn = (index: number) => index !== columns.total && index <= columns.source;
  if (sourceOf(cells[columns.source], words)) return columns.source;
  const shifted = cells.findIndex((cell, index) => isOwnColumn(index) && sourceOf(cell, words));
  return shifted < 0 ? columns.source : shifted;
}

/** Whether a row belongs to the table: it has a source label or, if it `follows` a row, enough cells for one. */
export const isFundingRow = (
  row: GridRow,
  columns: FundingColumns,
  words: FormWords,
  follows: boolean,
): boolean =>
  sourceOf(row.cells[labelIndex(row, columns, words)], words) !== undefined ||
  (follows && row.cells.length > columns.source);

/** Reads a row, or returns the findings that reject it; none for a row of blanks. */
export function readFundingRow(
  row: GridRow,
  columns: FundingColumns,
  words: FormWords,
): FundingRow | FindingDraft[] {
  const at = labelIndex(row, columns, words);
  const source = sourceOf(row.cells[at], words);
  if (!source)
    return row.cells.every(({ text }) => text === "") ? [] : [unknownSource(row, row.cells[at], words)];
  const shift = columns.source - at;
  return {
    ...{ row, source },
    cells: Array.from({ length: columns.length }, (_, index) => row.cells[index - shift]),
  };
}

function unknownSource(row: GridRow, cell: GridCell | undefined, words: FormWords): FindingDraft {
  const place = cell ? cellLocation(row, cell) : { line: row.line, column: null, quote: "" };
  const text = cell?.text ?? "";
  const sources = Object.values(words.edition.funding.rows).map(({ title }) => title);
  const list = sources.join(", ");
  if (text === "")
    return draftFinding(
      "VALUE_MISSING",
      place,
      `연도별 집행액 표 ${row.line}번째 줄의 구분(재원)이 비어 있습니다. ${list} 가운데 하나를 적어 주십시오.`,
      `Line ${row.line} of the table of amounts by year has no funding source. Enter one of ${list}.`,
    );
  const near = nearest(compact(text), words.fundingWords().rows);
  return draftFinding(
    "VALUE_UNKNOWN",
    place,
    `연도별 집행액 표 ${row.line}번째 줄의 구분(재원) ‘${text}’: 알 수 없는 재원입니다. 가장 가까운 것은 ‘${near}’입니다. ${list} 가운데 하나로 고쳐 주십시오.`,
    `Line ${row.line} of the table of amounts by year has an unknown funding source “${text}”; the nearest is “${near}”. Use one of ${list}.`,
  );
}

/** VALUE_MISSING for a row with too few cells, or with more than the headings. */
export function checkRowLength({ row, cells }: FundingRow, columns: FundingColumns): FindingDraft[] {
  // The row may omit its first cells and have blanks beyond the headings.
  const omitted = cells.findIndex((cell) => cell !== undefined);
  const expected = columns.length - omitted;
  const { length } = row.cells;
  if (length >= expected && row.cells.slice(expected).every(({ text }) => text === "")) return [];
  return [
    draftFinding(
      "VALUE_MISSING",
      { line: row.line, quote: row.cells.find(({ text }) => text !== "")?.text ?? "" },
      `연도별 집행액 표의 제목은 ${columns.length}칸인데 ${row.line}번째 줄은 ${length}칸입니다. 잘린 줄이 아닌지 확인하고 칸 수를 맞춰 주십시오.`,
      `The table of amounts by year has ${columns.length} headings and line ${row.line} has ${length} cells. Check that the line is not truncated and provide one cell per heading.`,
    ),
  ];
}
