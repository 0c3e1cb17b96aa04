/** What a summary panel draws; each field names columns of it. */
export type Chart = Bars | Lines | Stats | Table;

/** Bars from 0, one per row and value; or one per category, divided by the choices of a column, `by`. */
export interface Bars {
  kind: "bars";
  category: string;
  values: string[];
  by?: string;
  /** Horizontal bars, for categories with long names. */
  horizontal: boolean;
  stacked: boolean;
  /** A column whose value is marked at each bar: the target. */
  target?: string;
}

/** Values over time; a missing value is a gap. */
export interface Lines {
  kind: "lines";
  category: string;
  values: string[];
}

/** The figures of a single row, in large type. */
export interface Stats {
  kind: "stats";
  values: string[];
}

/** Rows as they are. */
export interface Table {
  kind: "table";
  /** A column that is null if a row is not reported, in a table that also lists unreported rows. */
  reported?: string;
}

/** Bars from 0, one per period, divided by the choices of a column in their order. Each field names a column. */
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
  /** The quarter that the figures were reported for. */
  quarter: string;
  /** Citation of a figure: SHA-256 of the document, address of the line, its number, the quoted text. */
  document: string;
  address: string;
  line: string;
  quote: string;
}
