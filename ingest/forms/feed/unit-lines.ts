import { displayText, isBlank, type Table, type TableRow } from "../../documents/table.ts";
import type { Place } from "../../draft-finding.ts";
import { bracketParts, compact } from "./heading.ts";
import { unitName, unitWonOf } from "./money-units.ts";

/** A line that states the units of a table: (단위 : 천원). */
export interface UnitLine {
  place: Place;
  /** Its units of money, by name. */
  units: string[];
  /** Its multiples of things counted. */
  multiples: string[];
}

/** A longer text is an explanation. */
const longest = 200;
const bracketed = /[([<]([^()[\]<>]*)[)\]>]/g;
/** 단위: 천원 up to the end of its bracket; 천원 단위. */
const statement = /(?:단위|units?)[:=]?([^)\]>]{1,60})/gi;
const behind = /^[([<※*\s]*([^()[\]<>:]{1,20})단위[)\]>.]*$/;
/** A unit at the end or the beginning of a part: 매출천원; 백만원미만절사 states how figures are rounded. */
const scaled = /[십백천만억조]+원$|^[십백천만억조]+원(?!미만|이하|이상|절사|반올림|올림|버림)/;
const foreign = /(?:달러|불|유로|엔|위안|won|usd|eur|jpy|cny)$/i;
/** A multiple of what is counted: 천명, 천개소. */
const multiple = /^[십백천만억]+(?!원)\p{L}{1,3}$/u;

/**
 * The units of money that a text states for a table: (단위 : 천원), 단위: 매출 천원, 매출 현황(천원). Empty for any other
 * text. One that the hub does not know, such as 천달러, is named too: amounts in it must not be read in another.
 */
export function statedUnits(text: string): string[] {
  const units = unitParts(text).flatMap(({ part, isStated }) => moneyUnit(part, isStated) ?? []);
  return [...new Set(units)];
}

/** The multiples of things counted that a text states for a table: (단위 : 천명). */
export const statedMultiples = (text: string): string[] =>
  unitParts(text).flatMap(({ part, isStated }) => (isStated && multiple.test(part) ? [part] : []));

/** The parts of a text that may be units; those behind the word 단위 are stated to be. */
function unitParts(text: string): { part: string; isStated: boolean }[] {
  if (text.length > longest) return [];
  const line = compact(text)
    .replace(/1,?000,?000원/g, "백만원")
    .replace(/1,?000원/g, "천원");
  const last = line.at(-1)!;
  const stated = [...line.matchAll(statement)].map((match) => match[1]!);
  const before = behind.exec(line)?.[1];
  if (before !== undefined) stated.push(before);
  if (stated.length > 0) return stated.flatMap(bracketParts).map((part) => ({ part, isStated: true }));
  if (last !== ")" && last !== "]" && last !== ">") return [];
  const content = [...line.matchAll(bracketed)].at(-1)?.[1] ?? "";
  return bracketParts(content).map((part) => ({ part, isStated: false }));
}

function moneyUnit(part: string, isStated: boolean): string | null {
  const won = unitWonOf(part) ?? unitWonOf((isStated && scaled.exec(part)?.[0]) || "");
  if (won !== undefined) return unitName(won);
  return isStated && foreign.test(part) ? part : null;
}

/** The lines above a row that state units. */
export function unitLinesAbove(table: Table, row: TableRow): UnitLine[] {
  return rowsAbove(table, row).flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => {
      const quote = displayText(cell);
      const [units, multiples] = [statedUnits(quote), statedMultiples(quote)];
      if (units.length + multiples.length === 0) return [];
      return [{ place: { line, column: index + 1, quote }, units, multiples }];
    }),
  );
}

/** The filled rows above a row. */
export function rowsAbove(table: Table, { line }: TableRow): TableRow[] {
  const rows: TableRow[] = [];
  for (const batch of table.batches()) {
    rows.push(...batch.filter((row) => row.line < line && !row.cells.every(isBlank)));
    if ((batch.at(-1)?.line ?? 0) >= line) break;
  }
  return rows;
}
