import type { KnownAt } from "../context.ts";
import type { Comparison, PeriodFilter } from "./comparison.ts";

/** What is asked of a summary; subjects add their own arguments. */
export interface Question {
  municipalities: number[];
  knownAt: KnownAt;
  /** Filters: any of these; an empty list keeps nothing, null or absent keeps all. */
  where: { municipality?: string[] | null } & PeriodFilter;
  /** Keys of the summary's dimensions, outermost first, each once. */
  groupBy: readonly string[];
  /** With the grand total and a row for each leading part of groupBy. */
  totals: boolean;
  compareTo: Comparison | null;
}
