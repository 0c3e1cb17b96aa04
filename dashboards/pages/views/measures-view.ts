import type { LanguageCode, Localized } from "../../../schema/core/localized.ts";
import { contains, searchOf } from "../../../schema/core/search-words.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageRequest, View } from "../page-request.ts";

const labels = {
  title: { ko: "척도와 질문", en: "Measures" },
  lead: {
    ko: "허브에 물을 수 있는 척도입니다. 무엇을 어떻게 세는지, 언제 값이 없는지, 무엇으로 묶을 수 있는지 적었습니다.",
    en: "What the hub can be asked: how each measure is counted, when it has no value, and what it can be grouped by.",
  },
  search: { ko: "찾을 말", en: "Search" },
  find: { ko: "찾기", en: "Find" },
  none: { ko: "그런 말이 든 것이 없습니다.", en: "Nothing contains these words." },
  measure: { ko: "척도", en: "Measure" },
  formula: { ko: "셈", en: "Formula" },
  unit: { ko: "단위", en: "Unit" },
  absent: { ko: "값이 없을 때", en: "Without a value" },
  always: { ko: "늘 있음", en: "Never" },
  definedBy: { ko: "근거", en: "Defined by" },
  hub: { ko: "허브의 정의", en: "The hub" },
  example: { ko: "예시 질의", en: "Example" },
  keys: { ko: "묶는 키", en: "Keys" },
  documentation: { ko: "스키마의 설명", en: "In the schema" },
} satisfies Record<string, Localized>;

const question = `query Measures($language: Language!, $search: String) {
  measures(search: $search) {
    query field name(language: $language) formula(language: $language) unitName(language: $language)
    basis(language: $language) absent(language: $language) definedBy(language: $language) example
    dimensions { key name(language: $language) }
  }
}`;

const documentation = `query Documentation {
  __schema { types { name description fields { name description } inputFields { name description } enumValues { name description } } }
}`;

interface Measure extends Record<string, unknown> {
  query: string;
  field: string;
  name: string;
  formula: string;
  unitName: string;
  basis: string;
  absent: string | null;
  definedBy: string | null;
  example: string;
  dimensions: { key: string; name: string }[];
}

interface Described {
  name: string;
  description: string | null;
}

interface DescribedType extends Described {
  fields: Described[] | null;
  inputFields: Described[] | null;
  enumValues: Described[] | null;
}

/** Number of places in the schema that a search shows. */
const mostPlaces = 50;

/** Every measure with its definition and a query that runs, or those that contain the words of `q`. */
export async function measuresView({ ask, choice, language }: PageRequest): Promise<View> {
  const search = choice("q");
  const { measures } = (await ask(question, { language: language.toUpperCase(), search })) as {
    measures: Measure[];
  };
  const places = search === null ? [] : await placesOf(search, { ask });
  const queries = [...new Set(measures.map(({ query }) => query))];
  const nothing = measures.length + places.length === 0;
  return {
    status: 200,
    title: labels.title[language],
    content: html`<h1>${labels.title[language]}</h1><p class="lead">${labels.lead[language]}</p>
<form class="choices" action="/measures"><label><span>${labels.search[language]}</span><input name="q" value="${search ?? ""}"></label>
${language === "en" && html`<input type="hidden" name="lang" value="en">`}<button>${labels.find[language]}</button></form>
${nothing && html`<p>${labels.none[language]}</p>`}
${queries.map((name) =>
  summarySection(
    name,
    measures.filter(({ query }) => query === name),
    language,
  ),
)}
${places.length > 0 && placesSection(places, language)}`,
  };
}

function summarySection(query: string, listed: Measure[], language: LanguageCode): Html {
  const [{ basis, dimensions }] = listed as [Measure];
  const cell = (measure: Measure) => html`<tr>
<th scope="row">${measure.name} <code>${measure.field}</code></th><td>${measure.formula}</td><td>${measure.unitName}</td>
<td>${measure.absent ?? labels.always[language]}</td><td>${measure.definedBy ?? labels.hub[language]}</td>
<td><a href="/graphql?${new URLSearchParams({ query: measure.example }).toString()}">${labels.example[language]}</a></td></tr>`;
  return html`<section id="${query}"><h2><code>${query}</code></h2><p>${basis}</p>
<p>${labels.keys[language]}: ${dimensions.map(({ key, name }, at) => html`${at > 0 && ", "}<code>${key}</code> ${name}`)}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${query}"><table>
<thead><tr>${(["measure", "formula", "unit", "absent", "definedBy", "example"] as const).map((name) => html`<th scope="col">${labels[name][language]}</th>`)}</tr></thead>
<tbody>${listed.map(cell)}</tbody></table></div></section>`;
}

/** The types and fields of the schema whose description has the words, by name. */
async function placesOf(search: string, { ask }: Pick<PageRequest, "ask">): Promise<Described[]> {
  const { __schema } = (await ask(documentation)) as { __schema: { types: DescribedType[] } };
  const words = searchOf(search);
  return __schema.types
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap(({ name: type, description, fields, inputFields, enumValues }) => [
      { name: type, description },
      ...[...(fields ?? []), ...(inputFields ?? []), ...(enumValues ?? [])].map((one) => ({
        name: type === "Query" ? one.name : `${type}.${one.name}`,
        description: one.description,
      })),
    ])
    .filter(({ name, description }) => contains(`${name} ${description ?? ""}`, words))
    .slice(0, mostPlaces);
}

/** Descriptions have a paragraph for each language, the Korean one first. */
function placesSection(places: Described[], language: LanguageCode): Html {
  const described = ({ description }: Described) => {
    const [korean, english] = (description ?? "").split("\n\n");
    return (language === "en" ? english : korean) ?? "";
  };
  return html`<section><h2>${labels.documentation[language]}</h2>
<dl>${places.map((place) => html`<dt><code>${place.name}</code></dt><dd>${described(place)}</dd>`)}</dl>
<p><a href="${addressOf("/schema.graphql", "ko")}">schema.graphql</a></p></section>`;
}
