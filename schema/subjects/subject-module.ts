import type { Feed, Form } from "../feeds/feed.ts";
import type { EntityPage } from "../panels/entity-page.ts";
import type { BoardHeader, PlacedPanel } from "../panels/panel.ts";
import type { Searchable } from "../sql/searchable.ts";
import type { DeclaredSummary } from "../sql/summary/summary-query.ts";
import type { TableQuery } from "../sql/table-query.ts";

/** A subject: everything that the hub knows about one kind of data. A folder declares one; index.ts lists it. */
export interface Subject {
  /** Its spreadsheets. Tables not created by a migration are derived from the feed's columns. */
  feeds?: readonly Feed[];
  /** Forms other than spreadsheets: the parts of a quarterly report, each after those that it accompanies. */
  forms?: readonly Form[];
  /** SQL that runs at the end of a release's transaction, to update tables that summaries start from. Both arguments are whole numbers. */
  afterRelease?(release: { municipalityId: number; number: number }): string;
  /** Its summaries. */
  summaries?: readonly DeclaredSummary[];
  /** Queries answered from tables, besides those of the summaries. */
  queries?: readonly TableQuery[];
  /** What a search finds of it. */
  searchables?: readonly Searchable[];
  /** Resolvers for data that is not in tables of facts. */
  resolvers?: readonly (new () => object)[];
  /** Its panels with their boards, in reading order. */
  panels?: readonly PlacedPanel[];
  /** The boards that it adds; panels of any subject can be placed on them. */
  boards?: readonly BoardHeader[];
  /** The pages of its entities. */
  pages?: readonly EntityPage[];
  /** Classes that represent tables created by a migration, for those resolvers. */
  entities?: readonly (new () => object)[];
}
