import type { QueryScope } from "./query-scope.ts";

/** Coerced values of the arguments of a field. */
// biome-ignore lint/suspicious/noExplicitAny: their types are those that the field declares
export type ArgumentValues = Readonly<Record<string, any>>;

/** SQL of something of a row, whose alias in FROM is `row`. */
export type RowSql = (row: string, scope: QueryScope, values: ArgumentValues) => string;

/** SQL of a LEFT JOIN that adds to a row at most one row named `alias`, which has an `id`. */
export type JoinSql = (row: string, alias: string, scope: QueryScope, values: ArgumentValues) => string;

/** Rows as they stand in SQL. */
export interface RowsSql {
  /** What stands behind FROM and names the rows by their alias. */
  from: string;
  where: string;
  /** What stands behind ORDER BY, over columns of the alias: a total order, so that pages fit together. */
  order: string;
}

/** The rows of a list named `alias`; those that belong to `row`, which is empty for a list that belongs to nothing. */
export type ListRows = (alias: string, scope: QueryScope, values: ArgumentValues, row: string) => RowsSql;
