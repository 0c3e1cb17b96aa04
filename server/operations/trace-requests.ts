import { context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { FastifyInstance } from "fastify";
import { loggedPath } from "./log.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The span of the request, for OpenTelemetry. */
    span: Span;
  }
}

/**
 * A span per request, and within it those of its statements, through OpenTelemetry's API: they go nowhere unless the
 * operator loads an SDK (docs/operating.md).
 */
export function traceRequests(server: FastifyInstance): void {
  server.decorateRequest("span");
  server.addHook("onRequest", (request, _, done) => {
    const { method, routeOptions, url } = request;
    request.span = trace.getTracer("hub").startSpan(`${method} ${routeOptions.url ?? "unknown"}`, {
      kind: SpanKind.SERVER,
      attributes: {
        "http.request.method": method,
        "http.route": routeOptions.url,
        "url.path": loggedPath(url),
      },
    });
    context.with(trace.setSpan(context.active(), request.span), done);
  });
  server.addHook("onResponse", async ({ span }, { statusCode }) => {
    span?.setAttribute("http.response.status_code", statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}
