/** Where the rows of a panel cite their place in a document: dotted paths in a row. Paths of parts that a panel has not are left out. */
export interface Cites {
  /** Name of the document. */
  document: string;
  /** Path of the hub's page that shows the document or the line. */
  address: string;
  /** Sheet of a workbook; null in other documents. */
  sheet?: string;
  line?: string;
  /** Number of the cell in the line. */
  column?: string;
  /** The exact text at the place. */
  quote?: string;
}

/** The fields of a citation, for the query of a panel. */
export const citationFields = "citation { document { name } sheet line column quote url }";

/** Rows that cite by a citation at this path. */
export const citationAt = (path: string): Cites => ({
  document: `${path}.document.name`,
  address: `${path}.url`,
  sheet: `${path}.sheet`,
  line: `${path}.line`,
  column: `${path}.column`,
  quote: `${path}.quote`,
});

/** The fields that say where a row of a feed was read, for the query of a panel. */
export const readFromFields = "sheet line document { name url }";

/** Rows of a feed. */
export const readFrom: Cites = {
  document: "document.name",
  address: "document.url",
  sheet: "sheet",
  line: "line",
};
