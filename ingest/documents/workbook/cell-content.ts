import type { Cell } from "../table.ts";
import { damaged } from "../unreadable.ts";
import type { CellFormats } from "./number-formats.ts";
import { plain } from "./shared-strings.ts";

/** The workbook-wide data that cells refer to. */
export interface CellContext {
  strings: string[];
  formats: CellFormats;
  /** The workbook asks to be calculated when it is opened: its program stored results that it did not calculate. */
  isUncalculated: boolean;
}

/** A cell while it is read. */
export interface OpenCell {
  column: number;
  type: string;
  style: string | undefined;
  value: string;
  hasValue: boolean;
  /** Null if the cell has no formula. */
  formula: string | null;
}

/** The content of a cell. A formula gives its stored result. */
export function cellContent({ type, value, hasValue, style, formula }: OpenCell, context: CellContext): Cell {
  // A program that does not calculate writes no result, or an empty one without the type of a text.
  if (formula !== null && (!hasValue || (type === "n" && value.trim() === "")))
    return { display: `=${formula}`, exact: `=${formula}`, kind: "formula" };
  if (!hasValue || value === "") return "";
  switch (type) {
    case "s":
      return context.formats.textCell(sharedString(value, context.strings), style);
    case "b":
      return value === "1" || value === "true" ? "TRUE" : "FALSE";
    case "e":
      return { display: value, exact: value, kind: "error" };
    case "d":
      return isoDate(value);
    case "n":
      return numberCell(value, style, formula, context);
    default:
      return context.formats.textCell(plain(value), style);
  }
}

function sharedString(index: string, strings: string[]): string {
  const text = strings[Number(index)];
  if (text === undefined) throw damaged();
  return text;
}

function numberCell(
  value: string,
  style: string | undefined,
  formula: string | null,
  context: CellContext,
): Cell {
  const cell = context.formats.cell(value, style) ?? value;
  if (formula === null || !context.isUncalculated || Number(value) !== 0 || typeof cell === "string")
    return cell;
  return { ...cell, isUncalculated: true };
}

/** The strict variant of the format stores 2025-03-01T09:30:00. */
function isoDate(value: string): Cell {
  const exact = value
    .trim()
    .replace(/Z$/, "")
    .replace("T", " ")
    .replace(/ 00:00(:00(\.0+)?)?$/, "");
  return { display: exact, exact, kind: "date" };
}
