import { nothingHidden, type Table, type TableRow, type TextEncoding } from "../table.ts";
import { type Split, splitRecords } from "./split-records.ts";
import type { TextBlocks } from "./text-blocks.ts";

/** The start of a block at a record boundary. */
interface Start {
  position: number;
  line: number;
}

/** The cells of a CSV file, read block by block. Only the block starts are kept, to find a row again. */
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
  #starts: Start[] = [];
  #lastBatch: TableRow[] = [];

  constructor(name: string, blocks: TextBlocks) {
    this.name = name;
    this.encoding = blocks.encoding;
    this.#blocks = blocks;
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
        split = splitRecords(joined, line, next >= this.#blocks.end, rows);
      } catch (error) {
        yield rows;
        throw error;
      }
      yield rows;
      carried = joined.slice(split.rest);
      line = split.line;
      position = next;
    }
    this.lineCount = line;
  }
}

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
