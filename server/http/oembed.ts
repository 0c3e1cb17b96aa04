import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import { panels } from "../../dashboards/boards/panels.ts";
import { exportPanel } from "../../dashboards/downloads/export-panel.ts";
import { type Box, embedDescription, panelDescription } from "../../dashboards/embeds/oembed.ts";
import { type AskFor, pageAddressOf } from "../../dashboards/pages/page-request.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { embedRequest } from "../access/embed-request.ts";
import { openEmbed, signedEmbed } from "../access/find-embed.ts";
import { authorize } from "../access/permissions.ts";
import { hubUrlMissing } from "./hub-origin.ts";

/** The address of the oEmbed description of the page that a request is for; null if the hub's origin is not known. */
export const oEmbedAddress = ({ hubOrigin, url }: FastifyRequest): string | null =>
  hubOrigin && `${hubOrigin}/oembed?${new URLSearchParams({ url: hubOrigin + url })}`;

/**
 * `GET /oembed?url=ADDRESS`, by which editors of other sites turn a pasted address into a frame or a picture
 * (oembed.com): of embeds for anyone, of panels for those who may read. Embeds lead to it in their HTML, pages of panels
 * in their header Link.
 */
export function serveOEmbed(
  server: FastifyInstance,
  database: DataSource,
  askFor: AskFor,
  key: Uint8Array,
): void {
  server.addHook("onRequest", (request, reply, done) => {
    const address = request.routeOptions.url === "/panels/:name" ? oEmbedAddress(request) : null;
    if (address) reply.header("link", `<${address}>; rel="alternate"; type="application/json+oembed"`);
    done();
  });
  server.get("/oembed", async (request, reply) => {
    const { choice } = pageAddressOf(request);
    if ((choice("format") ?? "json") !== "json") throw formatUnknown();
    const { hubOrigin } = request;
    if (hubOrigin === null) throw hubUrlMissing();
    const address = addressOnHub(choice("url"), hubOrigin);
    const page = { ask: askFor(request), ...pageAddressOf({ url: address }) };
    const box: Box = { width: pixelsOf(choice("maxwidth")), height: pixelsOf(choice("maxheight")) };
    const url = hubOrigin + address;
    const [, folder, name = ""] = /^\/(embed|panels)\/([^?]+)/.exec(address) ?? [];
    reply.header("cache-control", "no-cache");
    if (folder === "embed") {
      const embed = await signedEmbed(key, name);
      await openEmbed(database, embed);
      const panel = panelOf(embed.panel);
      const visit = embedRequest(page, panel, embed);
      if (embed.allowedOrigins.length > 0)
        return embedDescription({ panel, page: visit, url }, hubOrigin, box);
      const picture = url.replace(name, `${name}.png`);
      return panelDescription(
        { panel, page: visit, url: picture },
        await exportPanel(visit, panel),
        hubOrigin,
        box,
      );
    }
    const panel = panelOf(name);
    authorize(request.principal, "READ");
    const picture = url.replace(`/panels/${name}`, `/panels/${name}.png`);
    return panelDescription({ panel, page, url: picture }, await exportPanel(page, panel), hubOrigin, box);
  });
}

/** Path and parameters of an address of this hub. Throws ADDRESS_UNKNOWN for any other. */
function addressOnHub(text: string | null, hubOrigin: string): string {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  if (url?.origin !== hubOrigin) throw addressUnknown();
  return url.pathname + url.search;
}

function panelOf(name: string): Panel {
  const panel = panels.get(name);
  if (!panel) throw addressUnknown();
  return panel;
}

/** A length in pixels; null if none is given. */
const pixelsOf = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;

const addressUnknown = (): HubError =>
  new HubError(
    "ADDRESS_UNKNOWN",
    {
      ko: "url이 이 허브의 임베드나 패널의 주소가 아닙니다.",
      en: "The url is not the address of an embed or a panel of this hub.",
    },
    {
      ko: "/embed/나 /panels/로 시작하는 주소 전체를 url에 주십시오.",
      en: "Set url to the whole address of an embed (/embed/…) or a panel (/panels/…).",
    },
  );

const formatUnknown = (): HubError =>
  new HubError(
    "FORMAT_UNKNOWN",
    { ko: "oEmbed는 JSON으로만 답합니다.", en: "oEmbed is answered as JSON only." },
    { ko: "format=json으로 요청하십시오.", en: "Ask for format=json." },
  );
