import type { FastifyInstance } from "fastify";

/** What pages of other origins may use. */
export interface CrossOriginSettings {
  /** Whether anyone may read: then any page may show pictures of panels. */
  publicReading: boolean;
  /** Whether scripts of pages of any origin may read. */
  crossOriginReading: boolean;
}

/** Headers of answers that scripts of other origins may see. */
const exposedHeaders =
  "etag, hub-left-out, hub-rows, hub-unconfirmed, ratelimit, ratelimit-policy, retry-after, x-request-id";

/**
 * Lets pages of other origins load what is meant for them; helmet's headers forbid all of it. Frames and their assets
 * have an origin of their own if the page that shows them has `sandbox`, and are refused by a page with
 * Cross-Origin-Embedder-Policy unless they say that they may be loaded.
 */
export function serveOtherOrigins(
  server: FastifyInstance,
  { publicReading, crossOriginReading }: CrossOriginSettings,
): void {
  server.addHook("onRequest", ({ routeOptions: { url = "" } }, reply, done) => {
    const isPicture = /^\/panels\/.*\.(svg|png)$/.test(url);
    if (url === "/embed/*" || url === "/assets/*" || (publicReading && isPicture))
      reply.header("cross-origin-resource-policy", "cross-origin");
    if (url === "/embed/*") reply.header("cross-origin-embedder-policy", "require-corp");
    // Browsers load fonts and modules of a sandboxed frame only with this header.
    if (url === "/assets/*" || crossOriginReading) {
      reply.header("access-control-allow-origin", "*");
      reply.header("access-control-expose-headers", exposedHeaders);
    }
    done();
  });
  if (!crossOriginReading) return;
  server.options("/*", (_, reply) =>
    reply
      .code(204)
      .header("access-control-allow-methods", "GET, HEAD, POST")
      .header(
        "access-control-allow-headers",
        "accept, apollo-require-preflight, authorization, content-type, if-none-match, traceparent, x-request-id",
      )
      .header("access-control-max-age", "86400")
      .send(),
  );
}
