import { withoutInvisible } from "../../../schema/core/invisible-characters.ts";
import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import type { Cell, StoredCell } from "../../documents/table.ts";
import { CellProblem, type CellResult } from "./cell-problem.ts";
import { readCount, readPercent, readWon, readYear } from "./read-number.ts";
import { readDate, readMonth, readQuarter } from "./read-period.ts";
import {
  readBusinessNumber,
  readChoice,
  readDigits,
  readKey,
  readPlainText,
  readYesNo,
} from "./read-word.ts";
import { storedCellReader } from "./stored-cell.ts";
import type { TextReader } from "./text-reader.ts";
import { readBrokenCell, readNoFigure } from "./unusual-cells.ts";

const dash = /^[-‐‑‒–—―−ー－]$/;
/** V8 copies substrings below this length; longer ones would keep whole blocks of the file alive. */
const copiedBelow = 13;
const maxCachedResults = 10_000;
const recurring = new Set(["choice", "yesNo", "date", "month", "quarter", "year", "count", "percent"]);

/** A parser for the cells of a column; `unitWon` is the unit of an amount column in won. */
export function cellReader(column: FeedColumn, unitWon: bigint): (cell: Cell) => CellResult {
  const read = withUnusualCells(column, textReader(column, unitWon));
  const readText = (text: string, isNumber: boolean) => {
    const trimmed = text.trim();
    if (trimmed === "" || (trimmed.length === 1 && dash.test(trimmed))) return null;
    const value = read(trimmed, isNumber);
    return value === "" ? null : value;
  };
  // Dates, quarters, choices and names of departments recur thousands of times; amounts, numbers and texts do not.
  const readOften = recurring.has(column.type.is) || column.references ? cached(readText) : readText;
  const readStored = storedCellReader(column, unitWon, (cell) => {
    if (column.type.is === "text" && cell.kind === "date") return turnedIntoDate;
    return readText(storedText(cell, column), cell.kind === "number");
  });
  return (cell) => (typeof cell === "string" ? readOften(cell, false) : readStored(cell));
}

/** What counts of a cell that is not text: what is stored; of names and numbers of ten digits, as displayed. */
function storedText(cell: StoredCell, { type }: FeedColumn): string {
  if (type.is === "text") return identifierText(cell);
  const isDisplayed = type.is === "businessNumber" && tenDigits.test(cell.display.trim());
  return isDisplayed ? cell.display : cell.exact;
}

const tenDigits = /^\d{3}-?\d{2}-?\d{5}$/;

const turnedIntoDate = new CellProblem(
  "VALUE_UNKNOWN",
  "텍스트가 들어갈 칸이 날짜로 저장되어 있습니다. 스프레드시트가 1-1-1과 같은 번호를 날짜로 바꾼 것일 수 있습니다. 칸 서식을 텍스트로 바꾸고 원래 값을 다시 입력하십시오.",
  "This cell should hold text but is stored as a date. The spreadsheet may have turned a code such as 1-1-1 into one. Format the column as text and enter the original value again.",
);

/** A name stored as a number is taken as displayed (007, not 7), unless that is in scientific notation. */
const identifierText = ({ display, exact, kind }: StoredCell): string =>
  kind === "formula" || kind === "error" || /\dE[+-]?\d/.test(display) ? exact : display;

function cached(read: TextReader): TextReader {
  const results = new Map<string, CellResult>();
  // The cell above often has the same text; comparing the two is faster than hashing.
  let above = "";
  let resultAbove: CellResult = null;
  return (text, isNumber) => {
    if (text === above) return resultAbove;
    let value = results.get(text);
    if (value === undefined) {
      value = read(text, isNumber);
      if (text.length >= copiedBelow || results.size >= maxCachedResults) return value;
      results.set(text, value);
    }
    above = text;
    resultAbove = value;
    return value;
  };
}

/** Formulas, errors and words for “no figure” are looked for only in what the column does not read, or in texts by their first character. */
function withUnusualCells(column: FeedColumn, read: TextReader): TextReader {
  if (column.type.is === "text" && !column.references && !column.digits)
    return (text, isNumber) => brokenText(text) ?? read(text, isNumber);
  const readName: TextReader = (text) => brokenText(text) ?? readNoFigure(text) ?? read(text, false);
  if (column.type.is === "text") return readName;
  return (text, isNumber) => {
    const value = read(text, isNumber);
    if (!(value instanceof CellProblem)) return value;
    if (withoutInvisible(text).trim() === "") return null;
    return readBrokenCell(text, value.code) ?? readNoFigure(text) ?? value;
  };
}

const brokenText = (text: string): CellProblem | undefined =>
  text.startsWith("=") || text.startsWith("#") || text.startsWith("Err:")
    ? readBrokenCell(text, "VALUE_UNKNOWN")
    : text.length <= 5 && ditto.test(text)
      ? sameAsAbove
      : undefined;

const ditto = /^(?:〃|″|"|''|상동|위와\s?같음)$/;
const sameAsAbove = new CellProblem(
  "VALUE_UNKNOWN",
  "위와 같다는 표시입니다. 위의 값을 그대로 쓰십시오.",
  "This mark says that the value is the same as above. Write the value itself.",
);

function textReader(column: FeedColumn, unitWon: bigint): TextReader {
  const { type, unit, digits, key, references } = column;
  switch (type.is) {
    case "text":
      return digits ? readDigits(digits) : key || references ? readKey : readPlainText;
    case "choice":
      return readChoice(type);
    case "won":
      return readWon(unitWon);
    case "count":
      return readCount(unit);
    case "year":
      return readYear;
    case "percent":
      return readPercent;
    case "date":
      return readDate;
    case "month":
      return readMonth;
    case "quarter":
      return readQuarter;
    case "yesNo":
      return readYesNo();
    case "businessNumber":
      return readBusinessNumber;
  }
}
