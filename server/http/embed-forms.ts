import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Ask, problemsOf } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { embedFormView, embedMadeView, type MadeEmbed } from "../../dashboards/embeds/embed-form-view.ts";
import { embedListView, type ListedEmbed } from "../../dashboards/embeds/embed-list-view.ts";
import { type PageRequest, pageRequestOf, type View } from "../../dashboards/pages/page-request.ts";
import { layout } from "../../dashboards/pages/parts/layout.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { panelNamed } from "../../schema/subjects/embed/check-embed.ts";
import { embeddablePanels } from "../access/embedding.ts";
import { fieldOf, fieldsOf, withForms } from "./forms.ts";

type Named = { Params: { name: string } };

const createQuestion = `mutation CreateEmbed($panel: String!, $variables: [PanelVariableInput!]!, $viewerMayChange: [String!]!, $allowedOrigins: [String!]!, $expiresAt: DateTime, $language: Language!) {
  createEmbed(panel: $panel, variables: $variables, viewerMayChange: $viewerMayChange, allowedOrigins: $allowedOrigins, expiresAt: $expiresAt) { id url snippet(language: $language) }
}`;
const listQuestion = `{ embeds(first: 500) { nodes { id panel variables { name value } allowedOrigins createdBy createdAt expiresAt revokedAt lastUsedAt } } }`;
const revokeQuestion = "mutation RevokeEmbed($id: ID!) { revokeEmbed(id: $id) { id } }";
/** Asks nothing: whoever may ask it may make embeds. */
const mayEmbed = "{ embeds(first: 0) { totalCount } }";

/**
 * `/panels/NAME/embed`, the form that makes an embed, and `/embeds`, the list of them. A token is written into the
 * form each time: no cookie makes or revokes one, so that no foreign page can.
 */
export function serveEmbedForms(server: FastifyInstance, ask: Ask): void {
  const panelOf = (request: FastifyRequest<Named>): Panel => {
    panelNamed(embeddablePanels, request.params.name);
    return panels.get(request.params.name)!;
  };
  server.register(
    withForms((forms) => {
      forms.get<Named>("/panels/:name/embed", async (request, reply) => {
        const visit = pageRequestOf(ask, request);
        return send(reply, visit, await embedFormView(visit, panelOf(request)));
      });
      forms.post<Named>("/panels/:name/embed", async (request, reply) => {
        const visit = pageRequestOf(ask, request);
        return send(reply, visit, await made(visit, panelOf(request), request));
      });
      forms.get("/embeds", async (request, reply) => {
        const visit = pageRequestOf(ask, request);
        return send(reply, visit, embedListView(visit, null));
      });
      forms.post("/embeds", async (request, reply) => {
        const visit = pageRequestOf(ask, request);
        return send(reply, visit, await listed(visit, request));
      });
    }),
  );
}

async function made(visit: PageRequest, panel: Panel, request: FastifyRequest): Promise<View> {
  const { body } = request;
  const askAs = askWithToken(request);
  // Who may not make embeds may not read either, where reading takes a token: the form itself would tell choices.
  const refused = await askAs(mayEmbed).then(() => null, problemsOf);
  if (refused) return { ...embedListView(visit, null, refused), status: 401 };
  const variables = Object.keys(panel.variables).flatMap((name) => {
    const value = visit.choice(name);
    return value === null ? [] : [{ name, value }];
  });
  const wish = {
    mayChange: fieldsOf(body, "change"),
    origins: fieldOf(body, "origins"),
    expires: fieldOf(body, "expires"),
  };
  try {
    const answer = await askAs(createQuestion, {
      panel: panel.name,
      variables,
      viewerMayChange: wish.mayChange,
      allowedOrigins: wish.origins.split(/\s+/).filter(Boolean),
      // To the end of that day in Korea.
      expiresAt: wish.expires === "" ? null : `${wish.expires}T23:59:59+09:00`,
      language: fieldOf(body, "language") === "EN" ? "EN" : "KO",
    });
    return embedMadeView(visit, panel, answer.createEmbed as MadeEmbed);
  } catch (error) {
    return embedFormView(visit, panel, { problems: problemsOf(error), wish });
  }
}

async function listed(visit: PageRequest, request: FastifyRequest): Promise<View> {
  const askAs = askWithToken(request);
  const revoked = fieldOf(request.body, "revoke");
  try {
    if (revoked) await askAs(revokeQuestion, { id: revoked });
    const { embeds } = await askAs(listQuestion);
    return embedListView(visit, (embeds as { nodes: ListedEmbed[] }).nodes);
  } catch (error) {
    return embedListView(visit, null, problemsOf(error));
  }
}

/** Asks the hub with the token of the form, by the way that every program takes, so that the same rules hold. */
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
    if (errors || !data) throw Object.assign(new Error("The question was refused."), { errors });
    return data;
  };

const send = (reply: FastifyReply, visit: PageRequest, view: View): FastifyReply =>
  reply
    .code(view.status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(layout({ ...visit, ...view }));
