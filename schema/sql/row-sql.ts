import type { QueryScope } from "./query-scope.ts";

/** Coerced values of the arguments of a field. */
// biome-ignore lint/suspicious/noExplicitAny: their types are those that the field declares
export type ArgumentValues = Readonly<Record<string, any>>;

/** SQL of an expression over a row, whose alias in FROM is `row`. */
export type RowSql = (row: string, scope: QueryScope, values: ArgumentValues) => string;

/** SQL of a LEFT JOIN that adds to a row at most one row named `alias`, which has an `id`. */
export type JoinSql = (row: string, alias: string, scope: QueryScope, values: ArgumentValues) => string;

/** Rows of a list in SQL. */
export interface RowsSql {
  /** The FROM clause, in which the rows have the alias. */
  from: string;
  where: string;
  /** The ORDER BY clause, over columns of the alias: a total order, so that pages do not overlap. */
  order: string;
}

/** The rows of a list named `alias`; those that belong to `row`, which is empty for a top-level list. */
export type ListRows = (alias: string, scope: QueryScope, values: ArgumentValues, row: string) => RowsSql;
