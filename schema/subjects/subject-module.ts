import type { Feed } from "../feeds/feed.ts";
import type { PlacedPanel } from "../panels/panel.ts";
import type { DirectQuery } from "../sql/direct/direct-query.ts";
import type { DeclaredSummary } from "../sql/summary/summary-resolver.ts";

/** All that the hub knows of one kind of thing. A folder declares one; subjects.ts lists it. */
export interface Subject {
  /** Spreadsheets that tell of it. A feed whose table no migration makes gets one from its columns. */
  feeds?: readonly Feed[];
  /** What its figures can be summed up by. */
  summaries?: readonly DeclaredSummary[];
  /** Queries and fields beside those of the summaries. */
  resolvers?: readonly (new () => object)[];
  /** Queries that can be answered without resolvers, by name, beside those of the summaries. */
  direct?: Readonly<Record<string, DirectQuery>>;
  /** Panels of its figures, each with its place on a board; the order is that of reading. */
  panels?: readonly PlacedPanel[];
  /** Classes that stand for tables which a migration makes. */
  entities?: readonly (new () => object)[];
}
