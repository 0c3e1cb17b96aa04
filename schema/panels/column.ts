import type { Localized } from "../core/localized.ts";

interface ColumnBase {
  label: Localized;
  /** Where the value is in a row, with dots. */
  selector: string;
  /** Where it is in English, for a text that the hub gives in either language. */
  english?: string;
}

/** A code that the hub gives and the words that stand for it; `address` is where it is stated, where that is told. */
export type ChoiceColumn = ColumnBase & {
  kind: "choice";
  choices: Record<string, Localized>;
  address?: string;
};

/** A period by the label that the document prints; `start` and `end` are where its days are, null where open. */
export type PeriodColumn = ColumnBase & { kind: "period"; start: string; end: string };

/** A unit that money is shown in: its name, and how many won it is. */
export type MoneyUnit = Localized & { won: number };

/** An amount that the hub gives in won and people read in this unit; null where it is not reported. */
export type AmountColumn = ColumnBase & { kind: "amount"; unit: MoneyUnit };

/** Money that the hub gives in this unit; null where it is not reported. */
export type MoneyColumn = ColumnBase & { kind: "money"; unit: Localized };

/** A ratio of the hub's, with numerator, denominator and nullReason; `parts` is what its parts are counted in. */
export type RateColumn = ColumnBase & { kind: "rate"; parts: Localized & { won?: number } };

/** A fraction, shown in %; `absent` are the words for null. */
export type FractionColumn = ColumnBase & { kind: "fraction"; absent: Localized };

/** A whole number of something; `absent` are the words for null, left out where it is not reported. */
export type CountColumn = ColumnBase & { kind: "count"; unit: Localized; absent?: Localized };

/** A text; `absent` are the words for null, left out where a dash is enough. A code or a number is short. */
export type TextColumn = ColumnBase & { kind: "text"; absent?: Localized; isShort?: true };

/** A text that leads to an address of the hub: the path of a document and, in `line`, the line in it. */
export type LinkColumn = ColumnBase & { kind: "link"; address: string; line?: string };

/** A value of a row and how it is shown. An address leads to where the figure stands and is not shown itself. */
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
