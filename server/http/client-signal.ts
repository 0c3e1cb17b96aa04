import { setMaxListeners } from "node:events";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /**
     * Aborted when the client closes the connection before it has the whole answer. Fastify's own `signal` is
     * aborted as soon as the body of a POST has been read.
     */
    clientSignal: AbortSignal;
  }
}

/** Gives every request a signal that cancels its work when the client disconnects; made for those that use it. */
export function watchClients(server: FastifyInstance): void {
  const answers = new WeakMap<FastifyRequest, FastifyReply["raw"]>();
  const signals = new WeakMap<FastifyRequest, AbortSignal>();
  server.decorateRequest("clientSignal", {
    getter() {
      const signal = signals.get(this) ?? signalOf(answers.get(this)!);
      signals.set(this, signal);
      return signal;
    },
  });
  server.addHook("onRequest", (request, { raw }, done) => {
    answers.set(request, raw);
    done();
  });
}

/** A signal that is aborted when an answer is cut off. */
function signalOf(answer: FastifyReply["raw"]): AbortSignal {
  const controller = new AbortController();
  // Each question of a board waits for it.
  setMaxListeners(0, controller.signal);
  const abortUnlessSent = () => {
    if (!answer.writableFinished) controller.abort();
  };
  if (answer.closed) abortUnlessSent();
  else answer.once("close", abortUnlessSent);
  return controller.signal;
}
