import { displayText, isBlank, type Table, type TableRow } from "../../documents/table.ts";
import type { Place } from "../../draft-finding.ts";
import { bracketParts, compact } from "./heading.ts";
import { unitName, unitWonOf } from "./money-units.ts";

/** A line that states the units of a table: (단위 : 천원). */
export interface UnitLine {
  place: Place;
  /** Its units of money, by name. */
  units: string[];
}

const unitLine = /[([][^()[\]]*단위[^()[\]]*[)\]]|^단위[:=].{1,40}$|^[([][^()[\]]{1,20}[)\]]$/;
/** A longer text is an explanation. */
const longest = 200;

/** The units of money that a text states for a table; empty for any other text. */
export function statedUnits(text: string): string[] {
  if (text.length > longest) return [];
  const stated = unitLine.exec(compact(text))?.[0].replace(/^[^단]*(?=단위)|[([\])]/g, "");
  if (stated === undefined) return [];
  return bracketParts(stated).flatMap((part) => {
    const won = unitWonOf(part);
    return won ? [unitName(won)] : [];
  });
}

/** The lines above a row that state units of money. */
export function unitLinesAbove(table: Table, row: TableRow): UnitLine[] {
  return rowsAbove(table, row).flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => {
      const quote = displayText(cell);
      const units = statedUnits(quote);
      return units.length > 0 ? [{ place: { line, column: index + 1, quote }, units }] : [];
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
