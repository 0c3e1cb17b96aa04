import type { Localized } from "../../../schema/core/localized.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageRequest, View } from "../page-request.ts";
import { syntheticMark } from "../parts/layout.ts";

const question = `query SearchPage($text: String!, $municipality: ID, $after: String, $language: Language!) {
  search(text: $text, municipality: $municipality, first: 50, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind: kindName(language: $language) title(language: $language) text url municipality { name synthetic } pledge { title url } source { url } }
  }
}`;

interface Hit {
  kind: string;
  title: string;
  text: string;
  url: string;
  municipality: { name: string; synthetic: boolean } | null;
  pledge: { title: string; url: string } | null;
  source: { url: string } | null;
}

const citiesQuestion = "query Municipalities { municipalities { code name } }";

/** Parameters of the page of search results. */
export const searchParameters = ["q", "municipality", "after"] as const;

const labels = {
  title: { ko: "찾기", en: "Search" },
  text: { ko: "찾을 말", en: "Words" },
  municipality: { ko: "지방자치단체", en: "Municipality" },
  hint: {
    ko: "공약, 보고서의 글·수치·날짜, 부서, 기업, 판매장, 과정, 척도, 패널에서 찾습니다.",
    en: "Searches pledges, the text, figures and dates of reports, departments, enterprises, outlets, courses, measures and panels.",
  },
  none: { ko: "찾은 것이 없습니다.", en: "Nothing was found." },
  more: { ko: "더 보기", en: "More" },
  source: { ko: "출처", en: "Source" },
} satisfies Record<string, Localized>;

/** What contains the words that a reader searches for, best first, each with where it stands. */
export async function searchView({ ask, choice, language }: PageRequest): Promise<View> {
  const text = choice("q");
  const say = (label: Localized) => label[language];
  const { municipalities } = (await ask(citiesQuestion)) as {
    municipalities: { code: string; name: string }[];
  };
  // The hub lists the home municipality first.
  const municipality = choice("municipality") ?? municipalities[0]?.code ?? null;
  const form = html`<h1>${say(labels.title)}</h1><p class="quiet">${say(labels.hint)}</p>
<form class="choices" action="/search" role="search"><label><span>${say(labels.text)}</span><input type="search" name="q" value="${text ?? ""}" required></label>
<label><span>${say(labels.municipality)}</span><select name="municipality">${municipalities.map(({ code, name }) => html`<option value="${code}"${code === municipality && html` selected`}>${name}</option>`)}</select></label>
${language === "en" && html`<input type="hidden" name="lang" value="en">`}<button>${say(labels.title)}</button></form>`;
  if (text === null) return { status: 200, title: say(labels.title), content: form };
  const answer = await ask(question, {
    text,
    municipality,
    after: choice("after"),
    language: language.toUpperCase(),
  });
  const { totalCount, pageInfo, nodes } = answer.search as {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: Hit[];
  };
  const hit = ({ kind, title, text: excerpt, url, municipality: city, pledge, source }: Hit): Html =>
    html`<li class="card"><p class="quiet">${kind}${city && ` · ${city.name}`} ${syntheticMark(city?.synthetic ?? false, language)}</p>
<h2><a href="${addressOf(url, language)}">${title}</a></h2>${excerpt !== title && html`<p>${excerpt}</p>`}
${(pledge && pledge.url !== url) || source ? html`<p class="quiet">${pledge && pledge.url !== url && html`<a href="${addressOf(pledge.url, language)}">${pledge.title}</a> `}${source && html`<a href="${addressOf(source.url, language)}">${say(labels.source)}</a>`}</p>` : null}</li>`;
  const more = addressOf("/search", language, { q: text, municipality, after: pageInfo.endCursor });
  return {
    status: 200,
    title: `${say(labels.title)}: ${text}`,
    content: html`${form}<p role="status">${language === "ko" ? `${totalCount}건` : `${totalCount} results`}</p>
${nodes.length > 0 ? html`<ul class="cards">${nodes.map(hit)}</ul>` : html`<p>${say(labels.none)}</p>`}
${pageInfo.hasNextPage && html`<p><a href="${more}">${say(labels.more)}</a></p>`}`,
  };
}
