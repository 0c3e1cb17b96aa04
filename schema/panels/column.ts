import type { Localized } from "../core/localized.ts";

interface ColumnBase {
  label: Localized;
  /** Dotted path of the value in a row. */
  selector: string;
  /** Dotted path of the English text, if the hub returns the text in either language. */
  english?: string;
  /** Dotted path of the address of the hub's page about what the value names. */
  page?: string;
}

/** A code with its labels; `address` is the path of its citation, if any. */
export type ChoiceColumn = ColumnBase & {
  kind: "choice";
  choices: Record<string, Localized>;
  address?: string;
};

/** A period with the label that the document prints; `start` and `end` are the paths of its days, which are null if open. */
export type PeriodColumn = ColumnBase & { kind: "period"; start: string; end: string };

/** A unit of money: its name, and its value in won. */
export type MoneyUnit = Localized & { won: number };

/** An amount returned in won and shown in this unit; null if not reported. */
export type AmountColumn = ColumnBase & { kind: "amount"; unit: MoneyUnit };

/** Money returned in this unit; null if not reported. */
export type MoneyColumn = ColumnBase & { kind: "money"; unit: Localized };

/**
 * A ratio of the hub's, with numerator, denominator and nullReason; `parts` is the unit of its parts. `beside` names the
 * columns that show the whole of both, reported together or not.
 */
export type RateColumn = ColumnBase & {
  kind: "rate";
  parts: Localized & { won?: number };
  beside?: readonly [numerator: string, denominator: string];
};

/** A fraction, shown in %; `absent` is the text for null. */
export type FractionColumn = ColumnBase & { kind: "fraction"; absent: Localized };

/** A whole number of something; `absent` is the text for null; default: not reported. */
export type CountColumn = ColumnBase & { kind: "count"; unit: Localized; absent?: Localized };

/** A text; `absent` is the text for null; default: a dash. Codes and numbers are short. */
export type TextColumn = ColumnBase & { kind: "text"; absent?: Localized; isShort?: true };

/** A text that links to a page of the hub: the path of a document and, in `line`, the line in it. */
export type LinkColumn = ColumnBase & { kind: "link"; address: string; line?: string };

/** A value of a row and how it is shown. An address links to the figure's citation and is not shown itself. */
export type Column =
  | (ColumnBase & { kind: "number" | "address" | "quarter" | "month" | "day" | "time" })
  | TextColumn
  | MoneyColumn
  | RateColumn
  | FractionColumn
  | CountColumn
  | LinkColumn
  | AmountColumn
  | PeriodColumn
  | ChoiceColumn;
