import type { Localized } from "../../core/localized.ts";
import type { NullReason } from "./null-reason.ts";
import type { Question } from "./question.ts";
import type { Unit } from "./unit.ts";

/** SQL of an aggregate over lines, restricted to those that meet a condition: over("sum(amount)", "kind IS NOT NULL"). */
export type Over = (aggregate: string, condition?: string) => string;

/** Aggregates over the lines of one period, for a row. */
export interface Lines {
  /** Over the lines of the row itself. */
  own: Over;
  /** Over the lines of all rows of its level with equal keys of the summary's `whole`; sums and counts only. */
  whole: Over;
  /** Whether they are those of a single fact. */
  isFact: boolean;
}

/** What the SQL of a measure can refer to in a row. */
export interface RowScope<OwnQuestion extends Question> {
  question: OwnQuestion;
  /** The keys that the row is grouped by. */
  keys: readonly string[];
  /** The lines of the period in question. */
  present: Lines;
  /** The lines of the compared period. */
  previous: Lines;
  /** Whether the lines are those of a single fact: then the expression is what it adds to its row, null if nothing. */
  isFact: boolean;
}

/** An SQL expression of aggregates over the lines of a row. */
export type Expression<OwnQuestion extends Question> = (row: RowScope<OwnQuestion>) => string;

interface Named {
  name: Localized;
  /** Formula. */
  formula: Localized;
  unit: Unit;
  /** Meaning of null; undefined if it never is null. */
  absent?: Localized;
  /** The law or guideline that defines it; undefined for a definition of the hub's own. */
  definedBy?: Localized;
  /** Belongs to the compared period, so it is null without one. */
  compared?: true;
}

/** A single figure. won, number, fraction and flag are null if there is nothing to count; a count never is. */
interface Figure<OwnQuestion extends Question> extends Named {
  is: "won" | "number" | "count" | "fraction" | "flag";
  value: Expression<OwnQuestion>;
}

/** A ratio of two sums. If a part is null, nullReason is the first reason whose condition is true, or `otherwise`. */
interface RatioMeasure<OwnQuestion extends Question> extends Named {
  is: "ratio";
  numerator: Expression<OwnQuestion>;
  denominator: Expression<OwnQuestion>;
  reasons?: readonly { reason: NullReason; when: Expression<OwnQuestion> }[];
  otherwise: NullReason;
}

/** How many were expected to report, and how many reported. */
interface CoverageMeasure<OwnQuestion extends Question> extends Named {
  is: "coverage";
  reporting: Expression<OwnQuestion>;
  expected: Expression<OwnQuestion>;
}

/** A figure of a summary. SQL, GraphQL field and catalogue entry derive from this declaration. */
export type Measure<OwnQuestion extends Question> =
  | Figure<OwnQuestion>
  | RatioMeasure<OwnQuestion>
  | CoverageMeasure<OwnQuestion>;

/** The sum of a column over the lines that have both it and another one. */
export const sumWith =
  <OwnQuestion extends Question>(column: string, other: string): Expression<OwnQuestion> =>
  ({ present }) =>
    present.own(`sum(${column})`, `${column} IS NOT NULL AND ${other} IS NOT NULL`);

/** How many facts lines stand for, all or those that meet a condition: a line of kept sums stands for several. */
export const countFacts = (lines: Lines, condition?: string): string => {
  const counted = lines.own("sum(line_count)", condition);
  return lines.isFact ? counted : `coalesce(${counted}, 0)`;
};
