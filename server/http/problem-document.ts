import type { FastifyRequest } from "fastify";
import { html } from "../../dashboards/markup/html.ts";
import { pageAddressOf } from "../../dashboards/pages/page-request.ts";
import { layout } from "../../dashboards/pages/parts/layout.ts";
import { problemPage } from "../../dashboards/pages/parts/problem-view.ts";
import { signInForm } from "../../dashboards/pages/views/sign-in-view.ts";
import type { HubError } from "../../schema/core/hub-error.ts";

/** A page that shows a problem, with the sign-in form if the problem is a missing token. */
export function problemDocument(request: FastifyRequest, status: number, problem: HubError): string {
  const reader = pageAddressOf(request);
  const page = problemPage(status, [problem], reader);
  const content = status === 401 ? html`${page.content}${signInForm(reader, reader.address)}` : page.content;
  return layout({ ...reader, ...page, content });
}
