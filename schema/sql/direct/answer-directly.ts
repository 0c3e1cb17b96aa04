import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import type { HubContext } from "../../core/context.ts";
import { runStatement } from "../run-statement.ts";
import { directQueries } from "./direct-queries.ts";
import { NotDirect, unwritable } from "./json-sql.ts";
import type { Remembered } from "./remembered.ts";
import { type Selected, selectedFields } from "./selected.ts";

/** A question that is valid for the schema. */
export interface Operation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As they were sent. */
  variables: Readonly<Record<string, unknown>>;
}

/** Fields of an answer by key, with their JSON text. */
export type DirectAnswer = readonly (readonly [key: string, json: string])[];

/**
 * Answers a question without resolvers, one statement a query. Null where it cannot, or where a release came
 * meanwhile: then resolvers are to answer. Throws what they would throw.
 */
export async function answerDirectly(
  { schema, operation, fragments, variables }: Operation,
  context: HubContext,
  remembered: Remembered,
): Promise<DirectAnswer | null> {
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const { selectionSet, variableDefinitions } = operation;
  if (!selectionSet.selections.every(mayBeDirect)) return null;
  const asked = remembered.selected(operation, variables, () => {
    const { coerced } = getVariableValues(schema, variableDefinitions ?? [], variables);
    if (!coerced) return null;
    return selectedFields(schema.getQueryType()!, [selectionSet], { fragments, variableValues: coerced });
  });
  if (!asked) return null;
  try {
    const answers = await Promise.all(asked.map((field) => answerField(field, context, remembered)));
    return answers.every((answer) => answer !== null) ? answers : null;
  } catch (error) {
    if (error instanceof NotDirect) return null;
    throw error;
  }
}

const mayBeDirect = (node: OperationDefinitionNode["selectionSet"]["selections"][number]): boolean =>
  node.kind === Kind.FIELD && directQueries.has(node.name.value);

async function answerField(
  field: Selected,
  context: HubContext,
  remembered: Remembered,
): Promise<readonly [string, string] | null> {
  const { key, name, arguments: given, fields } = field;
  const asOf = (given.asOf as Date | null | undefined) ?? null;
  const knownAt = asOf ? await context.knownAt(asOf) : await remembered.newest(context);
  const statement = await remembered.statement(field, knownAt, () =>
    directQueries.get(name)!({ context, arguments: given, fields, knownAt }),
  );
  const row = (await runStatement(context.database, statement))[0]!;
  remembered.isNewest(row.newest_release as number);
  if (!asOf && row.newest_release !== knownAt) return null;
  const json = statement.json(row);
  return json.includes(unwritable) ? null : [key, json];
}
