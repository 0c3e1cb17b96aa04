import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from "fastify";
import type { StatementRun } from "../../schema/sql/run-statement.ts";
import type { LogLevel } from "../settings.ts";

/** Where lines of the log go. */
export interface LogDestination {
  write(line: string): void;
}

/** A request id that a proxy may give; any other text could forge entries of the log. */
const requestId = /^[\w.-]{8,64}$/;

/** Path of a request without secrets: an embed's address is one, and so may be what follows `?`. */
export const loggedPath = (url: string): string =>
  url.replace(/\?.*$/s, "").replace(/^(\/embed\/.{0,8}).*?(\.svg|\.png)?$/s, "$1…$2");

/** Options of fastify for a log of JSON lines, on standard output if no `stream` is given: an id per request, no tokens, no parameters. */
export const logOptions = (
  level: LogLevel,
  stream?: LogDestination,
): Pick<FastifyServerOptions, "logger" | "genReqId"> => ({
  genReqId: ({ headers }: IncomingMessage) => {
    const given = headers["x-request-id"];
    return typeof given === "string" && requestId.test(given) ? given : randomUUID();
  },
  logger: {
    level,
    ...(stream && { stream }),
    serializers: {
      req: ({ method, url, ip }: FastifyRequest) => ({ method, path: loggedPath(url), ip }),
    },
  },
});

/** Sends every request's id back, and logs statements that take long, with the id of the request that waits for them. */
export function logRequests(server: FastifyInstance, slowMilliseconds: number): void {
  const current = new AsyncLocalStorage<FastifyRequest>();
  server.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    current.run(request, done);
  });
  const logSlow = (message: unknown) => {
    const { text, milliseconds } = message as StatementRun;
    const request = current.getStore();
    if (!request || milliseconds < slowMilliseconds) return;
    request.log.warn({ statement: text, milliseconds: Math.round(milliseconds) }, "slow statement");
  };
  subscribe("hub.statement", logSlow);
  server.addHook("onClose", async () => void unsubscribe("hub.statement", logSlow));
}
