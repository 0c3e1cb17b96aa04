import type { Feed, Form } from "../feeds/feed.ts";
import type { PlacedPanel } from "../panels/panel.ts";
import type { DeclaredSummary } from "../sql/summary/summary-query.ts";
import type { TableQuery } from "../sql/table-query.ts";

/** All that the hub knows of one kind of thing. A folder declares one; index.ts lists it. */
export interface Subject {
  /** Spreadsheets that state it. A feed whose table no migration makes gets one from its columns. */
  feeds?: readonly Feed[];
  /** Forms of its facts that are no spreadsheets: the parts of a quarterly report, each after those that it follows. */
  forms?: readonly Form[];
  /** SQL that runs in the transaction of a release, after all its facts: what summaries start from. Both are whole numbers. */
  afterRelease?(release: { municipalityId: number; number: number }): string;
  /** What its figures can be summed up by. */
  summaries?: readonly DeclaredSummary[];
  /** Queries for what is in tables, beside those of the summaries. */
  queries?: readonly TableQuery[];
  /** Resolvers for what is not in tables of facts. */
  resolvers?: readonly (new () => object)[];
  /** Panels of its figures, each with its place on a board; the order is that of reading. */
  panels?: readonly PlacedPanel[];
  /** Classes that stand for tables which a migration makes, for those resolvers. */
  entities?: readonly (new () => object)[];
}
