import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { problemsOf } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { noPicture } from "../../dashboards/downloads/downloads.ts";
import { exportPanel } from "../../dashboards/downloads/export-panel.ts";
import { pngOf } from "../../dashboards/drawing/png.ts";
import { embedDocument, embedView } from "../../dashboards/embeds/embed-view.ts";
import {
  type AskFor,
  type PageRequest,
  pageRequestOf,
  type View,
} from "../../dashboards/pages/page-request.ts";
import { problemPage, statusOf } from "../../dashboards/pages/parts/problem-view.ts";
import { databaseUnavailable, retryAfterSeconds } from "../../schema/core/database-unavailable.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { panelNamed } from "../../schema/subjects/embed/check-embed.ts";
import { embedRequest } from "../access/embed-request.ts";
import { embeddablePanels } from "../access/embed-services.ts";
import type { SignedEmbed } from "../access/embed-token.ts";
import { openEmbed, signedEmbed } from "../access/find-embed.ts";
import { framedBy } from "./content-security-policy.ts";
import { serveEmbedForms } from "./embed-forms.ts";
import { oEmbedAddress } from "./oembed.ts";
import { statusOfCode } from "./status-of-code.ts";

/** An embed that has not ended, and this viewer's request for it. */
interface OpenEmbed {
  embed: SignedEmbed;
  panel: Panel;
  visit: PageRequest;
}

/** Routes of embeds: their forms, `GET /embed/TOKEN`, a single panel, and its image `/embed/TOKEN.svg` or `.png`. Whoever has the URL may see it. */
export function serveEmbeds(
  server: FastifyInstance,
  database: DataSource,
  askFor: AskFor,
  key: Uint8Array,
): void {
  const open = async (
    request: FastifyRequest,
    embed: SignedEmbed,
    alsoTaken: readonly string[] = [],
  ): Promise<OpenEmbed> => {
    await openEmbed(database, embed);
    request.embed = { id: embed.id, expiresAt: embed.expiresAt };
    panelNamed(embeddablePanels, embed.panel);
    const panel = panels.get(embed.panel)!;
    const visit = embedRequest(pageRequestOf(askFor, request), panel, embed, alsoTaken);
    return { embed, panel, visit };
  };

  serveEmbedForms(server, askFor);
  server.get<{ Params: { "*": string } }>("/embed/*", { config: { kept: true } }, async (request, reply) => {
    // A refusal is never kept, and may not be framed unless the embed is the hub's.
    reply.header("cache-control", "no-store");
    framedBy(reply, []);
    const [, token = "", form] = /^(.*?)(?:\.(svg|png))?$/.exec(request.params["*"]) ?? [];
    const embed = await signedEmbed(key, token);
    if (form) return sendPicture(reply, await open(request, embed), form);
    framedBy(reply, embed.allowedOrigins);
    try {
      return await sendFrame(request, reply, await open(request, embed, ["theme"]));
    } catch (error) {
      return sendRefusal(error, request, reply, pageRequestOf(askFor, request));
    }
  });
}

async function sendFrame(
  request: FastifyRequest,
  reply: FastifyReply,
  { embed, panel, visit }: OpenEmbed,
): Promise<FastifyReply> {
  const view = await embedView(visit, panel, embed.viewerMayChange);
  if (view.status === 200) reply.header("cache-control", "public, no-cache");
  return sendView(reply, visit, view, oEmbedAddress(request));
}

/** Says in the frame why there is no panel: in its place a browser would show an error of its own. */
function sendRefusal(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: PageRequest,
): FastifyReply {
  const unavailable = databaseUnavailable(error);
  const problem = unavailable ?? error;
  if (!(problem instanceof HubError) || !request.headers.accept?.includes("text/html")) throw error;
  if (unavailable) reply.header("retry-after", retryAfterSeconds);
  return sendView(reply, visit, problemPage(statusOfCode(problem.code) ?? 400, [problem], visit));
}

async function sendPicture(
  reply: FastifyReply,
  { panel, visit }: OpenEmbed,
  form: string,
): Promise<FastifyReply> {
  const taken = await exportPanel(visit, panel).catch((error: unknown) =>
    problemPage(statusOf(error), problemsOf(error), visit),
  );
  if ("content" in taken) return sendView(reply, visit, taken);
  if (Array.isArray(taken)) return sendView(reply, visit, problemPage(404, taken, visit));
  const { svg } = taken;
  if (svg === null) return sendView(reply, visit, problemPage(404, [noPicture], visit));
  reply.header("cache-control", "public, no-cache");
  if (form === "png") return reply.type("image/png").send(await pngOf(svg));
  return reply.type("image/svg+xml; charset=utf-8").send(svg);
}

const sendView = (
  reply: FastifyReply,
  visit: PageRequest,
  view: View,
  description: string | null = null,
): FastifyReply =>
  reply
    .code(view.status)
    .type("text/html; charset=utf-8")
    .send(embedDocument(visit, view, description));
