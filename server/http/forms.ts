import { parse } from "node:querystring";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { composed } from "../../schema/core/composed-text.ts";
import { decodeUtf8 } from "./check-request-text.ts";
import { isFromForeignPage, originForeign } from "./hub-origin.ts";

/** Maximum size of a form of the hub's pages, in bytes. */
const bodyLimit = 20_000;

/**
 * The only routes that accept forms, and only from the hub's own pages. The body of a form that cannot be decoded is
 * null.
 */
export const withForms =
  (routes: (server: FastifyInstance) => void): FastifyPluginAsync =>
  async (server) => {
    await server.register(formbody, {
      bodyLimit,
      parser: (text) => (decodeUtf8(text) === null ? null : composed(parse(text))) as Record<string, unknown>,
    });
    server.addHook("onRequest", async (request) => {
      if (request.method === "POST" && isFromForeignPage(request)) throw originForeign();
    });
    routes(server);
  };

/** The value of a form's field, trimmed; empty if the form has none. */
export const fieldOf = (form: unknown, name: string): string => fieldsOf(form, name)[0]?.trim() ?? "";

/** All values of a form's field, such as ticked boxes. */
export function fieldsOf(form: unknown, name: string): string[] {
  const value = (form as Record<string, string | string[] | undefined> | null)?.[name] ?? [];
  return Array.isArray(value) ? value : [value];
}
