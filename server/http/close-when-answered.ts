import type { FastifyInstance } from "fastify";

/**
 * Closes the connections that answers in progress are sent on as soon as they are sent, once the server is closing.
 * Fastify closes those that are idle then; the others would stay open, and the server with them, until their
 * keep-alive time is over, which is more than a minute.
 */
export function closeWhenAnswered(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook("preClose", async () => {
    isClosing = true;
  });
  server.addHook("onResponse", (_request, _reply, done) => {
    if (isClosing) setImmediate(() => server.server.closeIdleConnections());
    done();
  });
}
