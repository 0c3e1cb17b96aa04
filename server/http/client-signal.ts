import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /**
     * Aborted when the client closes the connection before it has the whole answer. Fastify's own `signal` is
     * aborted as soon as the body of a POST has been read.
     */
    clientSignal: AbortSignal;
  }
}

/** Gives every request a signal by which what it started is cancelled when its client leaves. */
export function watchClients(server: FastifyInstance): void {
  server.decorateRequest("clientSignal");
  server.addHook("onRequest", async (request, { raw }) => {
    const controller = new AbortController();
    request.clientSignal = controller.signal;
    raw.once("close", () => {
      if (!raw.writableFinished) controller.abort();
    });
  });
}
