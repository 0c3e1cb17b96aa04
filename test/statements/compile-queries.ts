import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type NamedTypeNode,
  parse,
  typeFromAST,
  validate,
} from "graphql";
import { tableQueries } from "../../schema/build-schema.ts";
import { compileStatement } from "../../schema/sql/answer-field.ts";
import type { ResolvedMunicipality } from "../../schema/sql/municipality-scope.ts";
import { selectedFields } from "../../schema/sql/selection.ts";
import { exampleOf } from "./every-field.ts";

const municipality = (id: number, release: number, summed = release): ResolvedMunicipality => ({
  ...{ id, release, summed, code: String(id), name: `${id}시`, synthetic: true },
});

/** One municipality, with kept sums and without, two at the same release, and two at different ones. */
const scopes = [
  [municipality(11, 3)],
  [municipality(11, 3, 2)],
  [municipality(11, 3), municipality(12, 3)],
  [municipality(11, 3), municipality(12, 2)],
];

/** The SQL of all root fields of a query that are in tables, for each of the scopes. Throws if it is not valid. */
export function statementsOf(schema: GraphQLSchema, source: string, variables: object): string[] {
  const document: DocumentNode = parse(source);
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions ?? [], {
      ...variables,
    });
    if (!coerced) throw errors[0];
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
    const context = { fragments, variableValues: coerced };
    return selectedFields(schema.getQueryType()!, [definition.selectionSet], context).flatMap((field) => {
      const query = tableQueries.get(field.name);
      return query ? scopes.map((scope) => compileStatement(query, field, scope, "11").text) : [];
    });
  });
}

/** Values of all variables of a query, or of those that it needs, by their types. */
export function variablesOf(schema: GraphQLSchema, source: string, isNeeded: boolean): object {
  const variables = parse(source).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return Object.fromEntries(
    variables
      .filter(({ type }) => !isNeeded || type.kind === Kind.NON_NULL_TYPE)
      // A cursor is of one list only.
      .filter(({ variable }) => variable.name.value !== "after")
      .map(({ variable, type }) => [
        variable.name.value,
        exampleOf(typeFromAST(schema, type as NamedTypeNode) as unknown as GraphQLInputType),
      ]),
  );
}
