import type { ApolloServer } from "@apollo/server";
import {
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  specifiedRules,
  validate,
} from "graphql";
import { assertAnswerSize } from "../../schema/core/answer-size.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { fragmentsOf } from "../../schema/sql/fragment-definitions.ts";
import { selectedFields } from "../../schema/sql/selection.ts";
import { stringifyResult } from "../graphql/answer-queries.ts";
import { queryLimits } from "../graphql/limits.ts";
import { contentsOf } from "./table-plan.ts";
import { type TableShape, tableShape } from "./table-shape.ts";

/** A query as a client sends it. */
export interface TableQuestion {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

/** Thrown where GraphQL refuses a question: its errors, as a client of GraphQL sees them. */
export class QuestionRefused extends Error {
  readonly errors: readonly GraphQLFormattedError[];
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;

  constructor(
    errors: readonly GraphQLFormattedError[],
    status: number | undefined,
    headers: ReadonlyMap<string, string>,
  ) {
    super("The query was refused.");
    this.errors = errors;
    this.status = status;
    this.headers = headers;
  }
}

/** Answers a query of a table; rejects with QuestionRefused. */
export type AskQuestion = (question: TableQuestion) => Promise<Record<string, unknown>>;

/** Asks by Apollo Server, each time with a new context. */
export const askApollo =
  (apollo: ApolloServer<HubContext>, contextOf: () => HubContext): AskQuestion =>
  async ({ query, variables, operationName }) => {
    const { body, http } = await apollo.executeOperation(
      { query, variables, ...(operationName !== null && { operationName }) },
      { contextValue: contextOf() },
    );
    if (body.kind !== "single") throw new Error("The hub does not use incremental delivery.");
    const { errors } = body.singleResult;
    if (errors) throw new QuestionRefused(errors, http.status, http.headers);
    const text = stringifyResult(body.singleResult);
    assertAnswerSize(Buffer.byteLength(text));
    return (JSON.parse(text) as { data: Record<string, unknown> }).data;
  };

/** A question that makes a table: its operation by itself, and the shape of its table. */
export interface PlannedTable {
  document: DocumentNode;
  shape: TableShape;
}

const rules = [...specifiedRules, ...queryLimits.validationRules];

/**
 * Plans the table of a question, without asking it. Null if GraphQL will refuse the question; throws a HubError for a
 * mutation, and for an answer that is not one table.
 */
export function planTable(
  schema: GraphQLSchema,
  { query, variables, operationName }: TableQuestion,
  rows: string | null,
): PlannedTable | null {
  const document = documentOf(query);
  const operation = document && getOperationAST(document, operationName);
  if (!document || !operation) return null;
  if (operation.operation !== OperationTypeNode.QUERY) throw queriesOnly();
  if (validate(schema, document, rules).length > 0) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return null;
  const fields = selectedFields(schema.getQueryType()!, [operation.selectionSet], {
    fragments: fragmentsOf(document),
    variableValues: coerced,
  });
  const shape = tableShape(operation.name?.value ?? null, contentsOf(schema.getQueryType()!, fields), rows);
  return { document: onlyOperation(document, operation), shape };
}

function documentOf(query: string): DocumentNode | null {
  try {
    return parse(query, queryLimits.parseOptions);
  } catch {
    return null;
  }
}

/** The operation with its fragments; nodes are those of `document`. */
const onlyOperation = (document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode =>
  separateOperations(document)[name?.value ?? ""] ?? document;

/** The question with another document. */
export const withDocument = (
  question: TableQuestion,
  document: DocumentNode,
  more: Record<string, unknown>,
): TableQuestion => ({ ...question, query: print(document), variables: { ...question.variables, ...more } });

const queriesOnly = (): HubError =>
  new HubError(
    "TABLE_OF_QUERIES_ONLY",
    {
      ko: "표로 받을 수 있는 것은 query뿐입니다.",
      en: "Only the answer to a query can be taken as a table.",
    },
    {
      ko: "mutation은 application/json으로 POST하십시오.",
      en: "POST mutations and accept application/json.",
    },
  );
