import type { Entity, ListField } from "../../sql/entity.ts";

/** The rows of a table that belong to the report of a row, in an order; `condition` is SQL over `alias`. */
export const partsOfReport = (
  of: Entity,
  table: string,
  description: { ko: string; en: string },
  order: (alias: string) => string,
  condition: (alias: string, row: string) => string = () => "true",
): ListField => ({
  is: "list",
  of,
  rows: (alias, scope, _, row) => ({
    from: `${table} AS ${alias}`,
    where: `${scope.sameMunicipality(alias, row)} AND ${alias}.pledge_id = ${row}.pledge_id
      AND ${alias}.quarter = ${row}.quarter AND ${condition(alias, row)}`,
    order: order(alias),
  }),
  description,
});

/** SQL that orders rows as the form orders the values of a column. */
export const inOrderOf =
  (column: string, values: object, then = "id") =>
  (alias: string): string =>
    `array_position(ARRAY['${Object.keys(values).join("', '")}'], ${alias}.${column}), ${alias}.${then}`;

/** SQL that orders rows as the document has them. */
export const byPosition = (alias: string): string => `${alias}.position`;
