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
    if (best?.missing.length === 0)
      return continuesBelow(best.headings, headings, needed) ? { ...best, headings } : best;
    if (!usesUpperRow(headings, needed)) continue;
    const missing = needed.filter((alternatives) => headings.columnOf(alternatives) === undefined);
    if (missing.length < (best?.missing.length ?? needed.length)) best = { table, headings, missing };
  }
  return best;
}

/** Whether any heading of two rows is the mapping's: otherwise the upper one is a title or a unit, and the lower one is alone. */
function usesUpperRow(headings: PrintedHeadings, needed: readonly (readonly string[])[]): boolean {
  const lower = headings.rows[1];
  if (!lower) return true;
  return needed.some((alternatives) => {
    const index = headings.columnOf(alternatives);
    return index !== undefined && headings.paths[index] !== headingText(displayText(lower.cells[index]));
  });
}

/**
 * Whether the row below single headings belongs to them: it has words, but none under the headings that the mapping
 * needs, so that it cannot be a row of data.
 */
function continuesBelow(
  single: PrintedHeadings,
  next: PrintedHeadings,
  needed: readonly (readonly string[])[],
): boolean {
  const lower = next.rows[1];
  if (single.rows.length > 1 || !lower || next.rows[0] !== single.rows[0] || lower.cells.every(isBlank))
    return false;
  return needed.every((alternatives) => isBlank(lower.cells[single.columnOf(alternatives)!] ?? ""));
}
