import type { Feed, Form } from "../feeds/feed.ts";
import type { DirectQuery } from "../sql/direct/direct-query.ts";
import type { DeclaredSummary } from "../sql/summary/summary-resolver.ts";

/** All that the hub knows of one kind of thing. A folder declares one; subjects.ts lists it. */
export interface Subject {
  /** Spreadsheets that tell of it. A feed whose table no migration makes gets one from its columns. */
  feeds?: readonly Feed[];
  /** Forms of its facts that are no spreadsheets: the parts of a quarterly report, each after those that it follows. */
  forms?: readonly Form[];
  /** SQL that runs in the transaction of a release, after all its facts: what summaries start from. Both are whole numbers. */
  afterRelease?(release: { municipalityId: number; number: number }): string;
  /** What its figures can be summed up by. */
  summaries?: readonly DeclaredSummary[];
  /** Queries and fields beside those of the summaries. */
  resolvers?: readonly (new () => object)[];
  /** Queries that can be answered without resolvers, by name, beside those of the summaries. */
  direct?: Readonly<Record<string, DirectQuery>>;
  /** Classes that stand for tables which a migration makes. */
  entities?: readonly (new () => object)[];
}
