import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Principal } from "../access/permissions.ts";
import { type LimitExceeded, limitExceeded } from "./limit-exceeded.ts";

/** Limits of one visitor in a minute. */
export interface LimitSettings {
  /** Number of requests that are computed; one that is answered by a kept response counts a thousandth. */
  requests: number;
  /** Sum of the costs of queries that are computed: values of their answers, and a tenth of the bytes sent. */
  cost: number;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who sent the request, as limits count: a token, else an address. */
    visitor: string;
  }
}

const windowSeconds = 60;
/** Points of a request that is computed. Every request takes one. */
const pointsPerRequest = 1_000;
/** Bytes of a request that cost as much as one value of an answer: reading them takes time. */
const bytesPerValue = 10;
/** Requests that are not counted: a supervisor that cannot ask would end the hub. */
const uncounted = ["/health", "/ready", "/metrics"];

/** Counts what each visitor uses; in this process only. */
export class VisitorLimits {
  readonly settings: LimitSettings;
  private readonly requests: RateLimiterMemory;
  private readonly costs: RateLimiterMemory;

  constructor(settings: LimitSettings) {
    this.settings = settings;
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds });
    this.requests = limiter(settings.requests * pointsPerRequest);
    this.costs = limiter(settings.cost);
  }

  /** Charges a visitor for a request. `refusal` is LIMIT_EXCEEDED if too little is left for it. */
  countRequest(visitor: string, points: number): Promise<Charge> {
    return this.charge("requests", this.requests, visitor, points);
  }

  /** Charges a visitor for a query. Throws LIMIT_EXCEEDED. */
  async spend(visitor: string, cost: number): Promise<void> {
    const { refusal } = await this.charge("cost", this.costs, visitor, Math.ceil(cost));
    if (refusal) throw refusal;
  }

  /** The cost that a visitor has left, and the seconds until all of it is back. */
  async costLeft(visitor: string): Promise<{ left: number; seconds: number }> {
    const used = await this.costs.get(visitor);
    if (!used) return { left: this.settings.cost, seconds: windowSeconds };
    return { left: Math.max(0, used.remainingPoints), seconds: Math.ceil(used.msBeforeNext / 1_000) };
  }

  private async charge(
    name: "requests" | "cost",
    limiter: RateLimiterMemory,
    visitor: string,
    points: number,
  ): Promise<Charge> {
    try {
      return { used: await limiter.consume(visitor, points), refusal: null };
    } catch (used) {
      if (!(used instanceof RateLimiterRes)) throw used;
      const seconds = Math.max(1, Math.ceil(used.msBeforeNext / 1_000));
      return { used, refusal: limitExceeded(name, this.settings[name], seconds) };
    }
  }
}

/** What a visitor has used after a charge, and why it is refused; null if it is not. */
interface Charge {
  used: RateLimiterRes;
  refusal: LimitExceeded | null;
}

/**
 * The visitor of a request: its token, because several people share an address; else the address, of IPv6 the network
 * of 64 bits that one subscriber has.
 */
export function visitorOf({ tokenName }: Principal, address: string): string {
  if (tokenName !== null) return `token ${tokenName}`;
  const plain = address.replace(/^::ffff:/, "");
  return `address ${plain.includes(":") ? networkOf(plain) : plain}`;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - groups.length - after.length)).fill("0");
  return [...groups, ...zeros, ...after].slice(0, 4).join(":");
}

/**
 * Counts every request: first a thousandth, and the rest once it is known that no kept response answers it
 * (`countComputed`). The refusal is kept for `refuseUnauthorized`, so that it gets the headers of every response.
 */
export function countRequests(server: FastifyInstance, limits: VisitorLimits | null): void {
  server.decorateRequest("visitor", "");
  server.addHook("onRequest", async (request, reply) => {
    request.visitor = visitorOf(request.principal, request.ip);
    if (!limits || isUncounted(request)) return;
    const { used, refusal } = await limits.countRequest(request.visitor, 1);
    await sendLimits(limits, request, reply, used);
    request.refusal ??= refusal;
  });
}

/** The second half of `countRequests`: register it after the hooks that answer by kept responses. */
export function countComputed(server: FastifyInstance, limits: VisitorLimits | null): void {
  if (!limits) return;
  server.addHook("preHandler", async (request, reply) => {
    if (isUncounted(request) || request.routeOptions.url === "/assets/*") return;
    const { used, refusal } = await limits.countRequest(request.visitor, pointsPerRequest - 1);
    await sendLimits(limits, request, reply, used);
    if (refusal) throw refusal;
    await limits.spend(request.visitor, lengthOf(request) / bytesPerValue);
  });
}

/** Bytes of a request that has to be read, whatever it asks for. */
const lengthOf = ({ url, headers }: FastifyRequest): number =>
  url.length + (Number(headers["content-length"]) || 0);

const isUncounted = ({ routeOptions: { url = "" } }: FastifyRequest): boolean => uncounted.includes(url);

/** Tells the visitor the limits and what is left of them, in the fields of draft-ietf-httpapi-ratelimit-headers. */
async function sendLimits(
  limits: VisitorLimits,
  { visitor }: FastifyRequest,
  reply: FastifyReply,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): Promise<void> {
  const { requests, cost } = limits.settings;
  const left = await limits.costLeft(visitor);
  const requestsLeft = Math.floor(remainingPoints / pointsPerRequest);
  reply.header(
    "ratelimit-policy",
    `"requests";q=${requests};w=${windowSeconds}, "cost";q=${cost};w=${windowSeconds}`,
  );
  reply.header(
    "ratelimit",
    `"requests";r=${requestsLeft};t=${Math.ceil(msBeforeNext / 1_000)}, "cost";r=${left.left};t=${left.seconds}`,
  );
}
