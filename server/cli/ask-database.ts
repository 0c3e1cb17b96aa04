import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import type { DataSource } from "typeorm";
import type { Ask } from "../../dashboards/ask.ts";
import { buildSchema, tableQueries } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/core/context.ts";
import { executeQuery } from "../../schema/sql/execute-query.ts";

let built: Promise<GraphQLSchema> | undefined;

/** Asks a database the hub's own questions, without a server: with the permissions of the command. */
export function askDatabase(database: DataSource, home: string): Ask {
  const context = new HubContext(database, home);
  return async (source, variables = {}) => {
    built ??= buildSchema();
    const schema = await built;
    const document = parse(source);
    const [mistake] = validate(schema, document);
    if (mistake) throw mistake;
    const operation = document.definitions.find(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    )!;
    const answer = await executeQuery({ schema, document, operation, variables, tableQueries }, context);
    const [error] = answer?.errors ?? [];
    if (error) throw error.originalError ?? error;
    return Object.fromEntries((answer?.data ?? []).map(([key, json]) => [key, JSON.parse(json)]));
  };
}
