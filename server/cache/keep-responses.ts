import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { DataSource } from "typeorm";
import { days } from "../../dashboards/moments.ts";
import { AnswerBasis } from "../../schema/core/answer-basis.ts";
import { databaseUnavailable } from "../../schema/core/database-unavailable.ts";
import { type HubState, HubStates } from "./hub-state.ts";
import { type KeptEmbed, KeptResponse } from "./kept-response.ts";
import { requestHeaders, sendKept, sendUnconfirmed, withCacheHeaders } from "./send-kept.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Responses of this route are kept as long as they hold; by day, those that say what is due today until midnight in Korea. */
    kept?: boolean | "BY_DAY";
  }
  interface FastifyRequest {
    /** What the response is read from. */
    basis: AnswerBasis;
    /** The embed whose content the response is; null for other responses. */
    embed: Omit<KeptEmbed, "revocations"> | null;
    /** Whether a kept response answers it. */
    isKept: boolean;
    /** The response that is being computed for this request, to be kept; null if none is. */
    computation: Computation | null;
  }
}

/** A response in the making. Others who ask the same wait for it. */
interface Computation {
  key: string;
  /** The state of the hub before it began: what was published since may or may not be in it. */
  state: HubState;
  /** Ends the waiting. */
  finish: (outcome: Outcome) => void;
}

/** KEPT: the response can be used by others. LEFT: its client left before it was complete. */
type Outcome = "KEPT" | "NOT_KEPT" | "LEFT";

/** Options of `keepResponses`. */
export interface CacheSettings {
  /** Memory for kept responses; 0 keeps none. */
  bytes: number;
  /** Called when an embed is served without looking it up. */
  recordEmbedUse: (id: number) => void;
}

/** Headers that differ for every client, or that `sendKept` sets. */
const ownHeaders = new Set([
  ...["set-cookie", "date", "connection", "keep-alive", "content-length", "vary"],
  ...requestHeaders,
]);

/**
 * Keeps the responses of the routes whose config says `kept`, as bytes, as long as the releases that they were read
 * from are the newest. They are computed once, however many ask at the same time, and sent with an ETag, so that a
 * client which has the current one gets 304.
 */
export function keepResponses(
  server: FastifyInstance,
  database: DataSource,
  { bytes, recordEmbedUse }: CacheSettings,
): void {
  const states = new HubStates(database);
  const kept = new LRUCache<string, KeptResponse>({
    maxSize: Math.max(bytes, 1),
    maxEntrySize: Math.max(bytes / 8, 1),
    sizeCalculation: ({ size }) => size,
  });
  const waiting = new Map<string, Promise<Outcome>>();

  server.decorateRequest("basis");
  server.decorateRequest("embed", null);
  server.decorateRequest("isKept", false);
  server.decorateRequest("computation", null);

  /** Sends the kept response, or lets the handler compute one. */
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const key = keyOf(request);
    for (;;) {
      const known = kept.get(key);
      const state = await states.read().catch((error: unknown) => {
        if (known?.isUnexpired && databaseUnavailable(error)) return null;
        throw error;
      });
      if (!state) return sendUnconfirmed(known!, request, reply);
      if (known?.holdsIn(state)) {
        request.isKept = true;
        if (known.embed) recordEmbedUse(known.embed.id);
        return sendKept(known, request, reply);
      }
      if (known) kept.delete(key);
      const pending = waiting.get(key);
      if (pending && (await pending) !== "NOT_KEPT") continue;
      request.computation = begin(key, state, reply, !pending);
      return undefined;
    }
  };

  const begin = (key: string, state: HubState, reply: FastifyReply, isFirst: boolean): Computation => {
    if (!isFirst) return { key, state, finish: () => undefined };
    let resolve: (outcome: Outcome) => void = () => undefined;
    const promise = new Promise<Outcome>((settle) => {
      resolve = settle;
    });
    waiting.set(key, promise);
    const finish = (outcome: Outcome) => {
      if (waiting.get(key) === promise) waiting.delete(key);
      resolve(outcome);
    };
    reply.raw.once("close", () => finish("LEFT"));
    return { key, state, finish };
  };

  const mayBeKept = ({ method, refusal, routeOptions }: FastifyRequest, expected: "GET" | "POST"): boolean =>
    bytes > 0 && method === expected && refusal === null && Boolean(routeOptions.config.kept);

  server.addHook("onRequest", (request, reply, done) => {
    request.basis = new AnswerBasis();
    if (mayBeKept(request, "GET")) answer(request, reply).then(() => done(), done);
    else done();
  });
  server.addHook("preHandler", (request, reply, done) => {
    if (mayBeKept(request, "POST")) answer(request, reply).then(() => done(), done);
    else done();
  });
  server.addHook("onSend", (request, reply, payload, done) => {
    const { computation } = request;
    if (computation) keep(computation, request, reply, payload).then((sent) => done(null, sent), done);
    else done(null, payload);
  });

  /** Keeps a response that was computed, if others may use it, and gives what is to be sent. */
  const keep = async (
    computation: Computation,
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<unknown> => {
    const { basis } = request;
    request.computation = null;
    if (reply.statusCode !== 200 || !basis.isKnown || !isWhole(payload)) {
      computation.finish("NOT_KEPT");
      return payload;
    }
    const { key, state, finish } = computation;
    const embed = request.embed && { ...request.embed, revocations: state.revocations };
    const response = new KeptResponse(Buffer.from(payload), headersOf(reply), basis, embed, state);
    kept.set(key, response);
    finish("KEPT");
    return withCacheHeaders(response, request, reply);
  };
}

const isWhole = (payload: unknown): payload is string | Buffer =>
  typeof payload === "string" || Buffer.isBuffer(payload);

/** Everything that a response depends on besides the releases. */
function keyOf({
  method,
  protocol,
  host,
  url,
  headers,
  principal,
  body,
  routeOptions,
}: FastifyRequest): string {
  const day = routeOptions.config.kept === "BY_DAY" ? days.format(new Date()) : "";
  const own = `${method} ${protocol}://${host}${url} ${principal.role} ${principal.tokenName} ${day}`;
  if (!url.startsWith("/graphql")) return own;
  const { accept, "content-type": type, "apollo-require-preflight": preflight } = headers;
  return JSON.stringify([own, accept, type, preflight, body]);
}

const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined || ownHeaders.has(name) ? [] : [[name, String(value)]],
    ),
  );
