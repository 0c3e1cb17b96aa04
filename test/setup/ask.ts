import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { buildSchema, tableQueries } from "../../schema/build-schema.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { executeQuery } from "../../schema/sql/execute-query.ts";

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
export type Data = Record<string, any>;

let built: Promise<GraphQLSchema> | undefined;

/** The answer to a query, without a server; throws its first error. */
export async function ask(context: HubContext, source: string, variables: object = {}): Promise<Data> {
  built ??= buildSchema();
  const schema = await built;
  const document = parse(source);
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
  const given = { ...variables };
  const answer = await executeQuery({ schema, document, operation, variables: given, tableQueries }, context);
  if (!answer) throw new Error("The variables do not fit the query.");
  const [error] = answer.errors;
  if (error) throw error.originalError ?? error;
  return Object.fromEntries(answer.data!.map(([key, json]) => [key, JSON.parse(json)]));
}
