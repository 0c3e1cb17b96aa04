import type { FastifyReply } from "fastify";

/** Pages load nothing from other hosts. GraphiQL's editor sets styles and starts workers of its own. */
export const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'", "blob:"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'", "data:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
};

/** Allows only pages of these origins to frame this response; none if empty. */
export function framedBy(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.getHeader("content-security-policy"));
  const ancestors = origins.length > 0 ? origins.join(" ") : "'none'";
  reply.header(
    "content-security-policy",
    policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`),
  );
  // The older header does not support a list of origins, and would contradict.
  if (origins.length > 0) reply.removeHeader("x-frame-options");
  else reply.header("x-frame-options", "DENY");
}
