import type { Localized } from "../localized.ts";

/**
 * A panel, declared once. Its page, picture, table and Grafana board follow from this.
 * The question's GraphQL variables must not be named like one of `variables`: Grafana interpolates
 * text, so that a variable `pledge` would be put in the place of `$pledge` in the question itself.
 */
export interface Panel {
  /** Its place in addresses: /panels/NAME. */
  name: string;
  title: Localized;
  description: Localized;
  /** The GraphQL document that the panel asks. */
  question: string;
  /** What a reader chooses, by name in addresses and in Grafana. */
  variables: Record<string, Variable>;
  /** Where the rows are in the answer, with dots. */
  rows: string;
  /** The pledge that the answer is about: its code, title, department and municipality stand there. */
  subject: string;
  columns: Record<string, Column>;
  chart: StackedBars;
}

/** A choice of the reader. */
export interface Variable {
  label: Localized;
  /** The question's GraphQL variable that takes the value. */
  passedAs: string;
  /** Taken where the reader chose nothing; null leaves the choice to the hub. */
  default: string | null;
  options: Options;
}

/** Where the values of a variable come from; the question may use the GraphQL variables of earlier ones. */
export interface Options {
  question: string;
  rows: string;
  value: string;
  text: string;
  newestFirst: boolean;
}

interface ColumnBase {
  label: Localized;
  /** Where the value is in a row, with dots. */
  selector: string;
}

/** A code that the hub gives and the words that stand for it. */
export type ChoiceColumn = ColumnBase & { kind: "choice"; choices: Record<string, Localized> };

/** A period by the label that the document prints; `start` and `end` are where its days are, null where open. */
export type PeriodColumn = ColumnBase & { kind: "period"; start: string; end: string };

/** A unit that money is shown in: its name, and how many won it is. */
export type MoneyUnit = Localized & { won: number };

/** An amount that the hub gives in won and people read in this unit; null where it is not reported. */
export type AmountColumn = ColumnBase & { kind: "amount"; unit: MoneyUnit };

/** A value of a row and how it is shown. An address leads to where the figure stands and is not shown itself. */
export type Column =
  | (ColumnBase & { kind: "text" | "number" | "address" })
  | AmountColumn
  | PeriodColumn
  | ChoiceColumn;

/** Bars from 0, one a period, cut by the choices of a column in their order. Each field names a column. */
export interface StackedBars {
  kind: "stacked-bars";
  /** A column of kind period. */
  category: string;
  /** A column of kind choice. */
  series: string;
  /** A column of kind amount. */
  value: string;
  /** A column of kind choice: VALUE, DASH, BLANK or IMPLIED_ZERO. */
  state: string;
  /** The quarter that the figures were reported at. */
  quarter: string;
  /** Where a figure stands: SHA-256 of the document, address of the line, its number, the quoted text. */
  document: string;
  address: string;
  line: string;
  quote: string;
}

/** The column of that name and kind; a panel that declares none is a mistake of its author. */
export function columnOf<Kind extends Column["kind"]>(
  panel: Panel,
  name: string,
  kind: Kind,
): Extract<Column, { kind: Kind }> {
  const column = panel.columns[name];
  if (column?.kind !== kind)
    throw new Error(`Panel ${panel.name} declares no column ${name} of kind ${kind}.`);
  return column as Extract<Column, { kind: Kind }>;
}
