import type { Feed } from "../../../../schema/feeds/feed.ts";
import type { ColumnMatch } from "./propose-columns.ts";
import type { MarkedMatch } from "./propose-marked.ts";
import type { UnpivotMatch } from "./propose-unpivot.ts";
import type { TableSample } from "./table-sample.ts";

/** What of a table resembles a feed. */
export interface FeedMatch {
  feed: Feed;
  sample: TableSample;
  /** Whether the file has several sheets. */
  hasSheets: boolean;
  columns: ColumnMatch[];
  marked: MarkedMatch | null;
  unpivot: UnpivotMatch | null;
  score: number;
}
