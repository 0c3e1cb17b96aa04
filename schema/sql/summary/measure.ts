import type { Localized } from "../../core/localized.ts";
import type { NullReason } from "./null-reason.ts";
import type { Question } from "./question.ts";
import type { Unit } from "./unit.ts";

/** Writes an aggregate over lines, of those that meet a condition: over("sum(amount)", "kind IS NOT NULL"). */
export type Over = (aggregate: string, condition?: string) => string;

/** The lines of one period as a row sees them. */
export interface Lines {
  /** Those of the row itself. */
  own: Over;
  /** Those of all rows of its level that agree with it in the keys of the summary's `whole`; sums and counts only. */
  whole: Over;
}

/** What a measure can be made of in a row. */
export interface RowScope<Asked extends Question> {
  question: Asked;
  /** The keys that the row is grouped by. */
  keys: readonly string[];
  /** The lines of the period that is asked about. */
  present: Lines;
  /** The lines of the period that it is compared with. */
  previous: Lines;
}

/** An SQL expression of aggregates over the lines of a row. */
export type Expression<Asked extends Question> = (row: RowScope<Asked>) => string;

interface Named {
  name: Localized;
  /** Formula. */
  formula: Localized;
  unit: Unit;
  /** What null means; left out where it never is null. */
  absent?: Localized;
  /** Speaks of the period compared with, so it is null without one. */
  compared?: true;
}

/** A single figure. won, number, fraction and flag are null where there is nothing to count; a count never is. */
interface Figure<Asked extends Question> extends Named {
  is: "won" | "number" | "count" | "fraction" | "flag";
  value: Expression<Asked>;
}

/** A ratio of two sums. Where a part is null, the first reason that holds is told, else `otherwise`. */
interface RatioMeasure<Asked extends Question> extends Named {
  is: "ratio";
  numerator: Expression<Asked>;
  denominator: Expression<Asked>;
  reasons?: readonly { reason: NullReason; when: Expression<Asked> }[];
  otherwise: NullReason;
}

/** How many were expected to report, and how many reported. */
interface CoverageMeasure<Asked extends Question> extends Named {
  is: "coverage";
  reporting: Expression<Asked>;
  expected: Expression<Asked>;
}

/** A figure that a summary answers with, declared once: SQL, GraphQL field and catalogue entry follow. */
export type Measure<Asked extends Question> = Figure<Asked> | RatioMeasure<Asked> | CoverageMeasure<Asked>;

/** The sum of a column over the lines that give both it and another. */
export const sumWith =
  <Asked extends Question>(column: string, other: string): Expression<Asked> =>
  ({ present }) =>
    present.own(`sum(${column})`, `${column} IS NOT NULL AND ${other} IS NOT NULL`);
