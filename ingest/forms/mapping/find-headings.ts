import { displayText, isBlank, type Table } from "../../documents/table.ts";
import { type Mapping, neededHeadings } from "./mapping.ts";
import { firstRows, headingCandidates, headingText, type PrintedHeadings } from "./printed-headings.ts";

/** Where a table has the headings of a mapping, and which of them it lacks. */
export interface FoundHeadings {
  table: Table;
  headings: PrintedHeadings;
  /** Headings that are not there or there more than once; those of one entry are alternatives. */
  missing: readonly (readonly string[])[];
}

/**
 * Finds the heading rows of a mapping: the first with all headings, or else the one that lacks the fewest.
 * Undefined for a table without any of them.
 */
export function findHeadings(table: Table, mapping: Mapping): FoundHeadings | undefined {
  const needed = neededHeadings(mapping);
  let best: FoundHeadings | undefined;
  for (const headings of headingCandidates(firstRows(table))) {
    if (best?.missing.length === 0) {
      if (!continuesBelow(best.headings, headings, needed)) return best;
      best = { ...best, headings };
      continue;
    }
    if (!usesUpperRow(headings, needed)) continue;
    const missing = needed.filter((alternatives) => headings.columnOf(alternatives) === undefined);
    if (missing.length < (best?.missing.length ?? needed.length)) best = { table, headings, missing };
  }
  return best;
}

/** Whether any heading of several rows is the mapping's: otherwise the upper one is a title or a unit, and those below are alone. */
function usesUpperRow(headings: PrintedHeadings, needed: readonly (readonly string[])[]): boolean {
  if (headings.rows.length === 1) return true;
  const upper = headings.rows[0]!;
  return needed.some((alternatives) => {
    const index = headings.columnOf(alternatives);
    if (index === undefined) return false;
    const filled = upper.cells.slice(0, index + 1).findLast((cell) => !isBlank(cell));
    return filled !== undefined && headings.paths[index]!.startsWith(headingText(displayText(filled)));
  });
}

/**
 * Whether the row below the headings belongs to them: each of its words has a heading above or to the left of it, and
 * none is under the headings that the mapping needs, so that it cannot be a row of data.
 */
function continuesBelow(
  found: PrintedHeadings,
  next: PrintedHeadings,
  needed: readonly (readonly string[])[],
): boolean {
  const lower = next.rows.at(-1)!;
  if (next.rows.length !== found.rows.length + 1 || next.rows[0] !== found.rows[0]) return false;
  const words = lower.cells.flatMap((cell, index) => (isBlank(cell) ? [] : [next.paths[index]!]));
  if (words.length === 0 || !words.every((path) => path.includes("/"))) return false;
  return needed.every((alternatives) => isBlank(lower.cells[found.columnOf(alternatives)!] ?? ""));
}
