import type { ApolloServer } from "@apollo/server";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { AskFor } from "../../dashboards/pages/page-request.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { plainData } from "../graphql/answer-queries.ts";

/** Executes queries of the hub's own pages: with the context and limits of any client, but without the network. */
export const askHub =
  (apollo: ApolloServer<HubContext>, contextOf: (request: FastifyRequest) => HubContext): AskFor =>
  (request) =>
  async (query, variables) => {
    const contextValue = contextOf(request);
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== "single") throw new Error("Pages do not use incremental delivery.");
    const { data, errors } = body.singleResult;
    if (errors || !data) throw Object.assign(new GraphQLError("The query was refused."), { errors });
    return plainData(data);
  };
