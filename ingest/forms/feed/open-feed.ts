import type { Feed } from "../../../schema/feeds/feed.ts";
import { ReadingStopped, type Table } from "../../documents/table.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { type FoundHeading, findHeading } from "./find-heading.ts";
import { OpenedFeed } from "./opened-feed.ts";
import { type PlacedColumn, placeColumns } from "./place-columns.ts";

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
  const placed = placeColumns(feed, row);
  if (isFindings(placed)) return placed.map((finding) => onSheet(finding, table));
  return new OpenedFeed(feed, table, placed, row);
}

const isFindings = (placed: PlacedColumn[] | FindingDraft[]): placed is FindingDraft[] =>
  placed.some((one) => "code" in one);

const onSheet = (finding: FindingDraft, { sheet }: Table): FindingDraft =>
  sheet === null ? finding : { ...finding, sheet };
