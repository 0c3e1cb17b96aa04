import {
  type Form,
  measureOf,
  type OriginColumn,
  type StoredColumn,
  type StoredRows,
} from "../../../schema/feeds/feed.ts";
import { tableColumn } from "../../../schema/feeds/table-column.ts";

/** Where the rows of a form are stored, with defaults for whatever its declaration omits. */
export interface FactTable extends Pick<StoredRows, "duplicates"> {
  name: string;
  columns: readonly StoredColumn[];
  /** For each value of a row as it is read the feed that it refers to; undefined where it refers to none. */
  references: readonly (string | undefined)[];
  fixed: NonNullable<StoredRows["fixed"]>;
  origin: readonly OriginColumn[];
  follows: NonNullable<StoredRows["follows"]>;
  /** Null where a row is stored as it was read. */
  rowsOf: NonNullable<StoredRows["rowsOf"]> | null;
}

/** The columns of the origin of a fact: a staged row has them all. */
export const originColumns: readonly OriginColumn[] = ["municipality_id", "document_id", "sheet", "line"];

/** The table of a form. */
export function factTable(form: Form): FactTable {
  const stored = form.stored ?? {};
  const read = (!stored.rowsOf && stored.columns) || form.columns;
  return {
    name: form.table,
    columns: stored.columns ?? form.columns.map(plainColumn),
    references: read.map(({ references }) => references),
    fixed: stored.fixed ?? {},
    origin: stored.origin ?? originColumns,
    follows: stored.follows ?? [],
    rowsOf: stored.rowsOf ?? null,
    duplicates: stored.duplicates,
  };
}

const plainColumn = (column: Form["columns"][number]): StoredColumn => ({
  name: tableColumn(column),
  role: column.key ? "key" : "value",
  measure: measureOf(column),
});

/** Whether rows are compared and replaced in groups: those that have a place within one, or follow others. */
export const isGrouped = ({ columns, follows }: FactTable): boolean =>
  follows.length > 0 || columns.some(({ role }) => role === "member");

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
export const fixedWhere = ({ fixed }: Pick<FactTable, "fixed">, alias = "known"): string =>
  Object.entries(fixed)
    .map(([name, value]) => ` AND ${alias}.${name} = '${value}'`)
    .join("");
