import type { FastifyRequest } from "fastify";
import { layout } from "../../dashboards/web/layout.ts";
import { problemPage } from "../../dashboards/web/problem-view.ts";
import { readerOf } from "../../dashboards/web/view.ts";
import type { HubError } from "../../schema/hub-error.ts";

/** A page of the hub that has nothing but a problem to show. */
export function problemDocument(request: FastifyRequest, status: number, problem: HubError): string {
  const reader = readerOf(request);
  return layout({ ...reader, ...problemPage(status, [problem], reader) });
}
