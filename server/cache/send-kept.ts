import type { FastifyReply, FastifyRequest } from "fastify";
import { retryAfterSeconds } from "../../schema/core/database-unavailable.ts";
import type { Encoding, KeptResponse } from "./kept-response.ts";

/** Headers that each response has of its own. */
export const requestHeaders = ["ratelimit", "ratelimit-policy", "x-request-id"] as const;

/** Writes a kept response past Fastify, whose own sending takes longer than everything else here. */
export async function sendKept(
  response: KeptResponse,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const encoding = response.encodingFor(request.headers["accept-encoding"]);
  const headers: Record<string, string> = { ...response.headers, ...headersFor(response, encoding, request) };
  for (const name of requestHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  reply.hijack();
  if (isCurrent(response, request)) {
    const { "content-type": _type, "content-encoding": _encoding, ...others } = headers;
    reply.raw.writeHead(304, others).end();
    return reply;
  }
  const body = await response.bodyIn(encoding);
  reply.raw.writeHead(200, { ...headers, "content-length": String(body.length) }).end(body);
  return reply;
}

/** Gives the response that was just computed the headers and the body of those that follow; null for 304. */
export async function withCacheHeaders(
  response: KeptResponse,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Buffer | null> {
  const encoding = response.encodingFor(request.headers["accept-encoding"]);
  reply.headers(headersFor(response, encoding, request));
  if (!isCurrent(response, request)) return response.bodyIn(encoding);
  reply.code(304).removeHeader("content-type").removeHeader("content-encoding");
  return null;
}

/** Sends a kept response although nobody can look up whether it is still the newest, and says so. */
export function sendUnconfirmed(
  response: KeptResponse,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { headers, unconfirmed } = response;
  reply.headers(headers).header("cache-control", "no-store").header("retry-after", retryAfterSeconds);
  reply.header("hub-unconfirmed", unconfirmed.header);
  const language = /[?&]lang=en\b/.test(request.url) ? "en" : "ko";
  const isPage = headers["content-type"]?.startsWith("text/html") ?? false;
  return reply.send(isPage ? response.withNotice(unconfirmed.text[language]) : response.plainBody);
}

/** The headers that depend on the request. */
function headersFor(
  response: KeptResponse,
  encoding: Encoding,
  request: FastifyRequest,
): Record<string, string> {
  // A query is answered as JSON or as a table.
  const type = request.url.startsWith("/graphql") ? "accept, " : "";
  const headers: Record<string, string> = { vary: `${type}accept-encoding, authorization, cookie` };
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  if (request.method !== "GET") return headers;
  headers.etag = encoding === "identity" ? `"${response.tag}"` : `"${response.tag}-${encoding}"`;
  headers["cache-control"] = cacheControl(response, request);
  return headers;
}

/** Whether the client already has this response, in whatever encoding. */
function isCurrent({ tag }: KeptResponse, { method, headers }: FastifyRequest): boolean {
  const known = headers["if-none-match"];
  if (known === undefined || method !== "GET") return false;
  return known.trim() === "*" || known.includes(`"${tag}"`) || known.includes(`"${tag}-`);
}

/** A page that shows a past moment may still change its look; its data never change. An embed may be revoked at any time. */
function cacheControl(response: KeptResponse, { headers, principal }: FastifyRequest): string {
  const isPublic = principal.tokenName === null && headers.authorization === undefined;
  const scope = isPublic ? "public" : "private";
  if (!response.isPinned || response.embed) return `${scope}, no-cache`;
  const isPage = response.headers["content-type"]?.startsWith("text/html") ?? false;
  return `${scope}, max-age=${isPage ? 86_400 : 31_536_000}, immutable`;
}
