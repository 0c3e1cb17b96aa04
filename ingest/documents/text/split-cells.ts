import { leadingBullet } from "../bullets.ts";
import { isBlank, type Line } from "./text-lines.ts";

/** How the cells of a line are parted. */
export type Separator = "TAB" | "PIPE" | "BLANKS" | "COMMA";

/** A line with its cells, letter for letter; null if it has none. */
export interface SplitLine extends Line {
  separator: Separator | null;
  cells: string[] | null;
  /** Whether pipes also stand before the first and behind the last cell. */
  isFramed: boolean;
}

/** A table of a report has fewer rows; longer runs of lines are another document, such as a feed. */
const maxRun = 300;

/** Splits the lines of a text into cells, by tabs, by pipes, and by blanks or commas where lines agree in their number. */
export function splitLines(lines: Line[]): SplitLine[] {
  const split: SplitLine[] = [];
  for (const line of lines) split.push(splitLine(line, split.at(-1)));
  for (let index = 0; index < split.length; index += 1) {
    const run = runFrom(split, index);
    if (run.length > 1 && run.length <= maxRun) splitRun(run);
    index += Math.max(run.length - 1, 0);
  }
  return split;
}

function splitLine(line: Line, previous: SplitLine | undefined): SplitLine {
  if (line.text.includes("\t")) {
    const cells = line.text.split("\t");
    const isRow = previous?.separator === "TAB" && previous.cells!.length === cells.length;
    if (isRow || !isIndentedBullet(line.text)) return { ...line, separator: "TAB", cells, isFramed: false };
  }
  const isFramed = framedLike(previous, line.text.trim());
  const cells = splitAtPipes(line.text, isFramed, previous);
  return { ...line, separator: cells && "PIPE", cells, isFramed };
}

/** A row that begins with a pipe has a frame, or a blank first cell if the row before it has no frame. */
const framedLike = (previous: SplitLine | undefined, text: string): boolean =>
  text.startsWith("|") && (previous?.separator !== "PIPE" || previous.isFramed);

/** Tabs before a bullet and none after it are indentation. */
const isIndentedBullet = (text: string): boolean =>
  /^\s*\t[^\t]*$/.test(text) && leadingBullet(text) !== null;

function splitAtPipes(text: string, isFramed: boolean, previous: SplitLine | undefined): string[] | null {
  if (!text.includes("|")) return null;
  const cells = (isFramed ? text.trim() : text).split(/(?<!\\)\|/);
  if (isFramed) {
    cells.shift();
    if (cells.length > 1 && cells.at(-1) === "") cells.pop();
    return cells;
  }
  // A bullet may contain a pipe; a row that begins with a dash has as many cells as the one before it.
  const follows = previous?.separator === "PIPE" && previous.cells!.length === cells.length;
  return cells.length > 1 && (follows || leadingBullet(text) === null) ? cells : null;
}

/** The lines without cells from an index on, up to a blank one. */
function runFrom(lines: SplitLine[], from: number): SplitLine[] {
  const run: SplitLine[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (line.cells || isBlank(line.text) || line.text.length > 2_000) break;
    run.push(line);
  }
  return run;
}

const atBlanks = (text: string): string[] => text.trimEnd().split(/[ \u3000]{2,}/);
const atCommas = (text: string): string[] => text.split(/,(?!\s)/);
/** A comma between digits as of 3,905 may part thousands as well as cells. */
const isAmbiguous = (text: string): boolean => /\d,\d{3}(?!\d)/.test(text);

/**
 * Splits lines at blanks or commas: a heading of three or more cells without figures and the lines below it, all with
 * as many cells. A line with fewer lacks blank cells nobody can place, so then none is split.
 */
function splitRun(run: SplitLine[]): void {
  for (let start = 0; start + 1 < run.length; start += 1) {
    if (!isHeading(run[start]!)) continue;
    const rows =
      tableFrom(run.slice(start), "BLANKS", atBlanks) ?? tableFrom(run.slice(start), "COMMA", atCommas);
    start += Math.max((rows ?? 1) - 1, 0);
  }
}

/** Splits the table at the beginning of some lines, and returns the number of its rows; undefined if they are none. */
function tableFrom(
  lines: SplitLine[],
  separator: Separator,
  split: (text: string) => string[],
): number | undefined {
  const count = split(lines[0]!.text).length;
  const end = lines.findIndex(({ text }) => split(text).length === 1);
  const rows = end < 0 ? lines : lines.slice(0, end);
  const agrees = rows.every(({ text }) => split(text).length === count);
  const isClear = separator === "BLANKS" || !rows.some(({ text }) => isAmbiguous(text));
  if (count < 3 || rows.length < 2 || !agrees || !isClear) return undefined;
  for (const line of rows) Object.assign(line, { separator, cells: split(line.text) });
  return rows.length;
}

const isHeading = ({ text }: Line): boolean =>
  leadingBullet(text) === null && Math.max(atBlanks(text).length, atCommas(text).length) > 2;
