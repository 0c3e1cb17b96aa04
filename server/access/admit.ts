import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { findToken } from "./find-token.ts";
import { demand, type Visitor } from "./permissions.ts";
import { sessionIn, sessionVisitor } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; set before any answer. */
    visitor: Visitor;
  }
}

/**
 * Routes that are open whoever asks: an embed's token is in its address, those who sign in send theirs in the
 * form, and assets and health tell nothing. Forms about embeds are posted with a token that is asked for there.
 */
const openRoutes = ["/embed/*", "/assets/*", "/health", "/sign-in", "/sign-out"];
const openForms = ["/embeds", "/panels/:name/embed"];

const isOpen = ({ method, routeOptions: { url = "" } }: FastifyRequest): boolean =>
  openRoutes.includes(url) || (method === "POST" && openForms.includes(url));

/**
 * Makes every request say who asks and refuses those who may not read: without a token, or a session that `key`
 * has signed, anyone is a reader where reading is public. A token that is not valid is refused wherever it is sent.
 */
export function admit(
  server: FastifyInstance,
  database: DataSource,
  key: Uint8Array,
  publicReading: boolean,
): void {
  server.decorateRequest("visitor");
  server.addHook("onRequest", async (request, reply) => {
    reply.header("www-authenticate", 'Bearer realm="hub"');
    request.visitor = await visitorOf(request);
    if (!isOpen(request)) demand(request.visitor, "READ");
    reply.removeHeader("www-authenticate");
  });

  const visitorOf = async (request: FastifyRequest): Promise<Visitor> => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const cookie = sessionIn(request.headers.cookie);
      const signedIn = cookie ? await sessionVisitor(database, key, cookie) : null;
      return signedIn ?? { tokenName: null, role: publicReading ? "reader" : null };
    }
    const { name, role } = await findToken(database, authorization);
    return { tokenName: name, role };
  };
}
