import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { findToken } from "./find-token.ts";
import { demand, type Visitor } from "./permissions.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; set before any answer. */
    visitor: Visitor;
  }
}

/** Routes that are open whoever asks: an embed's token is in its address, and assets and health tell nothing. */
const openRoutes = ["/embed/*", "/assets/*", "/health"];

/**
 * Makes every request say who asks and refuses those who may not read: without a token anyone is a reader
 * where reading is public. A token that is not valid is refused wherever it is sent.
 */
export function admit(server: FastifyInstance, database: DataSource, publicReading: boolean): void {
  server.decorateRequest("visitor");
  server.addHook("onRequest", async (request, reply) => {
    reply.header("www-authenticate", 'Bearer realm="hub"');
    request.visitor = await visitorOf(request);
    if (!openRoutes.includes(request.routeOptions.url ?? "")) demand(request.visitor, "READ");
    reply.removeHeader("www-authenticate");
  });

  const visitorOf = async ({ headers: { authorization } }: FastifyRequest): Promise<Visitor> => {
    if (authorization === undefined) return { tokenName: null, role: publicReading ? "reader" : null };
    const { name, role } = await findToken(database, authorization);
    return { tokenName: name, role };
  };
}
