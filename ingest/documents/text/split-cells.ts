import { leadingBullet } from "../bullets.ts";
import { isBlank, type Line } from "./text-lines.ts";

/** How the cells of a line are parted. */
export type Separator = "TAB" | "PIPE" | "BLANKS" | "COMMA";

/** A line with its cells, letter for letter; null if it has none. */
export interface SplitLine extends Line {
  separator: Separator | null;
  cells: string[] | null;
}

/** Splits the lines of a text into cells, by tabs, by pipes, and by blanks or commas where lines agree in their number. */
export function splitLines(lines: Line[]): SplitLine[] {
  const split: SplitLine[] = [];
  for (const line of lines) split.push(splitLine(line, split.at(-1)));
  for (let index = 0; index < split.length; index += 1) {
    const run = runFrom(split, index);
    if (run.length > 1) splitRun(run);
    index += Math.max(run.length - 1, 0);
  }
  return split;
}

function splitLine(line: Line, previous: SplitLine | undefined): SplitLine {
  if (line.text.includes("\t")) {
    const cells = line.text.split("\t");
    const isRow = previous?.separator === "TAB" && previous.cells!.length === cells.length;
    if (isRow || !isIndentedBullet(line.text)) return { ...line, separator: "TAB", cells };
  }
  const cells = splitAtPipes(line.text, previous);
  return { ...line, separator: cells && "PIPE", cells };
}

/** Tabs before a bullet and none after it are indentation. */
const isIndentedBullet = (text: string): boolean =>
  /^\s*\t[^\t]*$/.test(text) && leadingBullet(text) !== null;

function splitAtPipes(text: string, previous: SplitLine | undefined): string[] | null {
  if (!text.includes("|")) return null;
  const trimmed = text.trim();
  const isFramed = trimmed.startsWith("|");
  const cells = trimmed.split(/(?<!\\)\|/);
  if (isFramed) cells.shift();
  if (cells.length > 1 && /(?<!\\)\|$/.test(trimmed)) cells.pop();
  if (isFramed) return cells;
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
  const start = run.findIndex((line, index) => index + 1 < run.length && isHeading(line));
  if (start < 0) return;
  const table = run.slice(start);
  for (const [separator, split] of [["BLANKS", atBlanks] as const, ["COMMA", atCommas] as const]) {
    const count = split(table[0]!.text).length;
    const end = table.findIndex((line, index) => index > 0 && isOutside(line.text, split));
    const rows = end < 0 ? table : table.slice(0, end);
    const agrees = rows.every(({ text }) => split(text).length === count);
    const isClear = separator === "BLANKS" || !rows.some(({ text }) => isAmbiguous(text));
    if (count < 3 || rows.length < 2 || !agrees || !isClear) continue;
    for (const line of rows) {
      line.separator = separator;
      line.cells = split(line.text);
    }
    return;
  }
}

const isHeading = ({ text }: Line): boolean =>
  leadingBullet(text) === null && Math.max(atBlanks(text).length, atCommas(text).length) > 2;

const isOutside = (text: string, split: (text: string) => string[]): boolean => split(text).length === 1;
