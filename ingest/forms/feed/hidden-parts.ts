import { addToSpans } from "../../documents/spans.ts";
import { type HiddenParts, isBlank, type Span, type Table } from "../../documents/table.ts";
import { columnName } from "../../documents/workbook/cell-references.ts";
import { draftFinding, type FindingDraft, type Place } from "../../draft-finding.ts";
import { placeOf } from "./place-columns.ts";

/** Notes on what is read of a sheet although its workbook does not show it: rows below the heading, columns, all of it. */
export function hiddenNotes(table: Table, headingLine: number): FindingDraft[] {
  const { hidden } = table;
  const notes: FindingDraft[] = [];
  if (hidden.sheet) notes.push(sheetRead(table));
  const rows = filledRows(table, headingLine);
  if (rows.length > 0) notes.push(rowsRead(table, hidden, rows));
  const columns = filledColumns(table, headingLine);
  if (columns.length > 0) notes.push(columnsRead(table, columns));
  return notes;
}

/** The note on a hidden sheet that is on a form and was left out. */
export const sheetLeftOut = ({ sheet }: Table): FindingDraft => ({
  ...draftFinding(
    "CONTENT_IGNORED",
    null,
    `시트 ‘${sheet}’에 자료가 있으나 숨겨져 있어 읽지 않았습니다. 함께 올릴 자료라면 숨김을 해제하고, 아니면 지우십시오.`,
    `The sheet ${sheet} holds data but is hidden, and was left out. Unhide it if it is to be imported; otherwise delete it.`,
  ),
  sheet: sheet!,
});

const sheetRead = ({ sheet }: Table): FindingDraft =>
  draftFinding(
    "HIDDEN_CONTENT",
    null,
    `모든 시트가 숨겨져 있어 시트 ‘${sheet}’도 읽었습니다. 올릴 자료가 맞는지 확인하십시오.`,
    `All sheets are hidden, so the sheet ${sheet} was read. Check that it is meant to be imported.`,
  );

function rowsRead(table: Table, { isFiltered }: HiddenParts, lines: number[]): FindingDraft {
  const [listKo, listEn] = [listed(lines, "행"), listed(lines, "")];
  const [waysKo, waysEn] = isFiltered
    ? ["필터로 가려졌거나 숨겨진", "hidden or filtered out"]
    : ["숨겨진", "hidden"];
  return draftFinding(
    "HIDDEN_CONTENT",
    firstFilled(table, lines[0]!),
    `${waysKo} 행 ${lines.length}개(${listKo})도 읽었습니다. 올리지 않을 행이면 지우십시오.`,
    `${lines.length === 1 ? `A row that is ${waysEn} (${listEn}) was` : `${lines.length} rows that are ${waysEn} (${listEn}) were`} read too. Delete what is not meant to be imported.`,
  );
}

function columnsRead(table: Table, columns: number[]): FindingDraft {
  const letters = columns.map(columnName).join(", ");
  return draftFinding(
    "HIDDEN_CONTENT",
    null,
    `${table.sheet === null ? "" : `시트 ‘${table.sheet}’의 `}숨겨진 열(${letters})도 읽었습니다. 값이 맞는지 확인하십시오.`,
    `Hidden columns (${letters})${table.sheet === null ? "" : ` of the sheet ${table.sheet}`} were read too. Check their values.`,
  );
}

function filledRows(table: Table, headingLine: number): number[] {
  const isFilled = (line: number) =>
    line > headingLine && table.row(line)?.cells.some((cell) => !isBlank(cell));
  return table.hidden.rows.flatMap((span) => numbers(span, table.lineCount).filter(isFilled));
}

function filledColumns(table: Table, headingLine: number): number[] {
  const columns = table.hidden.columns.flatMap((span) => numbers(span, widthOf(table)));
  if (columns.length === 0) return [];
  const filled = new Set<number>();
  for (const rows of table.batches())
    for (const { line, cells } of rows)
      for (const column of columns)
        if (line > headingLine && cells[column - 1] !== undefined && !isBlank(cells[column - 1]!))
          filled.add(column);
  return columns.filter((column) => filled.has(column));
}

function widthOf(table: Table): number {
  let width = 0;
  for (const rows of table.batches()) for (const { cells } of rows) width = Math.max(width, cells.length);
  return width;
}

const numbers = ({ first, last }: Span, most: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(last, most) - first + 1) }, (_, index) => first + index);

const mostListed = 20;

/** 12–15, 20 */
function listed(lines: number[], unit: string): string {
  const spans: Span[] = [];
  for (const line of lines) addToSpans(spans, line);
  const shown = spans
    .slice(0, mostListed)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.join(", ") + unit + (spans.length > mostListed ? " …" : "");
}

function firstFilled(table: Table, line: number): Place {
  const row = table.row(line)!;
  return placeOf(
    row,
    row.cells.findIndex((cell) => !isBlank(cell)),
  );
}
