import { type Problem, problemsOf } from "../ask.ts";
import { quarterName } from "../drawing/period.ts";
import type { Localized } from "../localized.ts";
import { questionVariables } from "../panels/ask-panel.ts";
import type { Panel } from "../panels/panel.ts";
import { addressOf } from "./address.ts";
import { choicesForm } from "./choices-form.ts";
import { figureTable } from "./figure-table.ts";
import { findingList } from "./findings-view.ts";
import { type Html, html, trusted } from "./html.ts";
import { syntheticMark } from "./layout.ts";
import { problemView, statusOf } from "./problem-view.ts";
import { pictureOnPage, type ShownPanel, showPanel } from "./shown-panel.ts";
import { time } from "./time.ts";
import type { View, Visit } from "./view.ts";

const words = {
  figures: { ko: "수치와 출처", en: "Figures and where they stand" },
  about: { ko: "이 자료에 대하여", en: "About these data" },
  unit: { ko: "단위", en: "Unit" },
  kind: { ko: "자료 구분", en: "Kind of data" },
  real: { ko: "실제 지방자치단체 자료", en: "Of a real municipality" },
  synthetic: { ko: "합성 데이터(실제 지방자치단체가 아님)", en: "Synthetic (no real municipality)" },
  release: { ko: "공표 회차", en: "Release" },
  document: { ko: "원본 문서", en: "Document" },
  warnings: { ko: "문서에서 발견된 경고", en: "Warnings about the document" },
  findings: { ko: "발견 사항", en: "Findings" },
  allFindings: { ko: "건 모두 보기", en: " in all" },
  take: { ko: "내려받기·질의", en: "Take it away, or ask" },
  picture: { ko: "그림(SVG)", en: "Picture (SVG)" },
  question: { ko: "GraphiQL에서 이 질의 열기", en: "Open the question in GraphiQL" },
} satisfies Record<string, Localized>;

/** A panel as a page: choices, picture, what it says, table, origin. */
export async function panelView(visit: Visit, panel: Panel): Promise<View> {
  const { language } = visit;
  const refused = (status: number, problems: Problem[]) => ({
    status,
    body: problemView(problems, language),
  });
  const shown = showPanel(visit, panel).then(
    (found) =>
      "table" in found ? { status: 200, body: panelBody(visit, panel, found) } : refused(404, [found]),
    (error) => refused(statusOf(error), problemsOf(error)),
  );
  const [form, { status, body }] = await Promise.all([choicesForm(visit, panel), shown]);
  return {
    status,
    title: panel.title[language],
    content: html`<h1>${panel.title[language]}</h1><p class="lead">${panel.description[language]}</p>${form}${body}`,
  };
}

function panelBody({ language, choice }: Visit, panel: Panel, shown: ShownPanel): Html {
  const { table, subject, synthetic, finding } = shown;
  const say = (text: Localized) => text[language];
  const choices = Object.fromEntries(Object.keys(panel.variables).map((name) => [name, choice(name)]));
  const question = new URLSearchParams({
    query: panel.question,
    variables: JSON.stringify(questionVariables(panel, choice)),
  });
  return html`<section aria-labelledby="subject">
<h2 id="subject">${subject.code} ${subject.title} ${syntheticMark(synthetic, language)}</h2>
<p class="quiet">${subject.municipality.name}${subject.department && ` · ${subject.department.name}`} · ${say(quarterName(table.quarter))}</p>
<figure>
<figcaption>${finding}</figcaption>
<div class="picture wide">${trusted(pictureOnPage(shown, 1120, language))}</div>
<div class="picture narrow">${trusted(pictureOnPage(shown, 400, language))}</div>
</figure></section>
<section aria-labelledby="figures"><h2 id="figures">${say(words.figures)}</h2>${figureTable(table, language)}</section>
<section aria-labelledby="about"><h2 id="about">${say(words.about)}</h2>
<dl class="facts">
<div><dt>${say(words.unit)}</dt><dd>${say(table.unit)}</dd></div>
<div><dt>${say(words.kind)}</dt><dd>${say(synthetic ? words.synthetic : words.real)}</dd></div>
${originFacts(shown, say, language)}
<div><dt>${say(words.take)}</dt><dd>
<a href="${addressOf(`/panels/${panel.name}.svg`, language, choices)}">${say(words.picture)}</a> ·
<a href="/graphql?${question.toString()}">${say(words.question)}</a></dd></div>
</dl></section>`;
}

const originFacts = (
  { origins }: ShownPanel,
  say: (text: Localized) => string,
  language: "ko" | "en",
): Html[] =>
  origins.map(({ name, url, release, findings }) => {
    const warnings = findings.filter(({ severity }) => severity !== "NOTE");
    const address = addressOf(url, language);
    return html`<div><dt>${say(words.release)}</dt>
<dd>${release.number} (${time(release.publishedAt, language)})${release.reason && ` · ${release.reason}`}</dd></div>
<div><dt>${say(words.document)}</dt><dd><a href="${address}">${name}</a></dd></div>
${warnings.length > 0 && html`<div><dt>${say(words.warnings)}</dt><dd>${findingList(warnings, language)}</dd></div>`}
<div><dt>${say(words.findings)}</dt><dd><a href="${address}">${findings.length}${say(words.allFindings)}</a></dd></div>`;
  });
