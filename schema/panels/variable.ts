import type { Localized } from "../core/localized.ts";
import type { Problem } from "../core/problem.ts";

/** A variable whose value the reader selects. */
export interface Variable {
  label: Localized;
  /** The GraphQL variable that gets the value. */
  passedAs: string;
  /** Default value; null stands for the first of the options, or `all`. */
  default: string | null;
  /** Label of no selection; undefined if a value is required. */
  all?: Localized;
  /** Label of rows without a value, and the GraphQL variable that is false for them; undefined if these cannot be queried. */
  none?: { label: Localized; passedAs: string };
  /** True if the GraphQL variable is a whole number. */
  isNumber?: true;
  /** True if any time or day may be entered besides the options. */
  isMoment?: true;
  /** Reported if there are no options at all; undefined if that only means that nothing is reported. */
  emptyProblem?: Problem;
  options: Options | FixedOptions;
}

/** Fixed values with their labels. */
export interface FixedOptions {
  choices: Record<string, Localized>;
}

/** A query for the values of a variable; it may use the GraphQL variables of earlier ones. */
export interface Options {
  question: string;
  rows: string;
  value: string;
  text: string;
  /** Dotted path of the English text. Default: the same text. */
  english?: string;
  /** Kind of the texts, if they need formatting. */
  period?: "quarter" | "month";
  newestFirst: boolean;
}
