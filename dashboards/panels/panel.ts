import type { Localized } from "../../schema/core/localized.ts";
import type { Problem } from "../ask.ts";

interface PanelBase {
  /** Its place in addresses: /panels/NAME. */
  name: string;
  title: Localized;
  description: Localized;
  /** The GraphQL document that the panel asks. */
  question: string;
  /** What a reader chooses, by name in addresses and in Grafana, in an order in which earlier ones bound later ones. */
  variables: Record<string, Variable>;
  /** Where the rows are in the answer, with dots. */
  rows: string;
  columns: Record<string, Column>;
}

/** The figures of one document, each with the line that it stands in. */
export interface DocumentPanel extends PanelBase {
  /** The pledge that the answer is about: its code, title, department and municipality stand there. */
  subject: string;
  chart: StackedBars;
}

/** Figures that the hub counts for a municipality; the question includes `origin`, of panels/origin.ts. */
export interface SummaryPanel extends PanelBase {
  chart: Chart;
  /** What an empty list says; left out where it says that nothing is reported. */
  empty?: Localized;
  /** Where `reporting` and `expected` are, in the answer or in each row; left out where nothing is expected to report. */
  coverage?: { in: "answer" | "row"; selector: string; unit: Localized };
  /**
   * The panel that shows the facts behind a row: it takes the reader's choices, and in their place these from columns
   * of the row. A row with nothing in such a column leads to what has none of the values, or nowhere where that cannot
   * be chosen. Choices named in `all` are not taken: the facts are of every value.
   */
  facts?: { panel: string; choices: Record<string, string>; all?: string[] };
}

/**
 * A panel, declared once. Its page, picture, table and place in Grafana follow from this.
 * The question's GraphQL variables must not be named like one of `variables`: Grafana interpolates
 * text, so that a variable `pledge` would be put in the place of `$pledge` in the question itself.
 */
export type Panel = DocumentPanel | SummaryPanel;

/** Whether a panel shows the figures of one document, rather than what the hub counts. */
export const isOfDocument = (panel: Panel): panel is DocumentPanel => panel.chart.kind === "stacked-bars";

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

/** What a summary panel draws; each field names columns of it. */
export type Chart = Bars | Lines | Stats | Table;

/** Bars from 0, one a row and value; or one a category, cut by the choices of a column, `by`. */
export interface Bars {
  kind: "bars";
  category: string;
  values: string[];
  by?: string;
  /** Lie on their sides, for categories with long names. */
  horizontal: boolean;
  stacked: boolean;
  /** A column whose value is marked at each bar: what should be reached. */
  target?: string;
}

/** Values over time; what is missing is a gap. */
export interface Lines {
  kind: "lines";
  category: string;
  values: string[];
}

/** The figures of the one row, large. */
export interface Stats {
  kind: "stats";
  values: string[];
}

/** Rows as they are. */
export interface Table {
  kind: "table";
  /** A column that is null where a row is not reported, of a table that lists all that could be. */
  reported?: string;
}

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
  panel: Pick<Panel, "name" | "columns">,
  name: string,
  kind: Kind,
): Extract<Column, { kind: Kind }> {
  const column = panel.columns[name];
  if (column?.kind !== kind)
    throw new Error(`Panel ${panel.name} declares no column ${name} of kind ${kind}.`);
  return column as Extract<Column, { kind: Kind }>;
}
