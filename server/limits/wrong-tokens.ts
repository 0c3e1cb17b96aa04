import { setTimeout as wait } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { HubError } from "../../schema/core/hub-error.ts";

const codes = ["TOKEN_UNKNOWN", "TOKEN_REVOKED", "TOKEN_EXPIRED"];
/** Wrong tokens of an address in a minute that are answered at once: a mistyped one, or a revoked one in a script. */
const atOnce = 5;
const stepMilliseconds = 500;
const longestMilliseconds = 10_000;

/**
 * Slows down whoever sends wrong tokens, and makes them visible: each is logged with its address and counted. Valid
 * tokens from the same address are answered at once, so nobody is locked out by a neighbour.
 */
export class WrongTokens {
  private readonly attempts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 });
  private readonly count: (code: string) => void;
  private readonly areSlowed: boolean;

  /** `count` is called for every wrong token; `areSlowed` is false where there are no limits. */
  constructor(count: (code: string) => void, areSlowed: boolean) {
    this.count = count;
    this.areSlowed = areSlowed;
  }

  /** Waits before a wrong token is refused; does nothing for other errors. */
  async slowDown(error: unknown, { ip, log, clientSignal }: FastifyRequest): Promise<void> {
    if (!(error instanceof HubError) || !codes.includes(error.code)) return;
    const { consumedPoints } = await this.attempts.consume(ip);
    this.count(error.code);
    log.warn({ code: error.code, ip, attempts: consumedPoints }, "wrong token");
    if (!this.areSlowed) return;
    const delay = Math.min(Math.max(0, consumedPoints - atOnce) * stepMilliseconds, longestMilliseconds);
    if (delay > 0) await wait(delay, undefined, { signal: clientSignal }).catch(() => undefined);
  }
}
