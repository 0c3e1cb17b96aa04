import type { Feed } from "../../../schema/feeds/feed.ts";
import { ReadingStopped, type Table } from "../../documents/table.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { type FoundHeading, findHeading } from "./find-heading.ts";
import { OpenedFeed } from "./opened-feed.ts";
import { type PlacedColumn, placeColumns } from "./place-columns.ts";

/** Recognises which feed a table is by its headings. Findings refuse it; null: it is none of the feeds. */
export function openFeed(table: Table, feeds: readonly Feed[]): OpenedFeed | FindingDraft[] | null {
  let headingRow: FoundHeading | undefined;
  try {
    headingRow = findHeading(table, feeds);
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    // Prose may have quotes of its own; only what is called a table is refused for them.
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
