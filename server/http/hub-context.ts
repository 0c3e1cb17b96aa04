import type { FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { AskFor } from "../../dashboards/pages/page-request.ts";
import type { Access } from "../../schema/core/access.ts";
import { HubContext } from "../../schema/core/context.ts";
import { embeddingFor } from "../access/embed-services.ts";
import { authorize } from "../access/permissions.ts";

/**
 * Creates the contexts of requests: with the permissions of each request's principal, and cancelled when its client
 * disconnects. `url` is the URL of the hub for browsers; undefined: the host that the request was sent to.
 */
export const hubContexts =
  (database: DataSource, municipality: string, key: Uint8Array, url: string | undefined, askFor: AskFor) =>
  (request: FastifyRequest): HubContext => {
    const { principal, protocol, host, clientSignal, basis } = request;
    const access: Access = {
      tokenName: principal.tokenName,
      authorize: (action) => authorize(principal, action),
      embedding: embeddingFor(key, url ?? `${protocol}://${host}`, askFor(request)),
    };
    return new HubContext(database, municipality, access, clientSignal, basis);
  };
