import type { Panel } from "../../schema/panels/panel.ts";
import { html } from "../markup/html.ts";
import type { PageRequest, View } from "../pages/page-request.ts";
import { panelFrame } from "../pages/parts/panel-frame.ts";

/** A panel alone, for a frame in another page: its picture, what it says, its table, and where it is from. */
export async function embedView(
  page: PageRequest,
  panel: Panel,
  mayChange: readonly string[],
): Promise<View> {
  const { status, form, body } = await panelFrame(page, panel, mayChange, { width: 760, tableOpen: false });
  const title = panel.title[page.language];
  return { status, title, content: html`<h1>${title}</h1>${form}${body}` };
}

/**
 * The document of a frame. Its links open beside the page that frames it; its script only sends the height.
 * It is light
 * unless its address asks for another `theme`, for the page around it may be light where the viewer's system is dark.
 * `description` is the address of its oEmbed description; null without one.
 */
export function embedDocument(
  { language, choice }: PageRequest,
  { title, content }: View,
  description: string | null,
): string {
  const theme = choice("theme") ?? "light";
  return html`<!doctype html>
<html lang="${language}"${theme !== "auto" && html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<base target="_blank">
${description && html`<link rel="alternate" type="application/json+oembed" href="${description}" title="${title}">`}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/embed.css">
<script src="/assets/embed.js" defer></script>
</head>
<body><main class="embed">${content}</main></body>
</html>
`.text;
}
