import type { Localized } from "../../../schema/core/localized.ts";
import type { Problem } from "../../../schema/core/problem.ts";
import { html } from "../../markup/html.ts";
import { asOfNote } from "../../panel-table/as-of-note.ts";
import type { PageRequest, View } from "../page-request.ts";
import { syntheticMark } from "../parts/layout.ts";
import { problemPage } from "../parts/problem-view.ts";
import { standingOf } from "../standing/standing-view.ts";

const kind: Localized = { ko: "지방자치단체", en: "Municipality" };

const unknown: Problem = {
  code: "MUNICIPALITY_UNKNOWN",
  text: {
    ko: "그 시각에 알려진 지방자치단체가 아닙니다.",
    en: "There was no such municipality at the time.",
  },
  remedy: {
    ko: "asOf를 빼고 지금의 자료를 보십시오.",
    en: "Leave out asOf to see what is known now.",
  },
};

/** The page of a municipality: how it stands. */
export async function municipalityView(page: PageRequest, code: string): Promise<View> {
  const { language } = page;
  const standing = await standingOf(page, code);
  if (!standing) return problemPage(404, [unknown], page);
  const asOf = asOfNote(page.choice, language);
  return {
    status: 200,
    title: `${standing.name} (${kind[language]})`,
    content: html`<p class="quiet">${kind[language]} ${code}</p>
<h1>${standing.name} ${syntheticMark(standing.synthetic, language)}</h1>
${asOf && html`<p class="quiet">${asOf}</p>`}${standing.content}`,
  };
}
