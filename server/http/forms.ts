import type { FastifyInstance, FastifyPluginCallback } from "fastify";

/** No form of the hub's pages is longer, in bytes. */
const bodyLimit = 20_000;

/** Routes that take what a page's form sends: there and nowhere else. */
export const withForms =
  (routes: (server: FastifyInstance) => void): FastifyPluginCallback =>
  (server, _, done) => {
    const type = "application/x-www-form-urlencoded";
    server.addContentTypeParser(type, { parseAs: "string", bodyLimit }, (_request, body, parsed) =>
      parsed(null, new URLSearchParams(String(body))),
    );
    routes(server);
    done();
  };

/** What somebody wrote into a field of a form, trimmed; empty where the form has none. */
export const fieldOf = (form: unknown, name: string): string =>
  form instanceof URLSearchParams ? (form.get(name)?.trim() ?? "") : "";

/** All that somebody ticked under one name. */
export const fieldsOf = (form: unknown, name: string): string[] =>
  form instanceof URLSearchParams ? form.getAll(name) : [];
