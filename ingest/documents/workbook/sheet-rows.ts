import { draftFinding } from "../../draft-finding.ts";
import { brokenCharacterIn } from "../broken-character.ts";
import {
  type Cell,
  displayText,
  maxCellLength,
  maxColumns,
  ReadingStopped,
  type TableRow,
} from "../table.ts";
import type { CellFormats } from "./cell-formats.ts";
import type { Archive } from "./open-archive.ts";
import { readXml } from "./read-xml.ts";
import { plain, TextCollector } from "./shared-strings.ts";
import { unreadable } from "./unreadable.ts";

/** The workbook-wide data that cells refer to. */
export interface CellContext {
  strings: string[];
  formats: CellFormats;
}

/** A cell while it is read. */
interface OpenCell {
  column: number;
  type: string;
  style: string | undefined;
  value: string;
  hasValue: boolean;
  /** Null if the cell has no formula. */
  formula: string | null;
}

const maxRows = 1_048_576;
/** Larger tables have to be CSV, which is streamed. */
const maxCells = 3_000_000;

/** Reads the rows of a sheet that have cells. Throws ReadingStopped beyond the limits and if the sheet is damaged. */
export async function sheetRows(archive: Archive, part: string, context: CellContext): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const inline = new TextCollector();
  let row: TableRow = { line: 0, cells: [] };
  let cell: OpenCell | undefined;
  let inside = "";
  let count = 0;
  await readXml(archive, part, {
    open(name, attributes) {
      inside = name;
      inline.open(name);
      if (name === "row") {
        row = { line: lineOf(attributes.r, row.line), cells: [] };
        cell = undefined;
        rows.push(row);
      }
      if (name === "c") cell = openCell(attributes, cell);
      if (name === "v" && cell) cell.hasValue = true;
      if (name === "f" && cell) cell.formula = "";
    },
    text(text) {
      if (inside === "v" && cell) cell.value += text;
      else if (inside === "f" && cell) cell.formula += text;
      else inline.text(text);
    },
    close(name) {
      inside = "";
      inline.close(name);
      if (name !== "c" || !cell) return;
      const content = cell.type === "inlineStr" ? inline.take() : cellContent(cell, context);
      if (content === "") return;
      count += Math.max(0, cell.column - row.cells.length);
      if (count > maxCells) throw tooManyCells();
      place(row, cell.column, content);
    },
  });
  return rows;
}

const openCell = (attributes: Record<string, string>, before: OpenCell | undefined): OpenCell => ({
  column: columnOf(attributes.r ?? "") || (before?.column ?? 0) + 1,
  type: attributes.t ?? "n",
  style: attributes.s,
  value: "",
  hasValue: false,
  formula: null,
});

/** The number of a row: the stated one if it is greater than the previous, else the next. */
function lineOf(stated: string | undefined, before: number): number {
  const line = Number(stated);
  return Number.isInteger(line) && line > before && line <= maxRows ? line : before + 1;
}

/** B12 → 2; 0 without letters. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{0,3}/.exec(reference)![0];
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The content of a cell. A formula gives its stored result; without one its own text, which is rejected later. */
function cellContent({ type, value, hasValue, style, formula }: OpenCell, context: CellContext): Cell {
  if (!hasValue) return formula === null ? "" : `=${formula}`;
  if (type === "s") return context.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "n") return context.formats.cell(value, style) ?? value;
  return plain(value);
}

function place(row: TableRow, column: number, content: Cell): void {
  const display = displayText(content);
  if (column > maxColumns || display.length > maxCellLength) throw beyondLimit(row.line, column, display);
  const broken = brokenCharacterIn(display);
  if (broken) throw brokenCharacter(row.line, column, broken);
  while (row.cells.length < column - 1) row.cells.push("");
  row.cells[column - 1] = content;
}

const tooManyCells = (): ReadingStopped =>
  unreadable(
    `한 시트에 칸이 ${maxCells.toLocaleString("en")}개를 넘습니다. CSV로 저장해 올려 주십시오.`,
    `A sheet has more than ${maxCells.toLocaleString("en")} cells. Save it as CSV and import the CSV file.`,
  );

const beyondLimit = (line: number, column: number, display: string): ReadingStopped =>
  new ReadingStopped(
    draftFinding(
      "FILE_UNREADABLE",
      { line, column, quote: display.slice(0, 80) },
      `${line}행 ${column}열은 엑셀의 한도(${maxColumns}열, 한 칸 ${maxCellLength}자)를 넘습니다. 자료 파일이 맞는지 확인하십시오.`,
      `Row ${line}, column ${column} exceeds Excel's limits (${maxColumns} columns, ${maxCellLength} characters per cell). Check that this is the right file.`,
    ),
  );

const brokenCharacter = (line: number, column: number, character: string): ReadingStopped =>
  new ReadingStopped(
    draftFinding(
      "ENCODING_INVALID",
      { line, column, quote: "" },
      `${line}행 ${column}열에 깨진 글자(${character})가 있습니다. 원본에서 그 칸을 고쳐 다시 저장하십시오.`,
      `Row ${line}, column ${column} contains a broken character (${character}). Correct the cell in the original and save it again.`,
    ),
  );
