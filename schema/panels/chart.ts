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
