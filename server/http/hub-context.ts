import type { FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { AskFor } from "../../dashboards/pages/page-request.ts";
import type { Access } from "../../schema/core/access.ts";
import { HubContext } from "../../schema/core/context.ts";
import { embeddingFor } from "../access/embed-services.ts";
import { authorize } from "../access/permissions.ts";
import type { VisitorLimits } from "../limits/visitor-limits.ts";

/**
 * Creates the contexts of requests: with the permissions of each request's principal, and cancelled when its client
 * disconnects.
 */
export const hubContexts =
  (
    database: DataSource,
    municipality: string,
    key: Uint8Array,
    limits: VisitorLimits | null,
    askFor: AskFor,
  ) =>
  (request: FastifyRequest): HubContext => {
    const { principal, visitor, hubOrigin, clientSignal, basis } = request;
    const access: Access = {
      tokenName: principal.tokenName,
      authorize: (action) => authorize(principal, action),
      visitor,
      spend: async (cost) => limits?.spend(visitor, cost),
      embedding: embeddingFor(key, hubOrigin, askFor(request)),
    };
    return new HubContext(database, municipality, access, clientSignal, basis);
  };
