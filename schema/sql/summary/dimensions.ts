import { Int } from "type-graphql";
import type { Localized } from "../../core/localized.ts";
import { MonthScalar, QuarterScalar } from "../../core/scalars/scalars.ts";
import type { Entity } from "../entity.ts";
import type { QueryScope } from "../query-scope.ts";
import type { Dimension } from "./summary.ts";

/** Grouping by calendar year. */
export const byYear = {
  field: "year",
  type: () => Int,
  name: { ko: "해", en: "Year" },
  column: "year",
  values: 12,
  perYear: 1,
} satisfies Dimension;

/** Grouping by calendar quarter. */
export const byQuarter = {
  field: "quarter",
  type: () => QuarterScalar,
  name: { ko: "분기", en: "Quarter" },
  column: "quarter",
  values: 40,
  perYear: 4,
} satisfies Dimension;

/** Grouping by calendar month. */
export const byMonth = {
  field: "month",
  type: () => MonthScalar,
  name: { ko: "달", en: "Month" },
  column: "month",
  values: 120,
  perYear: 12,
} satisfies Dimension;

/** What lines are grouped by if they belong to rows of a table. */
interface RowDimension {
  /** Field of the answer's rows. */
  field: string;
  to: Entity;
  name: Localized;
  table: string;
  /** Column of `lines` that has the id of such a row. */
  column: string;
  /** Column of the table that the answer's rows are ordered by. */
  order: string;
  /** Maximum number of such rows in one municipality. Default: 100. */
  values?: number;
}

/** Grouping by the rows of a table; `lines` give municipality_id and, in `column`, the id. */
export function byRowOf({ field, to, name, table, column, order, values }: RowDimension): Dimension {
  const join = (row: string, alias: string, scope: QueryScope) =>
    `LEFT JOIN ${table} AS ${alias}
      ON ${scope.ofMunicipality(alias, `${row}.municipality_id`)} AND ${alias}.id = ${row}.${column}`;
  const named = to.fields.name?.is === "value" ? to.fields.name.sql : null;
  return {
    ...{ field, to, name, column, join },
    known: (
      scope,
    ) => `SELECT DISTINCT ON (${order}) ${order} AS value, ${named?.(table, scope, {}) ?? order} AS name
      FROM ${table} WHERE ${scope.facts(table)} ORDER BY ${order}, id DESC`,
    ...(values && { values }),
    carries: { municipality_id: "max(municipality_id)" },
    order: { join: (scope) => join("rows", `"${field}"`, scope), by: `"${field}".${order}` },
  };
}
