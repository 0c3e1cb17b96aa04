import { displayFacts } from "../display-facts.ts";
import { exactNumber, leastRounded } from "../number-format.ts";
import type { Cell } from "../table.ts";

/** The content of a cell: Excel (`x:num`) and LibreOffice (`sdval`) write the stored number beside the displayed text. */
export function htmlCell(attributes: Record<string, string>, display: string): Cell {
  const stored = attributes["x:num"] || attributes.sdval;
  const number = Number(stored);
  if (!stored || !Number.isFinite(number)) return display;
  if (/[%％]$/.test(display)) {
    const facts = displayFacts(display.replace(/[%％]/, ""), number * 100);
    return { display, exact: `${exactNumber(number * 100)}%`, kind: "percent", ...facts };
  }
  // Dates and codes are stored as numbers too: what is displayed is all that can be read of them.
  if (display !== "" && !/^[^\d]*\d[\d,]*(\.\d*)?[^\d]*$/.test(display)) return display;
  const cell: Cell = {
    display,
    exact: exactNumber(number),
    kind: "number",
    ...displayFacts(display, number),
  };
  return Math.abs(number) >= leastRounded ? { ...cell, isRounded: true } : cell;
}
