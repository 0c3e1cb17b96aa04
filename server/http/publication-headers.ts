import type { FastifyInstance } from "fastify";
import type { Publication } from "../../dashboards/publication/publication.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who publishes the data of this hub, and on which terms. */
    publication: Publication;
  }
}

/**
 * Gives every request the hub's publication, and every answer a `Link` header (RFC 8288) with what it states: the
 * contact and the publisher's name as `author`, the licence as `license`.
 */
export function statePublication(server: FastifyInstance, publication: Publication): void {
  const link = linkOf(publication);
  server.decorateRequest("publication", { getter: () => publication });
  if (link === "") return;
  server.addHook("onRequest", (request, reply, done) => {
    if (!request.url.startsWith("/assets/")) reply.header("link", link);
    done();
  });
}

function linkOf({ publisher, contact, licence }: Publication): string {
  const parts: string[] = [];
  if (publisher || contact)
    parts.push(`<${encodeURI(contact ?? "/")}>; rel="author"${publisher ? titleOf(publisher) : ""}`);
  if (licence) parts.push(`<${licence.url}>; rel="license"${titleOf(licence.name.ko)}`);
  return parts.join(", ");
}

/** A text as a parameter of a header, by RFC 8187. */
const titleOf = (text: string): string =>
  `; title*=UTF-8''${encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
