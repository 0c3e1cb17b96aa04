/** What is true of nearly every row of a feed; a row of which it is not is loaded with a warning (VALUE_IMPLAUSIBLE). */
export type PlausibilityRule =
  /** A day is not before another. */
  | { is: "in order"; earlier: string; later: string }
  /** A day, month or quarter has begun, and is of the time since municipalities are autonomous. */
  | { is: "past"; field: string }
  /** A year or quarter is at most so many years from another field's, or from today. */
  | { is: "near"; field: string; to?: string; years: number };
