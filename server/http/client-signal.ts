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

/** Gives every request a signal that cancels its work when the client disconnects. */
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
