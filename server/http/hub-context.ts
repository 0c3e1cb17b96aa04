import type { FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { AskFor } from "../../dashboards/pages/page-request.ts";
import type { Access } from "../../schema/core/access.ts";
import { HubContext } from "../../schema/core/context.ts";
import { embeddingFor } from "../access/embed-services.ts";
import { authorize } from "../access/permissions.ts";

/**
 * Creates the contexts of requests: with the permissions of each request's principal, and cancelled when its client
 * disconnects.
 */
export const hubContexts =
  (database: DataSource, municipality: string, key: Uint8Array, askFor: AskFor) =>
  (request: FastifyRequest): HubContext => {
    const { principal, hubOrigin, clientSignal, basis } = request;
    const access: Access = {
      tokenName: principal.tokenName,
      authorize: (action) => authorize(principal, action),
      embedding: embeddingFor(key, hubOrigin, askFor(request)),
    };
    return new HubContext(database, municipality, access, clientSignal, basis);
  };
