import type { Entity, LinkField } from "./entity.ts";
import type { QueryScope } from "./query-scope.ts";

/** How rows refer to those of another feed by code: their column `by` holds what is in `code` of the other table. */
export interface CodeReference {
  table: string;
  /** Left out: `code`. */
  code?: string;
  by: string;
}

/**
 * SQL of a LEFT JOIN of the row that another one refers to by its code. Facts keep their reference when that row is
 * retracted, so it is the last row with its code known at the release, valid or not.
 */
export const joinByCode =
  ({ table, code = "code", by }: CodeReference) =>
  (row: string, alias: string, scope: QueryScope): string =>
    `LEFT JOIN LATERAL (
    SELECT * FROM ${table} WHERE ${scope.ofMunicipality(table, `${row}.municipality_id`)} AND ${code} = ${row}.${by}
      AND known_from <= ${scope.release("municipality_id")} ORDER BY known_from DESC LIMIT 1) AS ${alias} ON true`;

/** The link of a row to the one that it refers to by its code; null only if the row may leave it blank. */
export const codeLink = (
  to: Entity,
  reference: CodeReference,
  ko: string,
  en: string,
  nullable = false,
): LinkField => ({ is: "link", to, nullable, join: joinByCode(reference), description: { ko, en } });
