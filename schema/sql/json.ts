import { type GraphQLEnumType, type GraphQLNamedOutputType, isEnumType } from "graphql";

/** Placeholder in JSON text for an amount that JSON cannot represent exactly; no JSON text contains this character. */
export const amountTooLarge = "\u0001";
/** Placeholder in JSON text for an object with a null in a non-null field. */
export const unexpectedNull = "\u0002";

/** SQL of texts in a row; adjoining literals become one. Each is a chain of `||`, or binds as closely. */
export const concatenated = (texts: readonly string[]): string =>
  texts.reduce((before, text) =>
    before.endsWith("'") && text.startsWith("'")
      ? `${before.slice(0, -1)}${text.slice(1)}`
      : `${before} || ${text}`,
  );

/**
 * SQL of the JSON text of a scalar or an enum, as its GraphQL type serializes it. A null becomes JSON null if the
 * field is nullable, else SQL null. Throws for a type without such SQL: a mistake in the field's declaration.
 */
export function leafJson(sql: string, type: GraphQLNamedOutputType, isNullable: boolean): string {
  const json = jsonOf(sql, type);
  return isNullable ? `coalesce(${json}, 'null')` : json;
}

/** SQL of the JSON text of an object, of SQL of its fields by key: of none where directives leave all of them out. */
export function objectJson(fields: readonly (readonly [key: string, json: string])[]): string {
  const parts = fields.flatMap(([key, json], index) => [`'${index === 0 ? "{" : ","}"${key}":'`, json]);
  return parts.length === 0 ? "'{}'" : concatenated([...parts, "'}'"]);
}

/** SQL of the JSON text of a list of scalars: an SQL array. */
export const leafListJson = (sql: string): string => `to_json(${sql})::text`;

function jsonOf(sql: string, type: GraphQLNamedOutputType): string {
  if (isEnumType(type)) return enumJson(sql, type);
  switch (type.name) {
    case "Int":
    case "Boolean":
      return `(${sql})::text`;
    case "Float":
      // JavaScript writes -0 as 0.
      return `((${sql})::float8 + 0)::text`;
    case "Won":
      return `CASE WHEN (${sql}) BETWEEN -9007199254740991 AND 9007199254740991 THEN (${sql})::text
        WHEN (${sql}) IS NOT NULL THEN '${amountTooLarge}' END`;
    case "String":
    case "ID":
      return `to_json((${sql})::text)::text`;
    case "Date":
      return `'"' || to_char(${sql}, 'YYYY-MM-DD') || '"'`;
    case "DateTime":
      return `'"' || to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
    case "Quarter":
      return `'"' || (${sql}) / 4 || '-Q' || (${sql}) % 4 + 1 || '"'`;
    case "Month":
      return `'"' || (${sql}) / 12 || '-' || lpad(((${sql}) % 12 + 1)::text, 2, '0') || '"'`;
    default:
      throw new Error(`There is no SQL for the JSON of ${type.name}.`);
  }
}

/** Comparing with so many values is faster than PostgreSQL's look-up of the name of one. */
const fewValues = 8;

function enumJson(sql: string, type: GraphQLEnumType): string {
  const values = type.getValues();
  if (values.some(({ name, value }) => name !== value))
    throw new Error(`${type.name} has values of its own.`);
  if (values.length > fewValues) return `'"' || (${sql})::text || '"'`;
  return `CASE ${sql} ${values.map(({ name }) => `WHEN '${name}' THEN '"${name}"'`).join(" ")} END`;
}
