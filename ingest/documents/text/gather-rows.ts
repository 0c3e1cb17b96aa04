import type { Piece } from "./cell-paragraphs.ts";
import { isDelimiterRow } from "./markdown.ts";
import type { Separator, SplitLine } from "./split-cells.ts";
import { isBlank } from "./text-lines.ts";

/** A table row of a text: its cells with the pieces of lines that they are printed on. */
export interface TextRow {
  line: number;
  cells: Piece[][];
}

/** A cell of several lines does not go on longer than this. */
const maxLines = 2_000;
/** A line that begins a part of a document and so ends a table. */
const beginsPart = /^\s*(?:[□■▣]|#{1,6}\s)/;

const beginsWithTag = /^\s*</;

/** The rows of the table that begins at an index, and the index behind it. Cells of a tabbed table may hold several lines. */
export function gatherRows(lines: SplitLine[], from: number): { rows: TextRow[]; end: number } {
  const rows: TextRow[] = [];
  const { separator } = lines[from]!;
  const width = widthFrom(lines, from);
  let at = from;
  for (;;) {
    const line = lines[at];
    if (line?.cells && line.separator === separator) {
      if (isDelimiterRow(line.text)) {
        at += 1;
        continue;
      }
      const count = separator === "TAB" && line.cells.length < width ? lineCount(lines, at, width) : 1;
      rows.push(rowOf(lines.slice(at, at + count)));
      at += count;
      continue;
    }
    if (!line) break;
    if (isBlank(line.text) && !line.cells) {
      const next = nextText(lines, at);
      if (!goesOnAt(lines, next, separator, { width, rows })) break;
      at = next;
      continue;
    }
    // The first cell of a row may begin with lines of its own.
    const count = separator === "TAB" && !beginsPart.test(line.text) ? lineCount(lines, at, width) : 0;
    if (count === 0) break;
    rows.push(rowOf(lines.slice(at, at + count)));
    at += count;
  }
  return { rows, end: at };
}

/**
 * Whether a table goes on behind blank lines. A row whose first cell is blank begins no table; other rows go on the
 * table only if its own rows are parted by blank lines too, or if it or they have cells of several lines.
 */
function goesOnAt(
  lines: SplitLine[],
  next: number,
  separator: Separator | null,
  { width, rows }: { width: number; rows: TextRow[] },
): boolean {
  const line = lines[next];
  if (!line || beginsPart.test(line.text)) return false;
  const isRow = line.separator === separator && line.cells!.length === width;
  if (isRow && (isBlank(line.cells![0]!) || (arePartedByBlanks(rows) && !lines[next + 1]?.cells)))
    return true;
  if (separator !== "TAB") return false;
  const isMultiline = rows.some(({ cells }) => cells.some((pieces) => pieces.length > 1));
  const count = lineCount(lines, next, width);
  if (isMultiline) return isRow || count > 1;
  return lines
    .slice(next, next + count)
    .some(({ cells, text }, index) => !cells || (index > 0 && beginsWithTag.test(text)));
}

/** Whether no row of a table stands right below another one. */
const arePartedByBlanks = (rows: TextRow[]): boolean =>
  rows.every(({ line }, index) => index === 0 || line > rows[index - 1]!.line + 1);

function nextText(lines: SplitLine[], from: number): number {
  let at = from;
  while (at < lines.length && !lines[at]!.cells && isBlank(lines[at]!.text)) at += 1;
  return at;
}

/**
 * The number of cells of a table: those of its first line, or of the two rows below if its headings, five or more, are
 * wrapped over lines with three or more each.
 */
function widthFrom(lines: SplitLine[], from: number): number {
  const count = ({ cells }: SplitLine) => (cells?.length ?? 1) - 1;
  const first = count(lines[from]!);
  let tabs = first;
  for (let at = from + 1; first > 1 && at < Math.min(from + 6, lines.length - 1); at += 1) {
    const own = count(lines[at]!);
    if (isBlank(lines[at]!.text) && !lines[at]!.cells) break;
    if (own > 3 && own === tabs && count(lines[at + 1]!) === own) return own + 1;
    tabs += own;
  }
  return first + 1;
}

/**
 * How many lines from an index on make up a row of `width` cells; else 1 for a line with cells and 0 for one without.
 * Two lines with equally many cells are two rows, unless the second ends a row of three with a blank cell.
 */
function lineCount(lines: SplitLine[], from: number, width: number): number {
  const alone = lines[from]!.cells ? 1 : 0;
  let tabs = 0;
  for (let at = from; at < Math.min(lines.length, from + maxLines); at += 1) {
    const line = lines[at]!;
    if ((isBlank(line.text) && !line.cells) || beginsPart.test(line.text)) return alone;
    // A line whose first cell is blank begins a row.
    if (at > from && /^\t+[^\t]*\S/.test(line.text)) return alone;
    const own = line.separator === "TAB" ? line.cells!.length - 1 : 0;
    const repeats = at > from && own > 0 && lines[at - 1]!.cells?.length === own + 1;
    // Of two cells each, they are one row only if the second line ends it with a blank cell (비고).
    if (repeats && (own > 1 || !line.text.endsWith("\t") || lines[at - 1]!.text.endsWith("\t"))) return alone;
    tabs += own;
    if (tabs === width - 1) return at - from + 1;
    if (tabs > width - 1) return alone;
  }
  return alone;
}

/** A row from its lines: the last cell of a line goes on in the first one of the next. */
function rowOf(lines: SplitLine[]): TextRow {
  const cells: Piece[][] = [];
  for (const [index, line] of lines.entries()) {
    const own = line.separator === "TAB" || lines.length === 1 ? line.cells : null;
    for (const [position, raw] of (own ?? [line.text]).entries()) {
      const piece = { line: line.number, column: own ? position + 1 : null, raw };
      if (index > 0 && position === 0) cells.at(-1)!.push(piece);
      else cells.push([piece]);
    }
  }
  return { line: lines[0]!.number, cells };
}
