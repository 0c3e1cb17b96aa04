import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import type { DataSource } from "typeorm";
import type { Ask } from "../../dashboards/ask.ts";
import { graphiqlPage } from "../../dashboards/web/graphiql.ts";
import { pages } from "../../dashboards/web/pages.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import { HubContext } from "../../schema/context.ts";
import { formatErrorWith } from "../graphql/format-error.ts";
import { queryLimits } from "../graphql/limits.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { explainErrors } from "./explain-errors.ts";

/** No question is longer than this. */
const bodyLimitBytes = 1_000_000;

/** Everything that the hub answers over HTTP, not yet listening. `home` is the code of its home municipality. */
export async function createServer(database: DataSource, home: string): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: "idle",
    logger: { level: "warn" },
    trustProxy: false,
  });
  explainErrors(server);
  await server.register(helmet, { contentSecurityPolicy });
  const createContext = () => new HubContext(database, home);
  const apollo = new ApolloServer<HubContext>({
    schema: await buildSchema(),
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(server)],
    formatError: formatErrorWith((error) => server.log.error(error)),
    introspection: true,
    // Requests that a form of a foreign page could send are refused; GET is for links and needs no header.
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    ...queryLimits,
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, { context: async () => createContext() });
  server.post("/graphql", answer);
  server.get("/graphql", (request, reply) =>
    request.headers.accept?.includes("text/html")
      ? reply.type("text/html; charset=utf-8").send(graphiqlPage())
      : answer.call(server, request, reply),
  );
  server.get("/health", async () => {
    await database.query("SELECT 1");
    return { status: "ok" };
  });
  await server.register(pages(askOf(apollo, createContext)));
  return server;
}

/** How the hub's own pages ask it: as anybody does, without the way over the network. */
function askOf(apollo: ApolloServer<HubContext>, createContext: () => HubContext): Ask {
  return async (query, variables) => {
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue: createContext() });
    if (body.kind !== "single") throw new Error("An answer in parts was not asked for.");
    const { data, errors } = body.singleResult;
    if (errors || !data) throw Object.assign(new GraphQLError("The question was refused."), { errors });
    return data;
  };
}
