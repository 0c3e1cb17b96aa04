import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Ask, problemsOf } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { embedFormView, embedMadeView, type MadeEmbed } from "../../dashboards/embeds/embed-form-view.ts";
import { embedListView, type ListedEmbed } from "../../dashboards/embeds/embed-list-view.ts";
import { parameterError } from "../../dashboards/pages/check-parameters.ts";
import {
  type AskFor,
  type PageRequest,
  pageRequestOf,
  type View,
} from "../../dashboards/pages/page-request.ts";
import { layout } from "../../dashboards/pages/parts/layout.ts";
import { problemPage } from "../../dashboards/pages/parts/problem-view.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { panelNamed } from "../../schema/subjects/embed/check-embed.ts";
import { embeddablePanels } from "../access/embed-services.ts";
import { fieldOf, fieldsOf, withForms } from "./forms.ts";

type Named = { Params: { name: string } };

const createMutation = `mutation CreateEmbed($panel: String!, $variables: [PanelVariableInput!]!, $viewerMayChange: [String!]!, $allowedOrigins: [String!]!, $expiresAt: DateTime, $language: Language!, $script: SnippetScript) {
  createEmbed(panel: $panel, variables: $variables, viewerMayChange: $viewerMayChange, allowedOrigins: $allowedOrigins, expiresAt: $expiresAt) { id url snippet(language: $language, script: $script) }
}`;
const listQuery = `{ embeds(first: 500) { nodes { id panel variables { name value } allowedOrigins createdBy createdAt expiresAt revokedAt lastUsedAt } } }`;
const revokeMutation = "mutation RevokeEmbed($id: ID!) { revokeEmbed(id: $id) { id } }";
/** Reads nothing; fails for those who may not create embeds. */
const mayEmbed = "{ embeds(first: 0) { totalCount } }";

/**
 * `/panels/NAME/embed`, the form that creates an embed, and `/embeds`, the list of them. The form requires a token each
 * time: no cookie creates or revokes an embed, so no foreign page can.
 */
export function serveEmbedForms(server: FastifyInstance, askFor: AskFor): void {
  const panelOf = (request: FastifyRequest<Named>): Panel => {
    panelNamed(embeddablePanels, request.params.name);
    return panels.get(request.params.name)!;
  };
  server.register(
    withForms((forms) => {
      forms.get<Named>("/panels/:name/embed", async (request, reply) => {
        const page = pageRequestOf(askFor, request);
        const panel = panelOf(request);
        const wrong = parameterError(page, Object.keys(panel.variables));
        return send(reply, page, wrong ? problemPage(400, [wrong], page) : await embedFormView(page, panel));
      });
      forms.post<Named>("/panels/:name/embed", async (request, reply) => {
        const page = pageRequestOf(askFor, request);
        return send(reply, page, await createEmbed(page, panelOf(request), request));
      });
      forms.get("/embeds", async (request, reply) => {
        const page = pageRequestOf(askFor, request);
        return send(reply, page, embedListView(page, null));
      });
      forms.post("/embeds", async (request, reply) => {
        const page = pageRequestOf(askFor, request);
        return send(reply, page, await listEmbeds(page, request));
      });
    }),
  );
}

async function createEmbed(page: PageRequest, panel: Panel, request: FastifyRequest): Promise<View> {
  const { body } = request;
  const askAs = askWithToken(request);
  // The form lists options, which may not be read without a valid token if reading requires one.
  const problems = await askAs(mayEmbed).then(() => null, problemsOf);
  if (problems) return { ...embedListView(page, null, problems), status: 401 };
  const variables = Object.keys(panel.variables).flatMap((name) => {
    const value = page.choice(name);
    return value === null ? [] : [{ name, value }];
  });
  const wish = {
    mayChange: fieldsOf(body, "change"),
    origins: fieldOf(body, "origins"),
    expires: fieldOf(body, "expires"),
  };
  try {
    const answer = await askAs(createMutation, {
      panel: panel.name,
      variables,
      viewerMayChange: wish.mayChange,
      allowedOrigins: wish.origins.split(/\s+/).filter(Boolean),
      // To the end of that day in Korea.
      expiresAt: wish.expires === "" ? null : `${wish.expires}T23:59:59+09:00`,
      language: fieldOf(body, "language") === "EN" ? "EN" : "KO",
      script: fieldOf(body, "script") || "INLINE",
    });
    return embedMadeView(page, panel, answer.createEmbed as MadeEmbed);
  } catch (error) {
    return embedFormView(page, panel, { problems: problemsOf(error), wish });
  }
}

async function listEmbeds(page: PageRequest, request: FastifyRequest): Promise<View> {
  const askAs = askWithToken(request);
  const id = fieldOf(request.body, "revoke");
  try {
    if (id) await askAs(revokeMutation, { id });
    const { embeds } = await askAs(listQuery);
    return embedListView(page, (embeds as { nodes: ListedEmbed[] }).nodes);
  } catch (error) {
    return embedListView(page, null, problemsOf(error));
  }
}

/** Sends the query with the form's token over HTTP's own route, so that the same rules apply as to every client. */
const askWithToken =
  ({ server, body, host }: FastifyRequest): Ask =>
  async (query, variables = {}) => {
    const token = fieldOf(body, "token");
    const answer = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { host, authorization: `Bearer ${token}`, "content-type": "application/json" },
      payload: { query, variables },
    });
    const { data, errors } = answer.json<{ data?: Record<string, unknown>; errors?: unknown[] }>();
    if (errors || !data) throw Object.assign(new Error("The query was refused."), { errors });
    return data;
  };

const send = (reply: FastifyReply, page: PageRequest, view: View): FastifyReply =>
  reply
    .code(view.status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(layout({ ...page, ...view }));
