import type { Localized } from "../../../schema/core/localized.ts";
import type { Panel } from "../../../schema/panels/panel.ts";
import { citationView } from "../../citation/citation-view.ts";
import { citedPanel } from "../../citation/cited-panel.ts";
import { downloads } from "../../downloads/downloads.ts";
import { findingList } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import { questionVariables, type VariableValues } from "../../panels/ask-panel.ts";
import type { CitedDocument } from "../../report-panel/cited-documents.ts";
import type { PageRequest, View } from "../page-request.ts";
import { panelFrame } from "../parts/panel-frame.ts";

const labels = {
  about: { ko: "이 자료에 대하여", en: "About these data" },
  release: { ko: "공표 회차", en: "Release" },
  document: { ko: "원본 문서", en: "Document" },
  warnings: { ko: "문서에서 발견된 경고", en: "Warnings about the document" },
  findings: { ko: "발견 사항", en: "Findings" },
  allFindings: { ko: "건 모두 보기", en: " in all" },
  take: { ko: "내려받기·질의", en: "Take it away, or ask" },
  embed: { ko: "퍼가기", en: "Embed in another page" },
  question: { ko: "GraphiQL에서 이 질의 열기", en: "Open the question in GraphiQL" },
} satisfies Record<string, Localized>;

/** A panel as a page: choices, picture, what it says, table, origin, and all forms to take it away in. */
export async function panelView(page: PageRequest, panel: Panel): Promise<View> {
  const { language } = page;
  const { status, form, body, choice, problems, documents, provenance } = await panelFrame(
    page,
    panel,
    Object.keys(panel.variables),
    { width: 1040, tableOpen: true },
  );
  return {
    status,
    title: panel.title[language],
    content: html`<h1>${panel.title[language]}</h1><p class="lead">${panel.description[language]}</p>${form}
<section class="panel">${body}</section>
${
  status === 200 &&
  problems.length === 0 &&
  html`<section aria-labelledby="about"><h2 id="about">${labels.about[language]}</h2>
<dl class="facts">${documents ? factsOf(documents, page) : null}
<div><dt>${labels.take[language]}</dt><dd>${takeAway(page, panel, choice)}</dd></div>
</dl>${provenance && citationView(citedPanel(panel, choice, provenance), page)}</section>`
}`,
  };
}

function takeAway({ language }: PageRequest, panel: Panel, choice: VariableValues): Html {
  const choices = Object.fromEntries(Object.keys(panel.variables).map((name) => [name, choice(name)]));
  const question = new URLSearchParams({
    query: panel.question,
    variables: JSON.stringify(questionVariables(panel.variables, choice)),
  });
  const offered = Object.entries(downloads).filter(([, { of }]) => of(panel));
  return html`${offered.map(([ending, { name }]) => html`<a href="${addressOf(`/panels/${panel.name}.${ending}`, language, choices)}">${name[language]}</a> · `)}
<a href="/graphql?${question.toString()}">${labels.question[language]}</a> ·
<a class="embed-link" href="${addressOf(`/panels/${panel.name}/embed`, language, choices)}">${labels.embed[language]}</a>`;
}

/** The documents that the figures stand in, each with its release and its warnings. */
const factsOf = (documents: CitedDocument[], { language }: PageRequest): Html[] =>
  documents.map(({ name, url, release, findings }) => {
    const warnings = findings.filter(({ severity }) => severity !== "NOTE");
    const address = addressOf(url, language);
    return html`<div><dt>${labels.release[language]}</dt>
<dd>${release.number} (${time(release.publishedAt, language)})${release.reason && ` · ${release.reason}`}</dd></div>
<div><dt>${labels.document[language]}</dt><dd><a href="${address}">${name}</a></dd></div>
${warnings.length > 0 && html`<div><dt>${labels.warnings[language]}</dt><dd>${findingList(warnings, language)}</dd></div>`}
<div><dt>${labels.findings[language]}</dt><dd><a href="${address}">${findings.length}${labels.allFindings[language]}</a></dd></div>`;
  });
