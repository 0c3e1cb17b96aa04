import type { Localized } from "../core/localized.ts";
import type { CellType, CellValue } from "./cell.ts";
import type { PlausibilityRule } from "./plausibility.ts";
import type { SampleRow, SampleSource } from "./sample-rows.ts";

/** A field of a form. */
export interface FormColumn {
  /** Name of the column in the form's table and of the field in types and changes. */
  field: string;
  /** Name of the field in `changes`. Default: `field` in camel case. */
  measure?: string;
  /** The heading without its unit: 금액. */
  heading: string;
  /** The English heading. Default: the field in words. */
  english?: string;
  type: CellType;
  /** The unit that the heading states: 명, 개, %. For amounts, that of the blank form; files may state 원, 천원, 백만원 or 억원. */
  unit?: string;
  /** Counts from the start of a year, and so does not fall from period to period within it (UNUSUAL_CHANGE). */
  cumulative?: boolean;
  /** Names who reports in each period, by a reference: whoever did before and no longer does is noted (UNUSUAL_CHANGE). */
  reporter?: boolean;
  /** Part of the key of a row. Implies `required`. */
  key?: boolean;
  /** Counts as a reported figure although it is not a number: a state of progress. */
  reports?: boolean;
  /** Name of the feed that it refers to: any feed. */
  references?: string;
}

/** A row of a file: parsed values in the order of the form's columns, with references resolved. */
export interface FormRow {
  line: number;
  values: CellValue[];
  /** The id assigned by `Identity.assign`; null if there is none. */
  id: CellValue;
}

/** A row of a table: its values in the order of the columns. */
export interface StoredRow {
  line: number;
  values: CellValue[];
}

/** The cell of a row that states a field, and its text. */
export type FindCell = (line: number, field: string) => { column: number | null; quote: string };

/** A column of the table of a form. */
export interface StoredColumn {
  name: string;
  /**
   * Keys identify a row, values can be corrected, extras accompany the values. A member is a row's place within its
   * group, which has one key, and is compared and replaced as a whole.
   */
  role: "key" | "member" | "value" | "extra";
  /** Name of a value in `changes`. */
  measure?: string;
  /** The key column whose value, in lower case, is the name in `changes`: for values of several measures. */
  measuredBy?: string;
  /** The row's quote is the text of this value's cell. */
  quoted?: boolean;
  /** SQL by which a value of a group's row is compared. Default: the value. */
  text?: string;
  /** A key that may be null. */
  nullable?: boolean;
  /** The feed that it refers to. */
  references?: string;
}

/** The facts that rows accompany: the rows of another table with the same key. */
export interface LeadingFacts {
  table: string;
  /** Columns of the leading table by those of the accompanying one. */
  keys: Readonly<Record<string, string>>;
  fixed?: Readonly<Record<string, string>>;
}

/** How the rows of a form are stored in a table that does not have its columns, or that it shares with other forms. */
export interface StoredRows {
  /** SQL that is true of its rows only. */
  where?: string;
  /** SQL of the value shared by all rows of the table that belong to one row of the form. */
  sameRow?: string;
  /** SQL that is true if a row reports a figure; needed if the table does not have the form's columns. */
  reported?: string;
  /** The columns that its rows fill. Default: those of the form. */
  columns?: readonly StoredColumn[];
  /** Columns with one value for all rows of the form, which distinguish them from rows of other forms. */
  fixed?: Readonly<Record<string, string>>;
  /** Columns for owner and citation that the table has. Default: all of them. */
  origin?: readonly OriginColumn[];
  /** The rows of the table for a row of the form. Default: one, with the values in the order of the columns. */
  rowsOf?(row: FormRow, cell: FindCell): StoredRow[];
  /** A release that publishes any of these facts replaces all rows that accompany them. */
  follows?: readonly LeadingFacts[];
  /** How several files with the same key are treated. Default: as an error. ALLOWED: rows are only names. ELSEWHERE: another form detects it. */
  duplicates?: "ALLOWED" | "ELSEWHERE";
}

/** Columns for the owner and the citation of a fact. */
export type OriginColumn = "municipality_id" | "document_id" | "sheet" | "line";

/** How other feeds refer to a row, and the id that their tables store. */
export interface Identity {
  /**
   * SQL of the current names or codes, as `written` and `id`. $1 is `known_to` of current rows, $2 the municipality.
   * Default: the first key column of current rows, which is stored as written.
   */
  known?: string;
  /**
   * SQL for the ids of the names or codes in $1 (text[]), as `written` and `id`. Null as an id stands for the next one of
   * the table. $2 is the municipality, unless the form is the hub's.
   */
  assign?: string;
}

/** A form: the columns of facts that a municipality reports, and how they are stored. */
export interface Form {
  /** Table of its rows. */
  table: string;
  title: Localized;
  /** Subject of its changes in the API: PURCHASE. Null for municipalities and departments. */
  subject: string | null;
  columns: readonly FormColumn[];
  /** Field of the column with the period of a row. Default: rows have no period. */
  period?: string;
  /** Default: a row of the form is a row of its table, with the same columns. */
  stored?: StoredRows;
  /** Default: rows are referred to by their first key column, stored as written. */
  identity?: Identity;
  /** The feed whose identity its rows have, by their first key column; undefined for feeds. */
  identifies?: string;
  /** Rows belong to the hub, not to a municipality. */
  ofHub?: boolean;
  /** Rows come in such numbers that counting them takes long: each release keeps their counts. Needs a period. */
  countsAreKept?: boolean;
}

/** One column of a feed. */
export interface FeedColumn extends FormColumn {
  /** A blank cell is an error. */
  required?: boolean;
  /** A text that is a code of so many digits. */
  digits?: number;
  /** How nearly all values look; decides whether a table that has this column only is on the form. */
  typical?: RegExp;
  /** Explanation of the column, for templates and help. */
  means: Localized;
  /** An example of a cell. */
  example: string;
  /** Other headings that departments give it, without unit and blanks; `hub map` recognises them. */
  synonyms?: readonly string[];
}

/** A departmental spreadsheet. Reading, checks, template and help derive from this declaration. */
export interface Feed extends Form {
  /** Name on the command line: purchase. */
  name: string;
  columns: readonly FeedColumn[];
  /** Pairs of columns of which the first must not exceed the second (RATIO_ABOVE_ONE). */
  notAbove?: readonly (readonly [part: string, whole: string])[];
  /** What nearly every row complies with (VALUE_IMPLAUSIBLE). */
  plausible?: readonly PlausibilityRule[];
  /** Its rows in a synthetic city; left out if the sample city has rows of its own for it, or none. */
  sample?: (city: SampleSource) => Iterable<SampleRow>;
}

/** Name of a column's value in `changes`. */
export const measureOf = ({ field, measure }: FormColumn): string =>
  measure ?? field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether a column contains reported figures: numbers, and columns declared with `reports`. */
export const isReported = ({ type, key, reports }: FormColumn): boolean =>
  !key && (reports || ["won", "count", "percent"].includes(type.is));

/** Label of a column. */
export const nameOf = (column: FormColumn): Localized => ({
  ko: column.heading,
  en: column.english ?? measureOf(column).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
});
