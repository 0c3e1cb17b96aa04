import { displayFacts } from "../display-facts.ts";
import { exactNumber, leastRounded } from "../number-format.ts";
import type { Cell } from "../table.ts";

/** The content of a cell by its attributes and the text that it displays; undefined if the file does not say which. */
export function odsCell(attributes: Record<string, string>, display: string | undefined): Cell {
  const type = attributes["office:value-type"];
  const formula = attributes["table:formula"];
  const isError =
    attributes["calcext:value-type"] === "error" || /^(#[A-Z/0]+[!?]|#N\/A|Err:\d+)$/.test(display ?? "");
  if (isError && formula !== undefined) return { display: display!, exact: display!, kind: "error" };
  if (type === undefined && formula !== undefined && !display) return withoutResult(formula);
  if (type === "date") return dateCell(attributes["office:date-value"] ?? "", display);
  if (type === "boolean") return attributes["office:boolean-value"] === "true" ? "TRUE" : "FALSE";
  if (!["float", "percentage", "currency"].includes(type ?? ""))
    return display ?? attributes["office:string-value"] ?? "";
  const value = attributes["office:value"] ?? "";
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return display ?? "";
  return type === "percentage" ? percentCell(number * 100, display) : numberCell(number, display);
}

function percentCell(percent: number, display = `${exactNumber(percent)}%`): Cell {
  const facts = displayFacts(display.replace(/[%％]/, ""), percent);
  return { display, exact: `${exactNumber(percent)}%`, kind: "percent", ...facts };
}

function numberCell(number: number, display = exactNumber(number)): Cell {
  const cell: Cell = {
    display,
    exact: exactNumber(number),
    kind: "number",
    ...displayFacts(display, number),
  };
  return Math.abs(number) >= leastRounded ? { ...cell, isRounded: true } : cell;
}

/** of:=SUM([.F3:.F9]) → =SUM([.F3:.F9]) */
const withoutResult = (formula: string): Cell => {
  const text = formula.replace(/^[a-z]+:/, "");
  return { display: text, exact: text, kind: "formula" };
};

function dateCell(value: string, display: string | undefined): Cell {
  const exact = value.replace("T", " ").replace(/ 00:00:00(\.0+)?$/, "");
  return { display: display ?? exact, exact, kind: "date", ...(display === "" ? { isConcealed: true } : {}) };
}
