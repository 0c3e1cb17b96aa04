import type { Localized } from "../../../schema/core/localized.ts";
import type { Panel } from "../../../schema/panels/panel.ts";
import { boards } from "../../boards/boards.ts";
import { panels } from "../../boards/panels.ts";
import { html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { PageRequest, View } from "../page-request.ts";

const labels = {
  title: { ko: "모든 패널", en: "All panels" },
  lead: {
    ko: "패널마다 표와 그림을 내려받고, 질의를 열어 보고, 다른 화면에 퍼갈 수 있습니다.",
    en: "Each can be downloaded as a table or a picture, queried again, and embedded in another page.",
  },
  others: { ko: "보고서와 근거", en: "Reports and facts" },
} satisfies Record<string, Localized>;

/** Every panel of the hub, under the dashboard that it stands on. */
export function panelsView({ language }: PageRequest): View {
  const listed = [...boards.values()].map(({ title, panels: onBoard }) => ({
    title,
    panels: onBoard.map(({ panel }): Panel => panel),
  }));
  const onBoards = new Set(listed.flatMap((board) => board.panels));
  const others = [...panels.values()].filter((panel) => !onBoards.has(panel));
  const item = ({ name, title, description }: Panel) =>
    html`<li><a href="${addressOf(`/panels/${name}`, language)}">${title[language]}</a> <span class="quiet">${description[language]}</span></li>`;
  return {
    status: 200,
    title: labels.title[language],
    content: html`<h1>${labels.title[language]}</h1><p class="lead">${labels.lead[language]}</p>
${[...listed, { title: labels.others, panels: others }].map(
  ({ title, panels: ofTitle }) =>
    html`<section><h2>${title[language]}</h2><ul>${ofTitle.map(item)}</ul></section>`,
)}`,
  };
}
