import { availableParallelism } from "node:os";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { pages } from "../../dashboards/pages/routes.ts";
import { graphiqlPage } from "../../dashboards/pages/views/graphiql-page.ts";
import { type Publication, unstated } from "../../dashboards/publication/publication.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import type { HubContext } from "../../schema/core/context.ts";
import { authenticate, refuseUnauthorized } from "../access/authenticate.ts";
import { embedUses } from "../access/find-embed.ts";
import { signingKey } from "../access/signing-key.ts";
import { serveAssistants } from "../assistants/serve-assistants.ts";
import { keepResponses } from "../cache/keep-responses.ts";
import { answerQueries, stringifyResult } from "../graphql/answer-queries.ts";
import { boundedAnswer } from "../graphql/bounded-answer.ts";
import { checkOperation } from "../graphql/check-operation.ts";
import { formatErrorWith } from "../graphql/format-error.ts";
import { graphqlHandler } from "../graphql/graphql-handler.ts";
import { queryLimits } from "../graphql/limits.ts";
import { wellFormedLiterals } from "../graphql/well-formed-literals.ts";
import { QueryLane } from "../limits/query-lane.ts";
import { countComputed, countRequests, type LimitSettings, VisitorLimits } from "../limits/visitor-limits.ts";
import { WrongTokens } from "../limits/wrong-tokens.ts";
import { type LogDestination, logOptions, logRequests } from "../operations/log.ts";
import { Metrics, serveMetrics } from "../operations/metrics.ts";
import { traceRequests } from "../operations/trace-requests.ts";
import type { LogLevel } from "../settings.ts";
import { serveTables } from "../tables/serve-tables.ts";
import { endingOf } from "../tables/table-formats.ts";
import { announceStops } from "./announce-stop.ts";
import { askHub } from "./ask-hub.ts";
import { checkInput } from "./check-request-text.ts";
import { watchClients } from "./client-signal.ts";
import { closeWhenAnswered } from "./close-when-answered.ts";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { serveOtherOrigins } from "./cross-origin.ts";
import { serveDocumentFiles } from "./document-files.ts";
import { serveEmbeds } from "./embeds.ts";
import { explainErrors, explainFrameworkError } from "./explain-errors.ts";
import { hubContexts } from "./hub-context.ts";
import { findHubOrigin } from "./hub-origin.ts";
import { requireReleases } from "./minimum-release.ts";
import { serveOEmbed } from "./oembed.ts";
import { statePublication } from "./publication-headers.ts";
import { serveSessions } from "./sessions.ts";

/** Maximum size of a request body. */
const bodyLimitBytes = 1_000_000;

const defaultSlowMilliseconds = 1_000;
const defaultRequestTimeout = 30_000;
const idleMilliseconds = 120_000;
/** Expensive queries that run at a time: the others have at least as many cores. */
const expensiveConcurrency = Math.max(1, Math.floor(availableParallelism() / 2));

/** Options of a server, besides its database. */
export interface ServerSettings {
  /** Code of the home municipality. */
  municipality: string;
  /** Whether anyone may read without a token. */
  publicReading: boolean;
  /** Signs embeds; if undefined, the hub generates and stores one. */
  secret?: string;
  /** URL of the hub for browsers; undefined: the host that a request was sent to, if it is an address of this machine. */
  url?: string;
  /** Whether scripts of pages of any origin may read; by default not. */
  crossOriginReading?: boolean;
  /** Memory for kept responses, in bytes; 0 keeps none. */
  cacheBytes: number;
  /** Limits per visitor; null: none. */
  limits?: LimitSettings | null;
  /** Addresses of proxies whose X-Forwarded-… headers count; by default none. */
  trustedProxies?: readonly string[];
  /** By default `warn`. */
  logLevel?: LogLevel;
  /** Where the log goes; by default to standard output. */
  logDestination?: LogDestination;
  /** A statement that takes longer is logged; by default one second. */
  slowMilliseconds?: number;
  /** A request has to be complete after so long; by default 30 seconds. */
  requestTimeoutMilliseconds?: number;
  /** Publisher, contact and licence that answers and files state; by default none. */
  publication?: Publication;
}

/** The hub's HTTP server with all routes, not yet listening. */
export async function createServer(database: DataSource, settings: ServerSettings): Promise<FastifyInstance> {
  const { limits: limitSettings = null, trustedProxies = [] } = settings;
  const { requestTimeoutMilliseconds = defaultRequestTimeout } = settings;
  const server = fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: "idle",
    ...logOptions(settings.logLevel ?? "warn", settings.logDestination),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    requestTimeout: requestTimeoutMilliseconds,
    // Longer than the longest query; for clients that do not read their answer.
    connectionTimeout: idleMilliseconds,
    http: {
      headersTimeout: requestTimeoutMilliseconds,
      connectionsCheckingInterval: Math.min(5_000, requestTimeoutMilliseconds),
    },
    frameworkErrors: explainFrameworkError,
  });
  logRequests(server, settings.slowMilliseconds ?? defaultSlowMilliseconds);
  traceRequests(server);
  announceStops(server);
  closeWhenAnswered(server);
  explainErrors(server);
  checkInput(server);
  const key = await signingKey(database, settings.secret);
  watchClients(server);
  findHubOrigin(server, settings.url);
  statePublication(server, settings.publication ?? unstated);
  await server.register(cookie);
  const limits = limitSettings && new VisitorLimits(limitSettings);
  const metrics = new Metrics();
  const wrongTokens = new WrongTokens((code) => metrics.wrongTokens.inc({ code }), limits !== null);
  authenticate(server, database, key, settings.publicReading, wrongTokens);
  countRequests(server, limits);
  requireReleases(server, database, settings.municipality);
  keepResponses(server, database, {
    bytes: settings.cacheBytes,
    recordEmbedUse: embedUses(database, (error) => server.log.warn(error)),
  });
  countComputed(server, limits);
  // Kept responses have these headers already: they are sent before.
  await server.register(helmet, { contentSecurityPolicy });
  const { publicReading, crossOriginReading = false } = settings;
  serveOtherOrigins(server, { publicReading, crossOriginReading });
  await server.register(compress, { globalDecompression: false, encodings: ["br", "gzip"] });
  refuseUnauthorized(server);
  const contextOf = hubContexts(database, settings.municipality, key, limits, (request) => askFor(request));
  const formatError = formatErrorWith((error) => server.log.error(error));
  const lane = new QueryLane(database, expensiveConcurrency);
  server.addHook("onClose", () => lane.close());
  metrics.watch(database, lane);
  serveMetrics(server, database, metrics);
  const schema = await buildSchema();
  const apollo = new ApolloServer<HubContext>({
    schema,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(server),
      checkOperation,
      answerQueries(formatError, lane),
    ],
    formatError,
    stringifyResult: boundedAnswer(stringifyResult),
    introspection: true,
    // Rejects requests that a form on a foreign page could send.
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    parseOptions: queryLimits.parseOptions,
    validationRules: [...queryLimits.validationRules, wellFormedLiterals],
  });
  await apollo.start();
  const answerTable = serveTables(server, schema, apollo, contextOf);
  const answerJson = graphqlHandler(apollo, contextOf);
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const ending = endingOf(request.headers.accept);
    return ending === null ? answerJson(request, reply) : answerTable(ending, request, reply);
  };
  // JSON responses need only nosniff; helmet's other headers cost a third of a fast response.
  server.post("/graphql", { helmet: false, onRequest: notSniffed, config: { kept: true } }, answer);
  server.get("/graphql", { config: { kept: true } }, (request, reply) =>
    request.headers.accept?.includes("text/html")
      ? reply.type("text/html; charset=utf-8").send(graphiqlPage())
      : answer(request, reply),
  );
  server.get("/health", async () => ({ status: "ok" }));
  server.get("/ready", async () => {
    server.refuseIfStopping();
    await database.query("SELECT 1");
    return { status: "ready" };
  });
  const askFor = askHub(apollo, contextOf);
  await server.register(pages(askFor));
  serveAssistants(server, askFor);
  serveDocumentFiles(server, database);
  serveEmbeds(server, database, askFor, key);
  serveOEmbed(server, database, askFor, key);
  serveSessions(server, database, key, wrongTokens);
  return server;
}

const notSniffed = async (_: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.header("x-content-type-options", "nosniff");
};
