import type { ApolloServer } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { HubContext } from "../../schema/core/context.ts";

/**
 * Handles requests for GraphQL by Apollo Server. Its own integration for Fastify parses the whole address of each
 * request, which takes a tenth of a fast answer.
 */
export const graphqlHandler =
  (apollo: ApolloServer<HubContext>, contextOf: (request: FastifyRequest) => HubContext) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { method, url, body } = request;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: headersOf(request), body, search: searchOf(url) },
      context: async () => contextOf(request),
    });
    for (const [name, value] of answer.headers) reply.header(name, value);
    if (answer.body.kind !== "complete") throw new Error("The hub does not use incremental delivery.");
    return reply.code(answer.status ?? 200).send(answer.body.string);
  };

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}

function searchOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
}
