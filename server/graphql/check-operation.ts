import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { type DocumentNode, GraphQLError, getVariableValues, Kind } from "graphql";
import type { HubContext } from "../../schema/core/context.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { fragmentsOf } from "../../schema/sql/fragment-definitions.ts";
import { LimitExceeded } from "../limits/limit-exceeded.ts";
import { checkedCost } from "./cost-limit.ts";
import type { CostedOperation } from "./query-cost.ts";

/** The number of errors in variables after which graphql-js gives up. */
const maxVariableErrors = 50;

/**
 * Rejects, before execution, a request with an ambiguous or unknown operation, whose answer could be too large, or whose
 * sender has used up the limit of costs; charges the sender for all others.
 */
export const checkOperation: ApolloServerPlugin<HubContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, contextValue, request }) => {
      const { operationName, variables } = request;
      if (!operation) throw badRequest(operationUnknown(document, operationName));
      if (!schema.getRootType(operation.operation))
        throw badRequest(operationUnsupported(operation.operation));
      const { coerced, errors } = getVariableValues(
        schema,
        operation.variableDefinitions ?? [],
        variables ?? {},
        { maxErrors: maxVariableErrors },
      );
      // Execution reports invalid variables, but with more errors than this one that is not marked as a mistake.
      if (errors && errors.length > maxVariableErrors) throw badRequest(tooManyMistakes(errors[0]!));
      if (!coerced) return;
      const question = { schema, operation, fragments: fragmentsOf(document), variables: coerced };
      contextValue.cost = costOf(question);
      await charge(contextValue, contextValue.cost);
    },
  }),
};

function costOf(question: CostedOperation): number {
  try {
    return checkedCost(question);
  } catch (error) {
    throw error instanceof HubError ? badRequest(error) : error;
  }
}

async function charge({ access }: HubContext, cost: number): Promise<void> {
  try {
    await access?.spend(cost);
  } catch (error) {
    throw error instanceof LimitExceeded ? tooManyRequests(error) : error;
  }
}

/** A LimitExceeded as Apollo Server answers it with status 429. */
export const tooManyRequests = (refusal: LimitExceeded): GraphQLError => {
  const headers = new HeaderMap([["retry-after", String(refusal.retryAfterSeconds)]]);
  const http = { status: 429, headers };
  return new GraphQLError(refusal.message, { originalError: refusal, extensions: { http } });
};

/** A HubError as Apollo Server answers it with status 400. */
export const badRequest = (refusal: HubError): GraphQLError =>
  new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 400 } } });

function operationUnknown({ definitions }: DocumentNode, operationName: string | null | undefined): HubError {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap(({ name }) => name?.value ?? []);
  const list = names.map((name) => `"${name}"`).join(", ");
  return new HubError(
    "OPERATION_RESOLUTION_FAILURE",
    operationName == null
      ? {
          ko: `질의가 ${operations.length}개인데 operationName이 없습니다.`,
          en: `The document has ${operations.length} operations, but the request has no operationName.`,
        }
      : {
          ko: `operationName "${operationName}"에 해당하는 질의가 없습니다.`,
          en: `The document has no operation named "${operationName}".`,
        },
    names.length > 0
      ? {
          ko: `operationName에 다음 중 하나를 지정하십시오: ${list}.`,
          en: `Set operationName to one of ${list}.`,
        }
      : { ko: "operationName을 빼고 보내십시오.", en: "Omit operationName: the operation has no name." },
  );
}

const tooManyMistakes = ({ message }: GraphQLError): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    {
      ko: `변수에 잘못된 값이 ${maxVariableErrors}개보다 많습니다. 첫째: ${message}`,
      en: `The variables have more than ${maxVariableErrors} wrong values. The first: ${message}`,
    },
    { ko: "변수의 이름과 값을 고치십시오.", en: "Correct the names and values of the variables." },
  );

const operationUnsupported = (operation: string): HubError =>
  new HubError(
    "OPERATION_RESOLUTION_FAILURE",
    { ko: `${operation}은(는) 지원하지 않습니다.`, en: `The hub has no ${operation} operations.` },
    { ko: "query나 mutation을 쓰십시오.", en: "Use query or mutation." },
  );
