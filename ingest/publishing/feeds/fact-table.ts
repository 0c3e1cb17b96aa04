import { type Form, measureOf, type StoredColumn, type StoredRows } from "../../../schema/feeds/feed.ts";
import { tableColumn } from "../../../schema/feeds/feed-table.ts";

/** Where the rows of a form are stored, with all that its declaration leaves out filled in. */
export interface FactTable extends Pick<StoredRows, "mayRepeat"> {
  name: string;
  columns: readonly StoredColumn[];
  /** For each column of the form the feed that it refers to; undefined where it refers to none. */
  references: readonly (string | undefined)[];
  fixed: Readonly<Record<string, string>>;
  /** Columns that hold whose a row is, and where it was read. */
  origin: readonly string[];
  rowsOf: NonNullable<StoredRows["rowsOf"]>;
}

/** The columns of the origin of a fact: a staged row has them all. */
export const originColumns = ["municipality_id", "document_id", "sheet", "line"] as const;

/** The table of a form. */
export function factTable(form: Form): FactTable {
  const stored = form.stored ?? {};
  return {
    name: form.table,
    columns: stored.columns ?? form.columns.map(plainColumn),
    references: form.columns.map((column) => column.references),
    fixed: stored.fixed ?? {},
    origin: form.ofHub ? [] : originColumns,
    rowsOf: stored.rowsOf ?? ((row) => [row]),
    mayRepeat: stored.mayRepeat,
  };
}

const plainColumn = (column: Form["columns"][number]): StoredColumn => ({
  name: tableColumn(column),
  role: column.key ? "key" : "value",
  measure: measureOf(column),
});

/** The columns of one role, as SQL names them. */
export const namesOf = (table: FactTable, role: StoredColumn["role"]): string[] =>
  table.columns.filter((column) => column.role === role).map(({ name }) => `"${name}"`);

/** The columns in which the rows of one source differ: the line, and what it states. */
export const rowColumns = (table: FactTable): string[] => [
  "line",
  ...table.columns.map(({ name }) => `"${name}"`),
];

/** All columns that publishing fills. */
export const factColumns = ({ origin, fixed, columns }: FactTable): string[] => [
  ...[...origin, "known_from", ...Object.keys(fixed)],
  ...columns.map(({ name }) => `"${name}"`),
];

/** SQL that leaves out rows of other forms, of the table named `known`. */
export const fixedWhere = ({ fixed }: FactTable): string =>
  Object.entries(fixed)
    .map(([name, value]) => ` AND known.${name} = '${value}'`)
    .join("");
