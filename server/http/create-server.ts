import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { DataSource } from "typeorm";
import type { Ask } from "../../dashboards/ask.ts";
import { pages } from "../../dashboards/pages/routes.ts";
import { graphiqlPage } from "../../dashboards/pages/views/graphiql-page.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/core/context.ts";
import { admit } from "../access/admit.ts";
import { embeddingFor } from "../access/embedding.ts";
import { demand } from "../access/permissions.ts";
import { signingKey } from "../access/signing-key.ts";
import { directAnswers, plainData, stringifyResult } from "../graphql/direct-answers.ts";
import { formatErrorWith } from "../graphql/format-error.ts";
import { queryLimits } from "../graphql/limits.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { serveEmbeds } from "./embeds.ts";
import { explainErrors } from "./explain-errors.ts";
import { serveSessions } from "./sessions.ts";

/** No question is longer than this. */
const bodyLimitBytes = 1_000_000;

/** What a server has to know beside its database. */
export interface ServerSettings {
  /** Code of the home municipality. */
  municipality: string;
  /** Whether anyone may read without a token. */
  publicReading: boolean;
  /** Signs embeds; undefined where the hub is to make one and keep it. */
  secret?: string;
  /** Where browsers find the hub; undefined: where the request that asks was sent to. */
  url?: string;
}

/** Everything that the hub answers over HTTP, not yet listening. */
export async function createServer(database: DataSource, settings: ServerSettings): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: "idle",
    logger: { level: "warn" },
    trustProxy: false,
  });
  explainErrors(server);
  await server.register(helmet, { contentSecurityPolicy });
  await server.register(compress, { globalDecompression: false, encodings: ["br", "gzip"] });
  const key = await signingKey(database, settings.secret);
  admit(server, database, key, settings.publicReading);
  const contextOf = ({ visitor, protocol, host }: FastifyRequest) =>
    new HubContext(database, settings.municipality, {
      tokenName: visitor.tokenName,
      demand: (action) => demand(visitor, action),
      embedding: embeddingFor(key, settings.url ?? `${protocol}://${host}`),
    });
  const formatError = formatErrorWith((error) => server.log.error(error));
  const apollo = new ApolloServer<HubContext>({
    schema: await buildSchema(),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(server),
      directAnswers(formatError),
    ],
    formatError,
    stringifyResult,
    introspection: true,
    // Requests that a form of a foreign page could send are refused; GET is for links and needs no header.
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    ...queryLimits,
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });
  // Data is no page: of helmet's headers it needs this one, and the others cost a third of a quick answer.
  server.post("/graphql", { helmet: false, onRequest: notSniffed }, answer);
  server.get("/graphql", (request, reply) =>
    request.headers.accept?.includes("text/html")
      ? reply.type("text/html; charset=utf-8").send(graphiqlPage())
      : answer.call(server, request, reply),
  );
  server.get("/health", async () => {
    await database.query("SELECT 1");
    return { status: "ok" };
  });
  const ask = askOf(apollo, () => new HubContext(database, settings.municipality));
  await server.register(pages(ask));
  serveEmbeds(server, database, ask, key);
  serveSessions(server, database, key);
  return server;
}

const notSniffed = async (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header("x-content-type-options", "nosniff");
};

/** How the hub's own pages ask it: as anybody does, without the way over the network. */
function askOf(apollo: ApolloServer<HubContext>, createContext: () => HubContext): Ask {
  return async (query, variables) => {
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: createContext() });
    if (body.kind !== "single") throw new Error("An answer in parts was not asked for.");
    const { data, errors } = body.singleResult;
    if (errors || !data) throw Object.assign(new GraphQLError("The question was refused."), { errors });
    return plainData(data);
  };
}
