import { draftFinding } from "../draft-finding.ts";
import { brokenCharacterIn } from "./broken-character.ts";
import { type Cell, maxCellLength, maxColumns, ReadingStopped, type TableRow } from "./table.ts";
import { unreadable } from "./unreadable.ts";

const maxRows = 1_048_576;
/** Larger tables have to be CSV, which is streamed. Blank cells before the last of a row count too. */
const maxCells = 3_000_000;

/** Collects the cells of a sheet within the limits of a spreadsheet program. */
export class SheetBuilder {
  readonly rows: TableRow[] = [];
  #cells = 0;

  /** Begins a row: on the stated line if that comes after the previous one, else on the next. Returns its line. */
  openRow(stated?: number): number {
    const before = this.rows.at(-1)?.line ?? 0;
    const isStated = stated !== undefined && Number.isInteger(stated) && stated > before && stated <= maxRows;
    const line = isStated ? stated : before + 1;
    this.rows.push({ line, cells: [] });
    return line;
  }

  /** Puts content into a column of the last row. Throws ReadingStopped beyond the limits and for broken characters. */
  place(column: number, content: Cell): void {
    if (content === "") return;
    const row = this.rows.at(-1)!;
    this.#cells += Math.max(0, column - row.cells.length);
    if (this.#cells > maxCells) throw tooManyCells();
    const text = typeof content === "string" ? content : content.exact;
    if (column > maxColumns || text.length > maxCellLength) throw beyondLimit(row.line, column, text);
    const broken = brokenCharacterIn(text);
    if (broken) throw brokenCharacter(row.line, column, broken);
    while (row.cells.length < column - 1) row.cells.push("");
    row.cells[column - 1] = content;
  }

  /** Whether any cell has content. */
  get isEmpty(): boolean {
    return this.rows.every((row) => row.cells.length === 0);
  }
}

const tooManyCells = (): ReadingStopped =>
  unreadable(
    `한 시트의 칸이 ${maxCells.toLocaleString("en")}개를 넘습니다. CSV로 저장해 올려 주십시오.`,
    `A sheet has more than ${maxCells.toLocaleString("en")} cells. Save it as CSV and import the CSV file.`,
  );

const beyondLimit = (line: number, column: number, text: string): ReadingStopped =>
  new ReadingStopped(
    draftFinding(
      "FILE_UNREADABLE",
      { line, column, quote: text.slice(0, 80) },
      `${line}행 ${column}열은 엑셀의 한도(${maxColumns}열, 한 칸 ${maxCellLength}자)를 넘습니다. 자료 파일이 맞는지 확인하십시오.`,
      `Row ${line}, column ${column} exceeds Excel's limits (${maxColumns} columns, ${maxCellLength} characters per cell). Check that this is the right file.`,
    ),
  );

const brokenCharacter = (line: number, column: number, character: string): ReadingStopped =>
  new ReadingStopped(
    draftFinding(
      "ENCODING_INVALID",
      { line, column, quote: "" },
      `${line}행 ${column}열에 깨진 글자(${character})가 있습니다. 원본에서 해당 칸을 고친 뒤 다시 저장하십시오.`,
      `Row ${line}, column ${column} contains a broken character (${character}). Correct the cell in the original and save it again.`,
    ),
  );
