import { type Board, variablesOf } from "../../boards/board.ts";
import { html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import type { Choices } from "../../panels/ask-panel.ts";
import type { SummaryPanel } from "../../panels/panel.ts";
import { choose } from "../../panels/resolve-variables.ts";
import { noMunicipality } from "../../panels/variables.ts";
import type { View, Visit } from "../page-request.ts";
import { silentBoard } from "../parts/empty-board.ts";
import { kioskAddress, kioskOf } from "../parts/kiosk.ts";
import { chosenFrame, refusedFrame } from "../parts/panel-frame.ts";
import { problemView, statusOfChoices } from "../parts/problem-view.ts";
import { choicesForm } from "../parts/variables-form.ts";

const words = {
  open: { ko: "자세히·내려받기", en: "Details and downloads" },
  kiosk: { ko: "벽면 전체 화면", en: "Full screen for a wall" },
};

/** Of pictures, where the window is wide, in CSS pixels: what they have room for where it is just wide enough. */
const widths = { full: 1000, half: 460 };

/** A dashboard as a page. A panel that cannot be shown says why in its own place. */
export async function boardView(visit: Visit, board: Board): Promise<View> {
  const { language } = visit;
  const { chosen, choice, problems } = await choose(visit, variablesOf(board));
  const kiosk = kioskOf(visit, board);
  const shown = kiosk?.panels ?? board.panels;
  const frames = await Promise.all(
    shown.map(({ panel, width }) => {
      const wrong = Object.keys(panel.variables).flatMap((name) => chosen[name]?.problem ?? []);
      if (wrong.length > 0) return refusedFrame(statusOfChoices(wrong), wrong, language);
      return chosenFrame({ ...visit, choice }, panel, { width: widths[width], tableOpen: false });
    }),
  );
  const isEmptyHub = problems.includes(noMunicipality);
  const isWrong = isEmptyHub || (problems.length > 0 && frames.every(({ status }) => status !== 200));
  // A department without figures says so in the place of each panel; here it is the municipality that has none.
  const isSilent = frames[0]?.isSilent === true && !choice("department") && !choice("asOf");
  const municipality = chosen.municipality?.options?.find(({ value }) => value === choice("municipality"));
  const notice = isSilent && municipality ? await silentBoard(visit, board, municipality) : null;
  const panels = shown.map(({ panel, width }, at) => {
    const frame = frames[at];
    // What is wrong for all of them is told once, below the choices.
    if (!frame || isWrong || (notice && frame.isSilent)) return null;
    return html`<section class="panel ${width}" aria-labelledby="${panel.name}">
<div class="head"><h2 id="${panel.name}">${panel.title[language]}</h2>
<a class="take" href="${pageOf(panel, choice, visit)}">${words.open[language]}<span class="unseen"> ${panel.title[language]}</span></a></div>
<p class="quiet">${panel.description[language]}</p>${frame.body}</section>`;
  });
  return {
    status: problems.length > 0 ? statusOfChoices(problems) : 200,
    title: board.title[language],
    ...(kiosk && { refresh: kiosk }),
    content: html`<h1>${board.title[language]}</h1><p class="lead">${board.description[language]}</p>
${!isEmptyHub && choicesForm(chosen, `/dashboards/${board.name}`, language)}
${problems.length > 0 && problemView(problems, language)}${notice}
<div class="board">${panels}</div>
<p class="take"><a href="${kioskAddress(visit, board)}">${words.kiosk[language]}</a></p>`,
  };
}

function pageOf(panel: SummaryPanel, choice: Choices, { language }: Visit): string {
  const choices = Object.keys(panel.variables).map((name) => [name, choice(name)] as const);
  return addressOf(`/panels/${panel.name}`, language, Object.fromEntries(choices));
}
