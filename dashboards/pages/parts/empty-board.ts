import type { Board } from "../../boards/board.ts";
import { variablesOf } from "../../boards/board.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { hasFigures } from "../../panel-table/has-figures.ts";
import type { Option } from "../../panels/ask-panel.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import type { PageRequest } from "../page-request.ts";
import { askPanelTable } from "./show-panel-table.ts";

/** No more municipalities than this are tried. */
const tried = 30;

const labels = {
  where: { ko: "수치가 있는 지방자치단체", en: "Municipalities with figures" },
  nowhere: {
    ko: "수치가 있는 지방자치단체가 아직 없습니다. 자료를 가져오면(hub import) 여기에 보입니다.",
    en: "No municipality has figures for it yet; what is imported (hub import) shows here.",
  },
};

/** Says that a municipality has nothing for the figures of a board, and leads to those that have. */
export async function emptyBoard(page: PageRequest, board: Board, resolved: Option): Promise<Html> {
  const { language } = page;
  const others = await withFigures(page, board, resolved.value);
  const links = others.map(
    ({ value, text }) =>
      html`<li><a href="${addressOf(`/dashboards/${board.name}`, language, { municipality: value })}">${text}</a></li>`,
  );
  const sentence = {
    ko: `${resolved.text}에서 ‘${board.title.ko}’의 수치를 보고한 자료가 아직 없습니다.`,
    en: `Nothing that ${resolved.text} reported so far has figures for “${board.title.en}”.`,
  };
  return html`<section class="silent"><p><strong>${sentence[language]}</strong></p>
${others.length > 0 ? html`<p id="elsewhere">${labels.where[language]}</p><ul aria-labelledby="elsewhere">${links}</ul>` : html`<p>${labels.nowhere[language]}</p>`}
</section>`;
}

/** The other municipalities for which the first panel of a board, the one for ten seconds, has figures. */
async function withFigures(page: PageRequest, board: Board, but: string): Promise<Option[]> {
  const variables = variablesOf(board);
  const elsewhere = (municipality: string): PageRequest => ({
    ...page,
    choice: (name) => (name === "municipality" ? municipality : null),
  });
  const { resolved } = await resolveVariables(page, variables);
  const options = (resolved.municipality?.options ?? []).filter(({ value }) => value !== but).slice(0, tried);
  const elsewhereOptions = await Promise.all(
    options.map(async (option) => {
      const there = elsewhere(option.value);
      const { choice } = await resolveVariables(there, variables);
      const table = await askPanelTable({ ...there, choice }, board.panels[0]!.panel).catch(() => null);
      return table && "rows" in table && hasFigures(table)
        ? [labelled(option, table.provenance.synthetic, page)]
        : [];
    }),
  );
  return elsewhereOptions.flat();
}

const labelled = ({ value, text }: Option, synthetic: boolean, { language }: PageRequest): Option => ({
  value,
  text: synthetic ? `${text} (${language === "ko" ? "합성 데이터" : "synthetic data"})` : text,
});
