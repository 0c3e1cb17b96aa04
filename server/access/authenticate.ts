import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { LimitExceeded } from "../limits/limit-exceeded.ts";
import type { WrongTokens } from "../limits/wrong-tokens.ts";
import { findToken } from "./find-token.ts";
import { anonymous, authorize, type Principal, sessionPrincipal, tokenPrincipal } from "./permissions.ts";
import { sessionCookie, sessionToken } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who sent the request; set before any route's handler runs. */
    principal: Principal;
    /** Why it is refused; null if it is not. */
    refusal: unknown;
  }
}

/**
 * Routes that need no permission to read: an embed's address is signed, the sign-in form carries the token itself,
 * and assets, health and readiness disclose nothing. `/oembed` checks the address that it describes. The forms for embeds are posted with a token, which GraphQL checks.
 */
const openRoutes = ["/embed/*", "/assets/*", "/health", "/ready", "/sign-in", "/sign-out", "/oembed"];
const openForms = ["/embeds", "/panels/:name/embed"];

const isOpen = ({ method, routeOptions: { url = "" } }: FastifyRequest): boolean =>
  openRoutes.includes(url) || (method === "POST" && openForms.includes(url));

/**
 * Finds the principal of every request. Without credentials anyone is a reader if reading is public. An invalid token
 * is refused on every route; a session that `key` did not sign, or that has expired, is ignored. The refusal is kept
 * for `refuseUnauthorized`, so that it gets the headers of every response.
 */
export function authenticate(
  server: FastifyInstance,
  database: DataSource,
  key: Uint8Array,
  publicReading: boolean,
  wrongTokens: WrongTokens,
): void {
  server.decorateRequest("principal");
  server.decorateRequest("refusal", null);
  const visitor = anonymous(publicReading);
  server.addHook("onRequest", (request, _reply, done) => {
    request.principal = nobody;
    const admit = (principal: Principal) => {
      request.principal = principal;
      if (!isOpen(request)) authorize(principal, "READ");
    };
    const refuse = (error: unknown) => {
      request.refusal = error;
    };
    // Most requests have no credentials, and need not wait.
    if (hasCredentials(request))
      principalOf(request)
        .then(admit)
        .catch((error: unknown) => {
          refuse(error);
          return wrongTokens.slowDown(error, request);
        })
        .then(() => done());
    else {
      try {
        admit(visitor);
      } catch (error) {
        refuse(error);
      }
      done();
    }
  });

  const hasCredentials = ({ headers, cookies }: FastifyRequest): boolean =>
    headers.authorization !== undefined || Boolean(cookies[sessionCookie]);

  const principalOf = async ({ headers, cookies }: FastifyRequest): Promise<Principal> => {
    if (headers.authorization !== undefined) {
      return tokenPrincipal(await findToken(database, headers.authorization));
    }
    const token = await sessionToken(database, key, cookies[sessionCookie]!);
    return token ? sessionPrincipal(token) : visitor;
  };
}

/** Refuses the requests that may not read or have used up a limit: the second half of `authenticate`. */
export function refuseUnauthorized(server: FastifyInstance): void {
  server.addHook("onRequest", ({ refusal }, reply, done) => {
    if (refusal === null) return done();
    if (!(refusal instanceof LimitExceeded)) reply.header("www-authenticate", 'Bearer realm="hub"');
    throw refusal;
  });
}

/** Who may nothing, until the principal is known. */
const nobody = anonymous(false);
