import { type Problem, problemsOf } from "../ask.ts";
import { quarterName } from "../drawing/period.ts";
import type { Panel } from "../panels/panel.ts";
import { choicesForm } from "./choices-form.ts";
import { figureTable } from "./figure-table.ts";
import { type Html, html, trusted } from "./html.ts";
import { syntheticMark } from "./layout.ts";
import { problemView, statusOf } from "./problem-view.ts";
import { pictureOnPage, type ShownPanel, showPanel } from "./shown-panel.ts";
import type { View, Visit } from "./view.ts";

/** A panel alone, for a frame in another page: its picture, what it says, its table, and where it is from. */
export async function embedView(visit: Visit, panel: Panel, mayChange: readonly string[]): Promise<View> {
  const refused = (status: number, problems: Problem[]) => ({
    status,
    body: problemView(problems, visit.language),
  });
  const shown = showPanel(visit, panel).then(
    (found) => ("table" in found ? { status: 200, body: panelAlone(visit, found) } : refused(404, [found])),
    (error: unknown) => refused(statusOf(error), problemsOf(error)),
  );
  const form = mayChange.length > 0 ? choicesForm(visit, panel, mayChange) : null;
  const [choices, { status, body }] = await Promise.all([form, shown]);
  const title = panel.title[visit.language];
  return { status, title, content: html`<h1>${title}</h1>${choices}${body}` };
}

const words = {
  figures: { ko: "수치와 출처", en: "Figures and where they stand" },
  release: { ko: "공표 회차", en: "Release" },
  unit: { ko: "단위", en: "Unit" },
};

function panelAlone({ language }: Visit, shown: ShownPanel): Html {
  const { table, subject, synthetic, finding, origins } = shown;
  const from = origins.map(({ name, release }) => `${name} (${words.release[language]} ${release.number})`);
  return html`<h2>${subject.code} ${subject.title} ${syntheticMark(synthetic, language)}</h2>
<p class="quiet">${subject.municipality.name} · ${quarterName(table.quarter)[language]}</p>
<figure>
<figcaption>${finding}</figcaption>
<div class="picture wide">${trusted(pictureOnPage(shown, 1120, language))}</div>
<div class="picture narrow">${trusted(pictureOnPage(shown, 400, language))}</div>
</figure>
<p class="quiet">${words.unit[language]}: ${table.unit[language]} · ${from.join(", ")}</p>
<details><summary id="figures">${words.figures[language]}</summary>${figureTable(table, language)}</details>`;
}

/** The document of a frame. Its links open beside the page that frames it; its script only tells the height. */
export function embedDocument({ language }: Visit, { title, content }: View): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<base target="_blank">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/embed.css">
<script src="/assets/embed.js" defer></script>
</head>
<body><main class="embed">${content}</main></body>
</html>
`.text;
}
