/**
 * A report as the form prints it, whatever the format: all words of the form are there, in its order, and what would
 * be read as something else is marked as literal.
 */
export interface PrintedReport {
  code: string;
  title: string;
  contacts: PrintedContacts;
  results: {
    heading: string;
    /** The headings of its table: sections, text, remarks. */
    columns: string[];
    sections: { heading: string; statements: PrintedStatement[] }[];
  };
  /** Null without counts. */
  participation: PrintedTable | null;
  /** The first column is the title, printed in the first row only; null without amounts. */
  funding: PrintedTable | null;
  issues: {
    heading: string;
    lists: { heading: string; statements: PrintedStatement[] }[];
  };
}

/** The contacts with their labels. */
export interface PrintedContacts {
  /** Null if unknown. */
  department: { label: string; name: string } | null;
  persons: { role: string; name: string; label: string; extension: string }[];
}

/** A line with its bullet; `depth` is 0 at the top. */
export interface PrintedStatement {
  text: string;
  depth: number;
}

/** A part with a table: its heading, its unit, the headings of the columns, and as many cells a row. */
export interface PrintedTable {
  heading: string;
  unit: string;
  columns: string[];
  rows: string[][];
}
