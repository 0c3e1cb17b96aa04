import type { SummaryPanel } from "../../../schema/panels/panel.ts";
import type { Provenance } from "../../../schema/panels/provenance.ts";
import { noMunicipality } from "../../../schema/panels/variables.ts";
import { type Board, variablesOf } from "../../boards/board.ts";
import { citationView } from "../../citation/citation-view.ts";
import { citedChoices } from "../../citation/cited-panel.ts";
import { html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { VariableValues } from "../../panels/ask-panel.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import type { PageRequest, View } from "../page-request.ts";
import { emptyBoard } from "../parts/empty-board.ts";
import { kioskAddress, kioskOf } from "../parts/kiosk.ts";
import { refusedFrame, resolvedFrame, type ShownFrame } from "../parts/panel-frame.ts";
import { problemView, statusOfChoices } from "../parts/problem-view.ts";
import { choicesForm } from "../parts/variables-form.ts";

const labels = {
  open: { ko: "자세히·내려받기", en: "Details and downloads" },
  empty: { ko: "보일 내용이 없는 항목", en: "Nothing to show" },
  kiosk: { ko: "벽면 전체 화면", en: "Full screen for a wall" },
};

/** Of pictures, where the window is wide, in CSS pixels: what they have room for where it is just wide enough. */
const widths = { full: 1000, half: 460 };

/** A dashboard as a page. A panel that cannot be shown says why in its own place. */
export async function boardView(page: PageRequest, board: Board): Promise<View> {
  const { language } = page;
  const { resolved, choice, problems } = await resolveVariables(page, variablesOf(board));
  const kiosk = kioskOf(page, board);
  const placed = kiosk?.panels ?? board.panels;
  const frames = await Promise.all(
    placed.map(({ panel, width }) => {
      const wrong = Object.keys(panel.variables).flatMap((name) => resolved[name]?.problem ?? []);
      if (wrong.length > 0) return refusedFrame(statusOfChoices(wrong), wrong, language);
      return resolvedFrame({ ...page, choice }, panel, { width: widths[width], tableOpen: false });
    }),
  );
  const isEmptyHub = problems.includes(noMunicipality);
  const isWrong = isEmptyHub || (problems.length > 0 && frames.every(({ status }) => status !== 200));
  // A department without figures says so in the place of each panel; here it is the municipality that has none.
  const hasNoData = frames[0] && frames[0].noData !== null && !choice("department") && !choice("asOf");
  const municipality = resolved.municipality?.options?.find(({ value }) => value === choice("municipality"));
  const notice = hasNoData && municipality ? await emptyBoard(page, board, municipality) : null;
  // A card without a figure is in the way of those that have some: it is a line below. A wall has room for it.
  const isLine = ({ noData }: ShownFrame) => noData !== null && (notice !== null || !kiosk);
  const lines = placed.flatMap(({ panel }, at) => {
    const noData = frames[at]?.noData ?? null;
    if (notice || kiosk || isWrong || noData === null) return [];
    return html`<section class="line" aria-labelledby="${panel.name}"><h3 id="${panel.name}"><a href="${pageOf(panel, choice, page)}">${panel.title[language]}</a></h3><p>${noData}</p></section>`;
  });
  const panels = placed.map(({ panel, width }, at) => {
    const frame = frames[at];
    // What is wrong for all of them is told once, below the choices.
    if (!frame || isWrong || isLine(frame)) return null;
    return html`<section class="panel ${width}" aria-labelledby="${panel.name}">
<div class="head"><h2 id="${panel.name}">${panel.title[language]}</h2>
<a class="take" href="${pageOf(panel, choice, page)}">${labels.open[language]}<span class="unseen"> ${panel.title[language]}</span></a></div>
<p class="quiet">${panel.description[language]}</p>${frame.body}</section>`;
  });
  const provenance = isWrong ? null : commonProvenance(frames);
  return {
    status: problems.length > 0 ? statusOfChoices(problems) : 200,
    title: board.title[language],
    ...(kiosk && { refresh: kiosk }),
    content: html`<h1>${board.title[language]}</h1><p class="lead">${board.description[language]}</p>
${!isEmptyHub && choicesForm(resolved, `/dashboards/${board.name}`, language)}
${problems.length > 0 && problemView(problems, language)}${notice}
<div class="board">${panels}</div>
${lines.length > 0 && html`<section class="empty" aria-labelledby="empty"><h2 id="empty">${labels.empty[language]}</h2>${lines}</section>`}
${!kiosk && provenance && citationView(citedChoices({ path: `/dashboards/${board.name}`, title: board.title, variables: variablesOf(board) }, choice, provenance), page)}
<p class="take"><a href="${kioskAddress(page, board)}">${labels.kiosk[language]}</a></p>`,
  };
}

/** Of which release all panels are; null if one was published while they were asked, or they have none. */
function commonProvenance(frames: readonly ShownFrame[]): Provenance | null {
  const shown = frames.flatMap(({ provenance }) => provenance ?? []);
  const [first = null] = shown;
  return shown.every(({ release }) => release?.number === first?.release?.number) ? first : null;
}

function pageOf(panel: SummaryPanel, choice: VariableValues, { language }: PageRequest): string {
  const choices = Object.keys(panel.variables).map((name) => [name, choice(name)] as const);
  return addressOf(`/panels/${panel.name}`, language, Object.fromEntries(choices));
}
