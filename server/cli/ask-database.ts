import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import type { DataSource } from "typeorm";
import type { Ask } from "../../dashboards/ask.ts";
import { buildSchema, tableQueries } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/core/context.ts";
import { executeQuery } from "../../schema/sql/execute-query.ts";

let built: Promise<GraphQLSchema> | undefined;

/**
 * The data that a query gets from a context, without a server. Throws its first mistake or error; of several root fields
 * none is left out.
 */
export async function answerTo(
  context: HubContext,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  built ??= buildSchema();
  const schema = await built;
  const document = parse(source);
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
  const answer = await executeQuery({ schema, document, operation, variables, tableQueries }, context);
  if (!answer) throw new Error("The variables do not fit the query.");
  const [error] = answer.errors;
  if (error) throw error.originalError ?? error;
  return Object.fromEntries(answer.data!.map(([key, json]) => [key, JSON.parse(json)]));
}

/** Asks a database the hub's own questions, without a server: with the permissions of the command. */
export const askDatabase = (database: DataSource, home: string): Ask => {
  const context = new HubContext(database, home);
  return (source, variables) => answerTo(context, source, variables);
};
