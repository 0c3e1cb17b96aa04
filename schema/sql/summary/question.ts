import type { QueryScope } from "../query-scope.ts";
import type { ArgumentValues } from "../row-sql.ts";
import type { Comparison, PeriodFilter } from "./comparison.ts";

/** What is asked of a summary; subjects add their own arguments. */
export interface Question {
  /** The municipalities and releases of the answer, and the parameters of its statement. */
  scope: QueryScope;
  /** Filters: any of these; an empty list keeps nothing, null or absent keeps all. */
  where: { municipality?: string[] | null } & PeriodFilter;
  /** Keys of the summary's dimensions, outermost first, each once. */
  groupBy: readonly string[];
  /** With the grand total and a row for each leading part of groupBy. */
  totals: boolean;
  compareTo: Comparison | null;
}

/** The question of a query's arguments, with defaults for those that are null. */
export function questionOf<Asked extends Question>(values: ArgumentValues, scope: QueryScope): Asked {
  const question: Question = {
    ...values,
    scope,
    where: values.where ?? {},
    groupBy: [...new Set((values.groupBy ?? []) as string[])],
    totals: values.totals === true,
    compareTo: values.compareTo ?? null,
  };
  return question as Asked;
}
