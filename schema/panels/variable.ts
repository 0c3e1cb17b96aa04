import type { Localized } from "../core/localized.ts";
import type { Problem } from "../core/problem.ts";

/** A choice of the reader. */
export interface Variable {
  label: Localized;
  /** The question's GraphQL variable that takes the value. */
  passedAs: string;
  /** Taken where the reader chose nothing; null takes the first of the options, or `all`. */
  default: string | null;
  /** The words for choosing nothing, where the question may go without; left out where it may not. */
  all?: Localized;
  /** The words for what has none of the values, and the question's variable that is false for it; left out where it cannot be asked for. */
  none?: { label: Localized; passedAs: string };
  /** True where the question takes a whole number. */
  isNumber?: true;
  /** True where any moment or day may be chosen, beside the options. */
  isMoment?: true;
  /** Reported when there are no options at all; left out where that only means that nothing is reported. */
  emptyProblem?: Problem;
  options: Options | FixedOptions;
}

/** Values that never change, with the words for them. */
export interface FixedOptions {
  choices: Record<string, Localized>;
}

/** Where the values of a variable come from; the question may use the GraphQL variables of earlier ones. */
export interface Options {
  question: string;
  rows: string;
  value: string;
  text: string;
  /** Where the text is in English; left out where it is the same. */
  english?: string;
  /** What the texts are, where people write them otherwise than the hub does. */
  period?: "quarter" | "month";
  newestFirst: boolean;
}
