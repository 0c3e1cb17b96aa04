import type { Localized } from "../core/localized.ts";
import type { CellType, CellValue } from "./cell.ts";
import type { SampleRow, SampleSource } from "./sample-rows.ts";

/** What a form asks for in one place. */
export interface FormColumn {
  /** Name of the column in the form's table and of the field in types and changes. */
  field: string;
  /** Name of the field in `changes`, where it is not `field` in camel case. */
  measure?: string;
  /** The heading without its unit: 금액. */
  heading: string;
  /** The heading in English, where the field in words is none. */
  english?: string;
  type: CellType;
  /** The unit that the heading states: 명, 개, %. For amounts the one that the blank form has; files may state 원, 천원, 백만원 or 억원. */
  unit?: string;
  /** Part of what tells one row from another. Implies `required`. */
  key?: boolean;
  /** Rows are there to report it, though it is no number: a state of progress. */
  reports?: boolean;
  /** Name of the feed that has what stands here: any feed. */
  references?: string;
}

/** A row of a file: what its cells were read as, in the order of the form's columns, references resolved. */
export interface FormRow {
  line: number;
  values: CellValue[];
  /** The id that `Identity.assign` gives the row; null where it gives none. */
  id: CellValue;
}

/** A row of a table: what its columns hold, in their order. */
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
  /** The key column whose content, in lower case, is the name in `changes`: for values of several measures. */
  measuredBy?: string;
  /** The row's quote is of the cell of this value. */
  quoted?: boolean;
  /** SQL of what a value of a group's row is compared by. Left out: the value. */
  text?: string;
  /** A key that may be null. */
  nullable?: boolean;
  /** The feed that it refers to, of rows that are read in the order of these columns. */
  references?: string;
}

/** Facts that others accompany: the rows of a table with the same key, matched column by column. */
export interface LeadingFacts {
  table: string;
  /** Columns of the leading table by those of the accompanying one. */
  keys: Readonly<Record<string, string>>;
  fixed?: Readonly<Record<string, string>>;
}

/** How the rows of a form are stored in a table that is not made of its columns, or is not theirs alone. */
export interface StoredRows {
  /** SQL that is true of its rows only. */
  where?: string;
  /** SQL of what several rows of the table have in common that are one of the form. */
  sameRow?: string;
  /** SQL that is true where a row reports something: `columns` cannot tell of a table that does not have them. */
  reported?: string;
  /** The columns that its rows fill. Left out: those of the form. */
  columns?: readonly StoredColumn[];
  /** Columns with one value for all rows of the form, which distinguish them from rows of other forms. */
  fixed?: Readonly<Record<string, string>>;
  /** Whose a row is and where it was read, as far as the table has columns for it. Left out: all of it. */
  origin?: readonly OriginColumn[];
  /** The rows of the table for a row of the form. Left out: one, whose values are those of its columns in their order. */
  rowsOf?(row: FormRow, cell: FindCell): StoredRow[];
  /** A release that publishes any of these replaces the rows that accompany them, whatever those state. */
  follows?: readonly LeadingFacts[];
  /** What several files with one key are: an error unless it is declared. ALLOWED: rows are nothing but names. ELSEWHERE: found by another form. */
  duplicates?: "ALLOWED" | "ELSEWHERE";
}

/** Columns that hold whose a fact is, and where it was read. */
export type OriginColumn = "municipality_id" | "document_id" | "sheet" | "line";

/** What other feeds may write to refer to a row, and what then stands in their tables. */
export interface Identity {
  /**
   * SQL for the names or codes that are current, as `written` and `id`. $1 is `known_to` of what is current, $2 the
   * municipality. Left out: the first key column of current rows, which is stored as it is written.
   */
  known?: string;
  /**
   * SQL for the ids of the names or codes in $1 (text[]), as `written` and `id`; it gives one to each that has none.
   * $2 is the municipality, unless the form is the hub's.
   */
  assign?: string;
}

/** What a municipality reports on, declared once: what its values are called, and what is held of it. */
export interface Form {
  /** Table that its rows go to. */
  table: string;
  title: Localized;
  /** What its changes are about, as the API calls it: PURCHASE. Null for municipalities and departments. */
  subject: string | null;
  columns: readonly FormColumn[];
  /** Field of the column that tells which time a row is about; left out where rows are about no time. */
  period?: string;
  /** Left out where a row of the form is a row of its table, with the same columns. */
  stored?: StoredRows;
  /** Left out where rows are referred to by their first key column, and stored as they are written. */
  identity?: Identity;
  /** The feed whose identity its rows have, by their first key column; left out for feeds. */
  identifies?: string;
  /** Rows belong to the hub, not to a municipality. */
  ofHub?: boolean;
}

/** One column of a feed. */
export interface FeedColumn extends FormColumn {
  /** A blank cell is an error. */
  required?: boolean;
  /** What stands here, for templates and help. */
  means: Localized;
  /** A cell as people write it. */
  example: string;
}

/** A departmental spreadsheet, declared once: reading, checks, template and help follow from it. */
export interface Feed extends Form {
  /** Name on the command line: purchase. */
  name: string;
  columns: readonly FeedColumn[];
  /** Pairs of columns of which the first is not to exceed the second (RATIO_ABOVE_ONE). */
  notAbove?: readonly (readonly [part: string, whole: string])[];
  /** Its rows in a synthetic city; left out if the sample city has rows of its own for it, or none. */
  sample?: (city: SampleSource) => Iterable<SampleRow>;
}

/** Name of a column's value in `changes`. */
export const measureOf = ({ field, measure }: FormColumn): string =>
  measure ?? field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether rows are there to report what stands in a column: figures, and what is declared so. */
export const isReported = ({ type, key, reports }: FormColumn): boolean =>
  !key && (reports || ["won", "count", "percent"].includes(type.is));

/** What people call what stands in a column. */
export const nameOf = (column: FormColumn): Localized => ({
  ko: column.heading,
  en: column.english ?? measureOf(column).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
});
