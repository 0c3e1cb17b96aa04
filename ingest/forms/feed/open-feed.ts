import type { Feed } from "../../../schema/feeds/feed.ts";
import { ReadingStopped, type Table, type TableRow } from "../../documents/table.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { type FoundHeading, findHeading } from "./find-heading.ts";
import { OpenedFeed } from "./opened-feed.ts";
import { readHeadingRow } from "./read-heading-row.ts";
import { rowsAbove, unitLinesAbove } from "./unit-lines.ts";

/** Recognises the feed of a table by its headings. Returns findings if the heading is invalid, null if it is no feed. */
export function openFeed(table: Table, feeds: readonly Feed[]): OpenedFeed | FindingDraft[] | null {
  let headingRow: FoundHeading | undefined;
  try {
    headingRow = findHeading(table, feeds);
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    // Prose may contain stray quotes; only a file named as a table is rejected for them.
    return /\.(csv|xlsx)$/i.test(table.name) ? [onSheet(error.finding, table)] : null;
  }
  if (!headingRow) return null;
  const { feed, row } = headingRow;
  const heading = readHeadingRow(feed, row, {
    unitLines: unitLinesAbove(table, row),
    neighbours: neighboursOf(table, row),
  });
  if (Array.isArray(heading)) return heading.map((finding) => onSheet(finding, table));
  const { columns, untitled, notes } = heading;
  return new OpenedFeed(feed, table, columns, row, { above: rowsAbove(table, row), untitled, notes });
}

/** The rows next to a row; the one below first. */
function neighboursOf(table: Table, { line }: TableRow): TableRow[] {
  let before: TableRow | undefined;
  for (const batch of table.batches())
    for (const row of batch) {
      if (row.line > line) return before ? [row, before] : [row];
      if (row.line < line) before = row;
    }
  return before ? [before] : [];
}

const onSheet = (finding: FindingDraft, { sheet }: Table): FindingDraft =>
  sheet === null ? finding : { ...finding, sheet };
