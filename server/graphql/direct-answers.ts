import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import {
  type DocumentNode,
  type FormattedExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
} from "graphql";
import type { HubContext } from "../../schema/core/context.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { answerDirectly } from "../../schema/sql/direct/answer-directly.ts";
import { joined } from "../../schema/sql/direct/direct-query.ts";
import { Remembered } from "../../schema/sql/direct/remembered.ts";

/** A field of an answer that PostgreSQL has written. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Lets questions that can be answered directly skip the resolvers. `formatError` is that of the server. */
export function directAnswers(
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<HubContext> {
  const remembered = new Remembered();
  const responseForOperation = async ({
    schema,
    document,
    operation,
    request,
    contextValue,
  }: GraphQLRequestContextResponseForOperation<HubContext>): Promise<GraphQLResponse | null> => {
    const variables = request.variables ?? {};
    const asked = { schema, operation, fragments: fragmentsOf(document), variables };
    try {
      const fields = await answerDirectly(asked, contextValue, remembered);
      return (
        fields &&
        answered({ data: Object.fromEntries(fields.map(([key, text]) => [key, new JsonText(text)])) })
      );
    } catch (error) {
      // Resolvers tell as well where in the question it is. What the database failed at it is not asked again.
      if (error instanceof HubError || error instanceof GraphQLError) return null;
      const fault = new GraphQLError("", { originalError: error as Error });
      return answered({ data: null, errors: [formatError(fault.toJSON(), fault)] });
    }
  };
  return { requestDidStart: async () => ({ responseForOperation }) };
}

const answered = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: "single", singleResult },
});

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The JSON text of a result; what PostgreSQL has written goes in as it is. */
export function stringifyResult({ data, ...others }: FormattedExecutionResult): string {
  if (!data || !Object.values(data).some((value) => value instanceof JsonText)) {
    return JSON.stringify({ ...others, ...(data !== undefined && { data }) });
  }
  return `{"data":${joined(Object.entries(data).map(([key, value]) => [key, (value as JsonText).text]))}}`;
}

/** The data of a result as plain values. */
export const plainData = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value instanceof JsonText ? JSON.parse(value.text) : value,
    ]),
  );
