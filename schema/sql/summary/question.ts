import type { KnownAt } from "../../core/context.ts";
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

/** What is asked by the arguments of a query, with defaults where nothing is given. */
export function questionOf<Asked extends Question>(
  given: Readonly<Record<string, unknown>>,
  knownAt: KnownAt,
  municipalities: number[],
): Asked {
  const question: Question = {
    ...given,
    municipalities,
    knownAt,
    where: (given.where ?? {}) as Asked["where"],
    groupBy: [...new Set((given.groupBy ?? []) as string[])],
    totals: given.totals === true,
    compareTo: (given.compareTo ?? null) as Comparison | null,
  };
  return question as Asked;
}
