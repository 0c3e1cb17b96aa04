import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { tableQueries } from "../../schema/build-schema.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { retryAfterSeconds } from "../../schema/core/database-unavailable.ts";
import { executeQuery, type QueryAnswer } from "../../schema/sql/execute-query.ts";
import { LimitExceeded } from "../limits/limit-exceeded.ts";
import type { QueryLane } from "../limits/query-lane.ts";
import { hubExtension } from "./hub-extension.ts";

/** A field of an answer as JSON text. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Plugin that answers queries by executeQuery, expensive ones in their lane. `formatError` is that of the server. */
export function answerQueries(
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
  lane: QueryLane,
): ApolloServerPlugin<HubContext> {
  const responseForOperation = async ({
    schema,
    document,
    operation,
    request,
    contextValue,
  }: GraphQLRequestContextResponseForOperation<HubContext>): Promise<GraphQLResponse | null> => {
    const variables = request.variables ?? {};
    const question = { schema, document, operation, variables, tableQueries };
    let answer: QueryAnswer | null;
    try {
      answer = await lane.run(request.query ?? "", contextValue, (context) =>
        executeQuery(question, context),
      );
    } catch (error) {
      // Apollo Server takes what is thrown here for a fault of its own.
      if (error instanceof LimitExceeded || isAborted(error)) return refused(error);
      throw error;
    }
    if (!answer) {
      contextValue.basis.addOtherSource();
      return null;
    }
    const errors = answer.errors.map((error: GraphQLError) => formatError(error.toJSON(), error));
    const data =
      answer.data && Object.fromEntries(answer.data.map(([key, json]) => [key, new JsonText(json)]));
    const extensions = { hub: await hubExtension(contextValue) };
    const singleResult = { data, ...(errors.length > 0 && { errors }), extensions };
    return { http: httpOf(errors), body: { kind: "single", singleResult } };
  };
  /** An answer without data: too many wait, or the client has left. */
  const refused = (cause: Error): GraphQLResponse => {
    const error = new GraphQLError(cause.message, { originalError: cause });
    const headers = new HeaderMap();
    const isLimit = cause instanceof LimitExceeded;
    if (isLimit) headers.set("retry-after", String(cause.retryAfterSeconds));
    const singleResult = { errors: [formatError(error.toJSON(), error)] };
    return { http: { headers, ...(isLimit && { status: 429 }) }, body: { kind: "single", singleResult } };
  };
  return { requestDidStart: async () => ({ responseForOperation }) };
}

const isAborted = (error: unknown): error is Error =>
  (error as { name?: string } | null)?.name === "AbortError";

/** 503 with the time to wait if the database could not be reached, so that clients and proxies do not take it for an answer. */
function httpOf(errors: readonly GraphQLFormattedError[]): GraphQLResponse["http"] {
  const headers = new HeaderMap();
  if (!errors.some(({ extensions }) => extensions?.code === "DATABASE_UNAVAILABLE")) return { headers };
  headers.set("retry-after", String(retryAfterSeconds));
  return { headers, status: 503 };
}

/** The JSON text of a result; fields that are already JSON text are included unchanged. */
export function stringifyResult({ data, ...others }: FormattedExecutionResult): string {
  if (!data || !Object.values(data).some((value) => value instanceof JsonText)) {
    return JSON.stringify({ ...others, ...(data !== undefined && { data }) });
  }
  const fields = Object.entries(data).map(
    ([key, value]) => `${JSON.stringify(key)}:${(value as JsonText).text}`,
  );
  const { errors, extensions } = others;
  const before = errors ? `"errors":${JSON.stringify(errors)},` : "";
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : "";
  return `{${before}"data":{${fields.join(",")}}${after}}`;
}

/** The data of a result as plain values. */
export const plainData = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value instanceof JsonText ? JSON.parse(value.text) : value,
    ]),
  );
