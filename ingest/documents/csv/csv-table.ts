import {
  displayText,
  isBlank,
  nothingHidden,
  type Table,
  type TableRow,
  type TextEncoding,
} from "../table.ts";
import { findSeparator, type Separation } from "./find-separator.ts";
import { type Split, splitRecords } from "./split-records.ts";
import type { TextBlocks } from "./text-blocks.ts";

/** The start of a block at a record boundary. */
interface Start {
  position: number;
  line: number;
}

/** The cells of a CSV file, whatever separates them, read block by block. Only the block starts are kept, to find a row again. */
export class CsvTable implements Table {
  readonly name: string;
  readonly sheet = null;
  readonly format = "CSV";
  readonly encoding: TextEncoding;
  readonly merges = [];
  readonly hidden = nothingHidden;
  lineCount = 0;
  shareRead = 0;
  readonly #blocks: TextBlocks;
  readonly #separation: Separation;
  #starts: Start[] = [];
  #lastBatch: TableRow[] = [];

  constructor(name: string, blocks: TextBlocks) {
    this.name = name;
    this.encoding = blocks.encoding;
    this.#blocks = blocks;
    this.#separation = findSeparator(blocks.end > 0 ? blocks.block(0).text : "");
  }

  *batches(): Generator<TableRow[]> {
    this.#starts = [];
    yield* this.#read({ position: 0, line: 1 }, (start) => {
      this.#starts.push(start);
      this.shareRead = start.position / this.#blocks.end;
    });
    this.shareRead = 1;
  }

  row(line: number): TableRow | undefined {
    const before = rowOfLine(this.#lastBatch, line);
    if (before) return before;
    const start = this.#starts.findLast((one) => one.line <= line);
    if (!start) return undefined;
    for (const rows of this.#read(start, () => {})) {
      this.#lastBatch = rows;
      if (rows.length > 0 && rows.at(-1)!.line >= line) break;
    }
    return rowOfLine(this.#lastBatch, line);
  }

  *#read(from: Start, atStart: (start: Start) => void): Generator<TableRow[]> {
    let { position, line } = from;
    let carried = "";
    while (position < this.#blocks.end) {
      if (carried === "") atStart({ position, line });
      const { text, next } = this.#blocks.block(position);
      const joined = carried === "" ? text : carried + text;
      const rows: TableRow[] = [];
      let split: Split;
      try {
        split = splitRecords(joined, line, next >= this.#blocks.end, rows, this.#separation.separator);
      } catch (error) {
        yield this.#trimmed(rows);
        throw error;
      }
      yield this.#trimmed(rows);
      carried = joined.slice(split.rest);
      line = split.line;
      position = next;
    }
    this.lineCount = line;
  }

  /** Without the declaration of the separator; of tables drawn with pipes without frame and rules. */
  #trimmed(rows: TableRow[]): TableRow[] {
    if (this.#separation.isDeclared && rows[0]?.line === 1) rows.shift();
    return this.#separation.separator === "|" ? withoutFrame(rows) : rows;
  }
}

/** `| a | b |` has two cells, and `|---|---|` none. */
const withoutFrame = (rows: TableRow[]): TableRow[] =>
  rows.map(({ line, cells }) => {
    const isFramed = cells.length > 2 && isBlank(cells[0]!) && isBlank(cells.at(-1)!);
    const inside = isFramed ? cells.slice(1, -1) : cells;
    return { line, cells: inside.every((cell) => rule.test(displayText(cell).trim())) ? [] : inside };
  });

const rule = /^:?-{2,}:?$/;

/** Binary search for the row of a line. */
function rowOfLine(rows: TableRow[], line: number): TableRow | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return rows[low]?.line === line ? rows[low] : undefined;
}
