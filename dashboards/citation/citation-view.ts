import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import { type Html, html } from "../markup/html.ts";
import { addressOf } from "../markup/hub-address.ts";
import { time } from "../markup/time-element.ts";
import type { PageRequest } from "../pages/page-request.ts";
import { type CitedView, citationOf } from "./citation.ts";

const labels = {
  cite: { ko: "인용하기", en: "Cite this" },
  short: { ko: "짧게", en: "Short" },
  long: { ko: "자세히", en: "Long" },
  address: { ko: "고정 주소", en: "Permanent address" },
  updated: { ko: "마지막 갱신", en: "Last updated" },
  next: { ko: "다음 보고 일정", en: "When the next reports are due" },
} satisfies Record<string, Localized>;

const languages: Record<LanguageCode, string> = { ko: "한국어", en: "English" };

/** How to cite what a page shows, in both languages and as BibTeX; nothing if nothing is published yet. */
export function citationView(cited: CitedView, page: PageRequest): Html | null {
  const { language } = page;
  const other: LanguageCode = language === "ko" ? "en" : "ko";
  const [own, foreign] = [language, other].map((one) => citationOf(cited, page, one));
  if (!own || !foreign) return null;
  const lines = ([one, of]: readonly [LanguageCode, typeof own]) =>
    html`<div lang="${one}"><dt>${languages[one]}, ${labels.short[language]}</dt><dd class="copied">${of.short}</dd></div>
<div lang="${one}"><dt>${languages[one]}, ${labels.long[language]}</dt><dd class="copied">${of.long}</dd></div>`;
  const municipality = addressOf(`/municipalities/${cited.provenance.code}`, language);
  return html`<details class="cite"><summary>${labels.cite[language]}</summary><dl class="facts">
${lines([language, own])}${lines([other, foreign])}
<div><dt>BibTeX</dt><dd><pre class="copied">${own.bibtex}</pre></dd></div>
<div><dt>${labels.address[language]}</dt><dd><a href="${own.address}" rel="bookmark">${own.address}</a></dd></div>
<div><dt>${labels.updated[language]}</dt><dd>${time(own.publishedAt, language)} · <a href="${municipality}#missing">${labels.next[language]}</a></dd></div>
</dl></details>`;
}
