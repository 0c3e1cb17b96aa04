import { draftFinding } from "../../draft-finding.ts";
import { maxCellLength, maxColumns, ReadingStopped, type TableRow } from "../table.ts";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;

/** How far a text was split: an incomplete record begins at `rest`, on line `line`. */
export interface Split {
  rest: number;
  line: number;
}

/**
 * Splits text into records of separated cells (RFC 4180 with any separator; blanks around a quoted cell are dropped).
 * Unless this is the last text, a record with an open quote is left for the next call.
 * Throws ReadingStopped for an unclosed quote, a quote closed inside a cell, and cells beyond the limits.
 */
export function splitRecords(
  text: string,
  firstLine: number,
  isLast: boolean,
  rows: TableRow[],
  separator = ",",
): Split {
  const between = separator.charCodeAt(0);
  // A tab that separates cells is no blank around them.
  const blank = between === tab ? space : tab;
  let line = firstLine;
  let start = 0;
  let cells: string[] = [];
  let linesInside = 0;
  for (let at = 0; at < text.length; ) {
    let opening = at;
    for (let code = text.charCodeAt(at); code === space || code === blank; )
      code = text.charCodeAt(++opening);
    let end: number;
    if (text.charCodeAt(opening) === quote) {
      const closing = closingQuote(text, opening);
      if (closing < 0) {
        if (isLast || text.length - opening > maxCellLength)
          throw neverClosed(text, opening, line + linesInside);
        return { rest: start, line };
      }
      end = afterQuote(text, opening, closing, between, line + linesInside);
      const content = undoubled(text.slice(opening + 1, closing));
      linesInside += lineFeeds(content);
      cells.push(content);
    } else {
      end = endOfPlain(text, opening, between);
      const isBeforeCrLf = text.charCodeAt(end) === lineFeed && text.charCodeAt(end - 1) === carriageReturn;
      cells.push(text.slice(at, isBeforeCrLf ? Math.max(at, end - 1) : end));
    }
    if (end - at > maxCellLength || cells.length > maxColumns)
      throw beyondLimit(text, at, line, cells.length);
    if (text.charCodeAt(end) === between) {
      at = end + 1;
      if (at < text.length) continue;
      cells.push("");
    }
    rows.push({ line, cells });
    line += linesInside + (text.charCodeAt(end) === lineFeed ? 1 : 0);
    cells = [];
    linesInside = 0;
    at = end + 1;
    start = at;
  }
  return { rest: text.length, line };
}

/** The index of a cell's closing quote, skipping doubled quotes; negative if it is never closed. */
function closingQuote(text: string, opening: number): number {
  let closing = text.indexOf('"', opening + 1);
  while (closing >= 0 && text.charCodeAt(closing + 1) === quote) closing = text.indexOf('"', closing + 2);
  return closing;
}

/** The index at which a quoted cell ends: a separator, a line feed or the end of the text. */
function afterQuote(text: string, opening: number, closing: number, between: number, line: number): number {
  let end = closing + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === between || code === lineFeed) return end;
    if (code !== space && code !== tab && code !== carriageReturn) break;
  }
  if (end >= text.length) return end;
  const place = { line, quote: excerpt(text, opening) };
  const ko = `${line}번째 줄에서 연 큰따옴표가 칸의 중간에서 닫힙니다. 닫는 큰따옴표가 빠졌는지 확인하고, 칸 안의 큰따옴표는 두 개("")로 쓰십시오.`;
  const en = `The quote opened on line ${line} closes in the middle of a cell. Check whether a closing quote is missing; double a quote inside a cell ("").`;
  throw new ReadingStopped(draftFinding("FILE_UNREADABLE", place, ko, en));
}

function endOfPlain(text: string, from: number, between: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === between || code === lineFeed) break;
  }
  return end;
}

const undoubled = (content: string): string =>
  content.includes('"') ? content.replaceAll('""', '"') : content;

function lineFeeds(content: string): number {
  let count = 0;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) count++;
  return count;
}

const excerpt = (text: string, from: number): string => text.slice(from, from + 80).split(/\r?\n/, 1)[0]!;

function neverClosed(text: string, opening: number, line: number): ReadingStopped {
  return new ReadingStopped(
    draftFinding(
      "FILE_UNREADABLE",
      { line, quote: excerpt(text, opening) },
      `${line}번째 줄에서 연 큰따옴표가 닫히지 않습니다(한 칸은 ${maxCellLength}자까지). 해당 칸의 끝에 닫는 큰따옴표를 추가하십시오.`,
      `The quote opened on line ${line} is never closed (a cell holds at most ${maxCellLength} characters). Add the closing quote at the end of the cell.`,
    ),
  );
}

function beyondLimit(text: string, at: number, line: number, column: number): ReadingStopped {
  const [ko, en] =
    column > maxColumns
      ? [`칸이 ${maxColumns}개를 넘습니다.`, `has more than ${maxColumns} cells.`]
      : [
          `${column}번째 칸이 ${maxCellLength}자를 넘습니다.`,
          `has a cell, number ${column}, of more than ${maxCellLength} characters.`,
        ];
  return new ReadingStopped(
    draftFinding(
      "FILE_UNREADABLE",
      { line, column, quote: excerpt(text, at) },
      `${line}번째 줄은 ${ko} 자료 파일이 맞는지 확인하고 필요한 열만 남겨 다시 올려 주십시오.`,
      `Line ${line} ${en} Check that this is the right file, keep only the columns you need and import it again.`,
    ),
  );
}
