import type { LanguageCode, Localized } from "../../../schema/core/localized.ts";
import { kindsOfData } from "../../../schema/panels/columns.ts";
import { boards } from "../../boards/boards.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";

/** A page: what it is called, what it shows, and where its twin in the other language is. */
export interface Page {
  language: LanguageCode;
  /** Address of this page with its choices and without `lang`. */
  address: string;
  title: string;
  content: Html;
  refresh?: { seconds: number; address: string };
}

const labels = {
  hub: { ko: "공약 데이터 허브", en: "Pledge Data Hub" },
  skip: { ko: "본문 바로가기", en: "Skip to content" },
  other: { ko: "English", en: "한국어" },
  navigation: { ko: "주 메뉴", en: "Main menu" },
  home: { ko: "현황", en: "Overview" },
  documents: { ko: "문서", en: "Documents" },
  ask: { ko: "질의하기", en: "Ask" },
  measures: { ko: "척도와 질문", en: "Measures" },
  embeds: { ko: "만든 임베드", en: "Embeds" },
  signIn: { ko: "로그인·로그아웃", en: "Sign in or out" },
  footer: {
    ko: "모든 수치는 원본 문서의 줄로 이어집니다. 미보고는 0이 아닙니다.",
    en: "Every figure leads to its line in a document. What is not reported is not 0.",
  },
} satisfies Record<string, Localized>;

/** A page of the hub, whole, to be sent. */
export function layout({ language, address, title, content, refresh }: Page): string {
  const say = (text: Localized) => text[language];
  const other: LanguageCode = language === "ko" ? "en" : "ko";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? html`<meta http-equiv="refresh" content="${refresh.seconds};url=${refresh.address}">` : null}
<title>${title} | ${say(labels.hub)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/tokens.css">
<link rel="stylesheet" href="/assets/hub.css">
<script src="/assets/hub.js" defer></script>
</head>
<body${refresh ? html` class="kiosk"` : null}>
<a class="skip" href="#content">${say(labels.skip)}</a>
<header class="top"><div class="width">
<a class="name" href="${addressOf("/", language)}">${say(labels.hub)}</a>
<nav aria-label="${say(labels.navigation)}">
<a href="${addressOf("/", language)}">${say(labels.home)}</a>
${[...boards.values()].map(({ name, title }) => html`<a href="${addressOf(`/dashboards/${name}`, language)}">${say(title)}</a>`)}
<a href="${addressOf("/documents", language)}">${say(labels.documents)}</a>
<a href="/graphql">${say(labels.ask)}</a>
<a href="${addressOf(address, other)}" lang="${other}" hreflang="${other}">${say(labels.other)}</a>
</nav>
</div></header>
<main id="content" class="width" tabindex="-1">
${content}
</main>
<footer class="bottom"><div class="width">${say(labels.footer)}
<a href="${addressOf("/measures", language)}">${say(labels.measures)}</a> · <a href="${addressOf("/embeds", language)}">${say(labels.embeds)}</a> · <a href="${addressOf("/sign-in", language)}">${say(labels.signIn)}</a></div></footer>
</body>
</html>
`.text;
}

/** The mark of data that is not of a real city; nothing for a real one. */
export const syntheticMark = (synthetic: boolean, language: LanguageCode): Html | null =>
  synthetic ? html`<span class="badge synthetic">${kindsOfData.true[language]}</span>` : null;
