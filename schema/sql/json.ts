import { type GraphQLNamedOutputType, isEnumType } from "graphql";

/** Placeholder in JSON text for an amount that JSON cannot represent exactly; no JSON text contains this character. */
export const amountTooLarge = "\u0001";
/** Placeholder in JSON text for an object with a null in a non-null field. */
export const unexpectedNull = "\u0002";

/**
 * SQL of the JSON text of a scalar or an enum, as its GraphQL type serializes it. A null becomes JSON null if the
 * field is nullable, else SQL null. Throws for a type without such SQL: a mistake in the field's declaration.
 */
export function leafJson(sql: string, type: GraphQLNamedOutputType, isNullable: boolean): string {
  const json = jsonOf(sql, type);
  return isNullable ? `coalesce(${json}, 'null')` : json;
}

/** SQL of the JSON text of a list of scalars: an SQL array. */
export const leafListJson = (sql: string): string => `to_json(${sql})::text`;

function jsonOf(sql: string, type: GraphQLNamedOutputType): string {
  if (isEnumType(type)) {
    if (type.getValues().some(({ name, value }) => name !== value))
      throw new Error(`${type.name} has values of its own.`);
    return `'"' || (${sql})::text || '"'`;
  }
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
