import type { Feed } from "../../../schema/feeds/feed.ts";
import { displayText, ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";
import { type Heading, matchHeading, parseHeading } from "./heading.ts";
import { isListForm } from "./list-form.ts";

/** The row of a table that holds the headings of a feed. */
export interface FoundHeading {
  feed: Feed;
  row: TableRow;
}

interface Candidate extends FoundHeading {
  matched: number;
  missing: number;
}

/** Titles and explanations may precede the heading, up to this many rows. */
const mostRowsAbove = 50;

/**
 * Finds the feed of a table and its heading row: the row with the most headings of one feed. A heading that is the
 * only one of its feed counts if nothing else is found and the table looks like that form.
 * Undefined if no row has at least half of the headings of any feed.
 * Throws ReadingStopped if reading stops before a heading.
 */
export function findHeading(table: Table, feeds: readonly Feed[]): FoundHeading | undefined {
  let best: Candidate | undefined;
  const ofLists: Candidate[] = [];
  try {
    for (const row of firstRows(table)) {
      const headings = row.cells.map((cell) => parseHeading(displayText(cell)));
      for (const feed of feeds) {
        const candidate = compare(feed, row, headings);
        if (candidate && feed.columns.length === 1) ofLists.push(candidate);
        else if (candidate && (!best || isBetter(candidate, best))) best = candidate;
      }
      if (best?.missing === 0 && best.matched > 1) return best;
    }
  } catch (error) {
    if (!(best ?? ofLists[0]) || !(error instanceof ReadingStopped)) throw error;
  }
  return best ?? ofLists.find(({ feed, row }) => isListForm(feed, table, row));
}

function* firstRows(table: Table): Generator<TableRow> {
  let left = mostRowsAbove;
  for (const rows of table.batches()) {
    yield* rows.slice(0, left);
    left -= rows.length;
    if (left <= 0) return;
  }
}

const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.matched > other.matched || (one.matched === other.matched && one.missing < other.missing);

function compare(feed: Feed, row: TableRow, headings: Heading[]): Candidate | undefined {
  const matched = feed.columns.filter((column) =>
    headings.some((heading) => matchHeading(heading, column) !== "other"),
  ).length;
  const missing = feed.columns.length - matched;
  return matched > 0 && matched >= missing ? { feed, row, matched, missing } : undefined;
}
