import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { AnswerBasis } from "../core/answer-basis.ts";
import type { HubContext } from "../core/context.ts";
import { HubError } from "../core/hub-error.ts";
import { answerField } from "./answer-field.ts";
import { fragmentsOf } from "./fragment-definitions.ts";
import { type SelectedField, selectedFields } from "./selection.ts";
import { SharedAnswers } from "./shared-answers.ts";
import type { TableQuery } from "./table-query.ts";

/** A query that is valid for the schema. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** As sent by the client. */
  variables: Readonly<Record<string, unknown>>;
  /** The queries that are compiled to SQL, by name. */
  tableQueries: ReadonlyMap<string, TableQuery>;
}

/** JSON text of the fields of an answer, by key; `data` is null if a non-null field failed. */
export interface QueryAnswer {
  data: readonly (readonly [key: string, json: string])[] | null;
  errors: readonly GraphQLError[];
}

/** Number of combinations of variables cached per query document. */
const mostVariables = 100;
const selections = new WeakMap<OperationDefinitionNode, LRUCache<string, readonly SelectedField[]>>();

/**
 * Answers a query: each root field that is in tables by one SQL statement, the others by their resolvers. Null if the
 * operation is not a query or its variables are not valid: graphql-js reports those.
 */
export async function executeQuery(operation: Operation, context: HubContext): Promise<QueryAnswer | null> {
  if (operation.operation.operation !== OperationTypeNode.QUERY) return null;
  const fields = selectionOf(operation);
  if (!fields) return null;
  const isTable = ({ name }: SelectedField) => operation.tableQueries.has(name);
  const [fromTables, resolved] = await Promise.all([
    answerFields(fields.filter(isTable), operation, context),
    resolveFields(
      fields.filter((field) => !isTable(field)),
      operation,
      context,
    ),
  ]);
  const answers = new Map([...fromTables, ...resolved]);
  const errors = [...answers.values()].flatMap((answer) => answer.errors);
  if (errors.length > 0) context.basis.addOtherSource();
  const isFailed = [...answers.values()].some(({ json }) => json === null);
  const data = fields.map(({ key }) => [key, answers.get(key)?.json ?? "null"] as const);
  return { data: isFailed ? null : data, errors };
}

/** The selection of the query, cached by document and variables; null if the variables are not valid. */
function selectionOf({ schema, document, operation, variables }: Operation): readonly SelectedField[] | null {
  const remembered =
    selections.get(operation) ?? new LRUCache<string, readonly SelectedField[]>({ max: mostVariables });
  selections.set(operation, remembered);
  const key = JSON.stringify(variables);
  const same = remembered.get(key);
  if (same) return same;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  const context = { fragments: fragmentsOf(document), variableValues: coerced };
  const selected = selectedFields(schema.getQueryType()!, [operation.selectionSet], context);
  remembered.set(key, selected);
  return selected;
}

/** JSON of a root field; null if it failed and is non-null. */
interface FieldAnswer {
  json: string | null;
  errors: readonly GraphQLError[];
}

/** Number of attempts to answer all fields from the same releases. The last attempt's answer is returned even if its fields differ in release. */
const mostAttempts = 3;

async function answerFields(
  fields: readonly SelectedField[],
  { tableQueries }: Operation,
  context: HubContext,
): Promise<[string, FieldAnswer][]> {
  const ask = (field: SelectedField, isFirst: boolean) =>
    answerField(tableQueries.get(field.name)!, field, context, isFirst);
  const answer = (field: SelectedField, attempt: number) =>
    attempt === 1 ? sharedOf(context).of(field, () => ask(field, true)) : ask(field, false);
  for (let attempt = 1; ; attempt++) {
    const answers = await Promise.all(
      fields.map((field) =>
        answer(field, attempt).then(
          ({ json, isCurrent }) => ({ json, isCurrent, errors: [] as GraphQLError[] }),
          // A cursor may belong to a release that this process has not seen yet.
          (error: Error) => ({ ...failed(field, error), isCurrent: !isBadInput(error) || attempt > 1 }),
        ),
      ),
    );
    if (answers.every(({ isCurrent }) => isCurrent) || attempt === mostAttempts)
      return answers.map(({ json, errors }, index) => [fields[index]!.key, { json, errors }]);
  }
}

/** By the basis, which all queries of a request have in common. */
const shared = new WeakMap<AnswerBasis, SharedAnswers<{ json: string; isCurrent: boolean }>>();

function sharedOf({ basis }: HubContext): SharedAnswers<{ json: string; isCurrent: boolean }> {
  const answers = shared.get(basis) ?? new SharedAnswers();
  shared.set(basis, answers);
  return answers;
}

const isBadInput = (error: Error): boolean => error instanceof HubError && error.code === "BAD_USER_INPUT";

function failed({ key, nodes, isNullable }: SelectedField, error: Error): FieldAnswer {
  const located = new GraphQLError(error.message, { nodes, path: [key], originalError: error });
  return { json: isNullable ? "null" : null, errors: [located] };
}

/** Whether a field gives the same in every release: the schema itself and what its declarations say. */
const isConstant = ({ name }: SelectedField): boolean =>
  name.startsWith("__") || ["measures", "dimensions"].includes(name);

/** Lets graphql-js answer what is not in tables, such as the schema itself. */
async function resolveFields(
  fields: readonly SelectedField[],
  { schema, document, operation, variables }: Operation,
  contextValue: HubContext,
): Promise<[string, FieldAnswer][]> {
  if (fields.length === 0) return [];
  if (!fields.every(isConstant)) contextValue.basis.addOtherSource();
  const selections = fields.flatMap(({ nodes }) => nodes);
  const reduced = { ...operation, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const definitions = document.definitions.map((definition) =>
    definition === operation ? reduced : definition,
  );
  const { data, errors = [] } = await execute({
    ...{ schema, contextValue, variableValues: variables },
    document: { kind: Kind.DOCUMENT, definitions },
    ...(operation.name && { operationName: operation.name.value }),
  });
  return fields.map(({ key }, index) => [
    key,
    { json: data ? JSON.stringify(data[key] ?? null) : null, errors: index === 0 ? errors : [] },
  ]);
}
