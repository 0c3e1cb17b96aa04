import type { Problem } from "../../schema/core/problem.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { snippetOf } from "../../schema/subjects/embed/snippet.ts";
import type { PanelExport } from "../downloads/export-panel.ts";
import { pixelsPerPixel } from "../drawing/png.ts";
import type { PageAddress } from "../pages/page-request.ts";

/** The largest size that the asking site has room for, in pixels; null if it did not say. */
export interface Box {
  width: number | null;
  height: number | null;
}

/** A panel to describe, the reader's address, and the URL of the frame or picture. */
export interface Described {
  panel: Panel;
  page: PageAddress;
  url: string;
}

/** A description as oEmbed 1.0 defines it. */
export type OEmbed = Readonly<Record<string, string | number>>;

const frameWidth = 760;
const frameHeight = 640;

const hubName = { ko: "공약 데이터 허브", en: "Pledge Data Hub" };

/** What every description has. Sites may keep it for an hour: a revoked embed says so in its frame. */
const base = ({ panel, page: { language } }: Described, hubOrigin: string): OEmbed => ({
  version: "1.0",
  title: panel.title[language],
  provider_name: hubName[language],
  provider_url: hubOrigin,
  cache_age: 3_600,
});

/** An embed as a frame without a script, because sites strip scripts. */
export function embedDescription(described: Described, hubOrigin: string, box: Box): OEmbed {
  const { panel, page, url } = described;
  const width = Math.min(frameWidth, box.width ?? frameWidth);
  const height = Math.min(frameHeight, box.height ?? frameHeight);
  const html = snippetOf({
    url,
    origin: hubOrigin,
    title: panel.title[page.language],
    script: "NONE",
    height,
  });
  return { ...base(described, hubOrigin), type: "rich", html, width, height };
}

/** A panel as its picture; as a link if it has none, is not reported, or the picture is larger than the box. */
export function panelDescription(
  described: Described,
  taken: PanelExport | Problem[],
  hubOrigin: string,
  box: Box,
): OEmbed {
  const svg = Array.isArray(taken) ? null : taken.svg;
  const [width, height] = svg === null ? [null, null] : sizeOf(svg);
  const fits = (length: number | null, limit: number | null) =>
    length !== null && length <= (limit ?? length);
  if (!fits(width, box.width) || !fits(height, box.height))
    return { ...base(described, hubOrigin), type: "link" };
  return { ...base(described, hubOrigin), type: "photo", url: described.url, width: width!, height: height! };
}

/** Width and height of the PNG of an SVG, in pixels. */
const sizeOf = (svg: string): [number | null, number | null] => {
  const length = (name: string) => {
    const text = new RegExp(`^<svg[^>]*? ${name}="([\\d.]+)"`).exec(svg)?.[1];
    return text === undefined ? null : Math.round(Number(text) * pixelsPerPixel);
  };
  return [length("width"), length("height")];
};
