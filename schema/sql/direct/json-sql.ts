import { type GraphQLNamedOutputType, isEnumType, isLeafType } from "graphql";
import type { DirectScope } from "./direct-scope.ts";
import type { Selected } from "./selected.ts";

/** Thrown where a question selects what is not declared to be read directly; resolvers then answer it. */
export class NotDirect extends Error {}

/**
 * SQL of one field of a row: the value of a scalar or enum; of anything else the JSON text, never null.
 * `row` is the alias that the row has in FROM.
 */
export type DirectField = (row: string, field: Selected, scope: DirectScope) => string;

/** The fields of a type that PostgreSQL can write itself. */
export type DirectType = Readonly<Record<string, DirectField>>;

/** Stands in JSON text for what cannot be written; JSON never has this character. */
export const unwritable = "\u0001";

/**
 * SQL of the JSON text of an object with the selected fields; null where a field is that may not be. Throws
 * NotDirect where one is not declared.
 */
export function objectSql(
  type: DirectType,
  row: string,
  fields: readonly Selected[],
  scope: DirectScope,
): string {
  const written = fields.map((field, index) => {
    const before = `${index === 0 ? "{" : ","}"${field.key}":`;
    if (field.name === "__typename") return `'${before}"${field.type.name}"'`;
    const read = type[field.name];
    if (!read) throw new NotDirect(field.name);
    const sql = read(row, field, scope);
    return `'${before}' || ${isLeafType(field.type) ? leafSql(sql, field) : sql}`;
  });
  return `${written.join(" || ")} || '}'`;
}

/** SQL of the JSON text of what a row is linked with once, by a join; null where that gives none. */
export function linkSql(
  type: DirectType,
  { fields }: Selected,
  scope: DirectScope,
  join: (alias: string) => string,
): string {
  const alias = scope.join(join);
  return `CASE WHEN ${alias}.id IS NULL THEN 'null' ELSE ${objectSql(type, alias, fields, scope)} END`;
}

/** Rows as they stand in SQL, after FROM. */
export interface ListRows {
  from: string;
  where?: string;
  order: string;
}

/** SQL of the JSON text of a list of rows, `row` being their alias. */
export function listSql(
  type: DirectType,
  row: string,
  fields: readonly Selected[],
  scope: DirectScope,
  { from, where, order }: ListRows,
): string {
  const ofList = scope.ofList();
  const json = objectSql(type, row, fields, ofList);
  return `(SELECT '[' || coalesce(string_agg(json, ','), '') || ']' FROM (
    SELECT coalesce(${json}, '${unwritable}') AS json FROM ${[from, ...ofList.joins].join(" ")}
    ${where === undefined ? "" : `WHERE ${where}`} ORDER BY ${order}) AS written)`;
}

/** SQL of the JSON text of a scalar or enum, as its type writes it; null only for a null that may not be. */
function leafSql(sql: string, { type, isNullable }: Selected): string {
  const text = leafText(sql, type);
  return isNullable ? `coalesce(${text}, 'null')` : text;
}

function leafText(sql: string, type: GraphQLNamedOutputType): string {
  if (isEnumType(type)) {
    if (type.getValues().some(({ name, value }) => name !== value)) throw new NotDirect(type.name);
    return `'"' || ${sql}::text || '"'`;
  }
  switch (type.name) {
    case "Int":
    case "Boolean":
      return `(${sql})::text`;
    case "Float":
      // JavaScript writes -0 as 0.
      return `((${sql})::float8 + 0)::text`;
    case "Won":
      return `CASE WHEN ${sql} BETWEEN -9007199254740991 AND 9007199254740991 THEN (${sql})::text
        WHEN ${sql} IS NOT NULL THEN '${unwritable}' END`;
    case "String":
    case "ID":
    case "Date":
      return `to_json(${sql})::text`;
    case "Quarter":
      return `'"' || (${sql}) / 4 || '-Q' || (${sql}) % 4 + 1 || '"'`;
    case "Month":
      return `'"' || (${sql}) / 12 || '-' || lpad(((${sql}) % 12 + 1)::text, 2, '0') || '"'`;
    default:
      throw new NotDirect(type.name);
  }
}
