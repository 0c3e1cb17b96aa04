import type { Problem } from "../../schema/core/problem.ts";
import type { Panel } from "../../schema/panels/panel.ts";
import { type Html, html } from "../markup/html.ts";
import { addressOf } from "../markup/hub-address.ts";
import type { PageRequest, View } from "../pages/page-request.ts";
import { problemView, statusOfChoices } from "../pages/parts/problem-view.ts";
import { wordsFor } from "../pages/parts/variables-form.ts";
import { type ResolvedVariable, resolveVariables } from "../panels/resolve-variables.ts";

/** What somebody wrote into the form, to stand there again where it was refused. */
export interface EmbedWish {
  mayChange: string[];
  origins: string;
  expires: string;
}

/** An embed that was made. */
export interface MadeEmbed {
  id: string;
  url: string;
  snippet: string;
}

const labels = {
  title: { ko: "퍼가기", en: "Embed" },
  lead: {
    ko: "이 패널을 다른 기관의 화면에 넣을 코드를 만듭니다. 분석가의 토큰이 있어야 합니다.",
    en: "Makes the code that shows this panel in another page. It takes the token of an analyst.",
  },
  values: { ko: "보일 값", en: "What it shows" },
  other: { ko: "패널에서 다른 값 고르기", en: "Choose other values on the panel" },
  mayChange: { ko: "보는 이가 바꿀 수 있음", en: "a viewer may change it" },
  origins: { ko: "넣을 화면의 출처(한 줄에 하나)", en: "Origins of the pages (one a line)" },
  originsHint: {
    ko: "예: https://www.example.go.kr — 비우면 그림(SVG, PNG)으로만 씁니다.",
    en: "Such as https://www.example.go.kr — left blank it is for pictures (SVG, PNG) only.",
  },
  expires: { ko: "끝나는 날(비우면 거둘 때까지)", en: "Last day (left blank: until revoked)" },
  language: { ko: "틀의 언어", en: "Language of the frame" },
  script: { ko: "높이를 맞추는 방법", en: "How the page adjusts the height" },
  token: { ko: "분석가의 토큰", en: "Token of an analyst" },
  make: { ko: "코드 만들기", en: "Make the code" },
  made: { ko: "아래 코드를 화면에 붙여 넣으십시오", en: "Paste this into the page" },
  address: { ko: "주소", en: "Address" },
  pictures: { ko: "틀을 못 쓰는 곳에는 그림", en: "Pictures, where no frame is allowed" },
  list: { ko: "만든 임베드 보기·거두기", en: "List the embeds that were made, or revoke one" },
  none: { ko: "기본값", en: "default" },
};

/** Ways to adjust the height, by the value of SnippetScript. */
const scripts = {
  INLINE: { ko: "HTML 안의 스크립트", en: "a script in the HTML" },
  FILE: {
    ko: "스크립트 파일(인라인 스크립트를 막은 화면)",
    en: "a script file (for pages that forbid inline scripts)",
  },
  NONE: { ko: "스크립트 없음(틀 안에서 스크롤)", en: "no script (the frame scrolls)" },
};

/** The form that makes an embed of a panel. It works without a script; the token is posted and never shown again. */
export async function embedFormView(
  page: PageRequest,
  panel: Panel,
  { problems = [], wish }: { problems?: Problem[]; wish?: EmbedWish } = {},
): Promise<View> {
  const { language } = page;
  const { resolved, choice, problems: unknown } = await resolveVariables(page, panel.variables);
  const choices = Object.fromEntries(Object.keys(panel.variables).map((name) => [name, choice(name)]));
  const all = [...unknown, ...problems];
  const title = `${labels.title[language]}: ${panel.title[language]}`;
  return {
    status: unknown.length > 0 ? statusOfChoices(unknown) : problems.length > 0 ? 400 : 200,
    title,
    content: html`<h1>${title}</h1><p class="lead">${labels.lead[language]}</p>
${all.length > 0 && problemView(all, language)}
<form class="stacked" method="post" action="${addressOf(`/panels/${panel.name}/embed`, language, choices)}">
<fieldset><legend>${labels.values[language]}</legend>
${Object.entries(resolved).map(([name, one]) => valueField(name, one, page, wish))}
<p><a href="${addressOf(`/panels/${panel.name}`, language, choices)}">${labels.other[language]}</a></p></fieldset>
<label><span>${labels.origins[language]}</span><textarea name="origins" rows="3" aria-describedby="origins-hint">${wish?.origins ?? ""}</textarea></label>
<p class="quiet" id="origins-hint">${labels.originsHint[language]}</p>
<label><span>${labels.expires[language]}</span><input type="date" name="expires" value="${wish?.expires ?? ""}"></label>
<label><span>${labels.language[language]}</span><select name="language">
<option value="KO"${language === "ko" && html` selected`}>한국어</option><option value="EN"${language === "en" && html` selected`}>English</option></select></label>
<label><span>${labels.script[language]}</span><select name="script">
${Object.entries(scripts).map(([value, text]) => html`<option value="${value}">${text[language]}</option>`)}</select></label>
<label><span>${labels.token[language]}</span><input type="password" name="token" required autocomplete="current-password"></label>
<button>${labels.make[language]}</button></form>
<p class="take"><a href="${addressOf("/embeds", language)}">${labels.list[language]}</a></p>`,
  };
}

function valueField(
  name: string,
  { variable, value, options }: ResolvedVariable,
  { language }: PageRequest,
  wish?: EmbedWish,
): Html {
  const option = options?.find((one) => one.value === value);
  const text = option ? wordsFor(option, variable) : value;
  const valueText = text ?? variable.all?.[language] ?? labels.none[language];
  const ticked = wish?.mayChange.includes(name) && html` checked`;
  return html`<p class="value"><strong>${variable.label[language]}</strong> ${valueText}
<label><input type="checkbox" name="change" value="${name}"${ticked || null}> <span>${labels.mayChange[language]}<span class="unseen"> (${variable.label[language]})</span></span></label></p>`;
}

/** An embed that was made: the code to paste, and the addresses of its pictures. */
export function embedMadeView({ language }: PageRequest, panel: Panel, { url, snippet }: MadeEmbed): View {
  const title = `${labels.title[language]}: ${panel.title[language]}`;
  const link = (address: string) =>
    html`<a href="${address}">${address.slice(address.lastIndexOf("/embed/")).slice(0, 24)}…${/\.(svg|png)$/.exec(address)?.[0] ?? ""}</a>`;
  return {
    status: 201,
    title,
    content: html`<h1>${title}</h1>
<form class="stacked"><label><span>${labels.made[language]}</span><textarea readonly rows="12" spellcheck="false">${snippet}</textarea></label></form>
<dl class="facts"><div><dt>${labels.address[language]}</dt><dd>${link(url)}</dd></div>
${panel.chart.kind !== "table" && html`<div><dt>${labels.pictures[language]}</dt><dd>${link(`${url}.svg`)} · ${link(`${url}.png`)}</dd></div>`}</dl>
<p class="take"><a href="${addressOf("/embeds", language)}">${labels.list[language]}</a></p>`,
  };
}
