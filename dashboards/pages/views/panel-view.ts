import type { Localized } from "../../../schema/core/localized.ts";
import { downloads } from "../../downloads/downloads.ts";
import { findingList } from "../../markup/finding-list.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import { type Choices, questionVariables } from "../../panels/ask-panel.ts";
import type { Panel } from "../../panels/panel.ts";
import type { Origin } from "../../report-panel/cited-documents.ts";
import type { View, Visit } from "../page-request.ts";
import { panelFrame } from "../parts/panel-frame.ts";

const words = {
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
export async function panelView(visit: Visit, panel: Panel): Promise<View> {
  const { language } = visit;
  const { status, form, body, choice, problems, documents } = await panelFrame(
    visit,
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
  html`<section aria-labelledby="about"><h2 id="about">${words.about[language]}</h2>
<dl class="facts">${documents ? factsOf(documents, visit) : null}
<div><dt>${words.take[language]}</dt><dd>${takeAway(visit, panel, choice)}</dd></div>
</dl></section>`
}`,
  };
}

function takeAway({ language }: Visit, panel: Panel, choice: Choices): Html {
  const choices = Object.fromEntries(Object.keys(panel.variables).map((name) => [name, choice(name)]));
  const question = new URLSearchParams({
    query: panel.question,
    variables: JSON.stringify(questionVariables(panel.variables, choice)),
  });
  const offered = Object.entries(downloads).filter(([, { of }]) => of(panel));
  return html`${offered.map(([ending, { name }]) => html`<a href="${addressOf(`/panels/${panel.name}.${ending}`, language, choices)}">${name[language]}</a> · `)}
<a href="/graphql?${question.toString()}">${words.question[language]}</a> ·
<a class="embed-link" href="${addressOf(`/panels/${panel.name}/embed`, language, choices)}">${words.embed[language]}</a>`;
}

/** The documents that the figures stand in, each with its release and its warnings. */
const factsOf = (documents: Origin[], { language }: Visit): Html[] =>
  documents.map(({ name, url, release, findings }) => {
    const warnings = findings.filter(({ severity }) => severity !== "NOTE");
    const address = addressOf(url, language);
    return html`<div><dt>${words.release[language]}</dt>
<dd>${release.number} (${time(release.publishedAt, language)})${release.reason && ` · ${release.reason}`}</dd></div>
<div><dt>${words.document[language]}</dt><dd><a href="${address}">${name}</a></dd></div>
${warnings.length > 0 && html`<div><dt>${words.warnings[language]}</dt><dd>${findingList(warnings, language)}</dd></div>`}
<div><dt>${words.findings[language]}</dt><dd><a href="${address}">${findings.length}${words.allFindings[language]}</a></dd></div>`;
  });
