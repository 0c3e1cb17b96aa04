import type { QueryScope } from "../query-scope.ts";
import type { ArgumentValues } from "../row-sql.ts";
import type { Comparison, PeriodFilter } from "./comparison.ts";

/** A condition that has to hold in consecutive periods. */
export interface InARow {
  measure: string;
  below?: number | null;
  above?: number | null;
  is?: boolean | null;
  periods: number;
}

/** A question to a summary; subjects add their own arguments. */
export interface Question {
  /** The municipalities and releases of the answer, and the parameters of its statement. */
  scope: QueryScope;
  /** Filters: any of these; an empty list keeps none, null or absent keeps all. */
  where: { municipality?: string[] | null } & PeriodFilter;
  /** Keys of the summary's dimensions, outermost first, each once. */
  groupBy: readonly string[];
  /** Whether to include the grand total and a subtotal for each leading part of groupBy. */
  totals: boolean;
  compareTo: Comparison | null;
  /** A condition that has to hold for some periods in a row. */
  inARow?: InARow | null;
  /** Whether facts are asked for: `lines` then has one line per fact, with all dimensions. */
  byFact: boolean;
}

/** The question of a query's arguments, with defaults for those that are null. */
export function questionOf<OwnQuestion extends Question>(
  values: ArgumentValues,
  scope: QueryScope,
  byFact: boolean,
): OwnQuestion {
  const question: Question = {
    ...values,
    scope,
    where: values.where ?? {},
    groupBy: [...new Set((values.groupBy ?? []) as string[])],
    totals: values.totals === true,
    compareTo: values.compareTo ?? null,
    byFact,
  };
  return question as OwnQuestion;
}
