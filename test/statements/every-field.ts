import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** A value of each scalar, as queries write it. */
const examples: Record<string, unknown> = {
  Boolean: true,
  Date: "2025-01-31",
  DateTime: "2026-01-01T00:00:00Z",
  Float: 0.5,
  ID: "1-1",
  Int: 3,
  Month: "2025-01",
  Quarter: "2025-Q1",
  String: "가과",
};

/** A value of a type: of lists of enums all values, of filters all. */
export function exampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return exampleOf(type.ofType);
  const named = getNamedType(type);
  if (isListType(type))
    return isEnumType(named) ? named.getValues().map(({ name }) => name) : [exampleOf(named)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return examples[named.name];
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, exampleOf(field.type)]),
  );
}

/** Arguments that need others, or that only some answers have. */
const leftOut = ["after", "compareTo", "inARow", "likeForLike"];

/**
 * For each query a document that selects every field down to a depth, and its variables: once with the arguments that it
 * needs, and once with nearly all of them.
 */
export function everyField(schema: GraphQLSchema, depth: number): { source: string; variables: object }[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
    [isRequiredArgument, ({ name }: GraphQLArgument) => !leftOut.includes(name)].map((isGiven) => {
      const declarations: string[] = [];
      const variables: Record<string, unknown> = {};
      const given = (args: readonly GraphQLArgument[]): string => {
        const each = args.filter(isGiven).map(({ name, type }) => {
          const variable = `v${declarations.length}`;
          declarations.push(`$${variable}: ${type}`);
          variables[variable] = exampleOf(type);
          return `${name}: $${variable}`;
        });
        return each.length > 0 ? `(${each.join(", ")})` : "";
      };
      const below = (type: GraphQLObjectType, left: number): string =>
        `{ __typename ${Object.values(type.getFields())
          .map(({ name, args, type: of }) => {
            const named = getNamedType(of);
            if (!isObjectType(named)) return `${name}${given(args)}`;
            return left === 0 ? "" : `${name}${given(args)} ${below(named, left - 1)}`;
          })
          .join(" ")} }`;
      const type = getNamedType(field.type);
      const body = `{ ${field.name}${given(field.args)} ${isObjectType(type) ? below(type, depth) : ""} }`;
      return {
        source: `query ${declarations.length > 0 ? `(${declarations.join(", ")})` : ""} ${body}`,
        variables,
      };
    }),
  );
}
