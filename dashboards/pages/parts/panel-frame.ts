import type { LanguageCode } from "../../../schema/core/localized.ts";
import { quarterName } from "../../../schema/core/scalars/quarter.ts";
import { type Problem, problemsOf } from "../../ask.ts";
import { type Html, html, trusted } from "../../markup/html.ts";
import { hasFigures } from "../../panel-table/has-figures.ts";
import { summaryFinding } from "../../panel-table/panel-caption.ts";
import type { Sheet } from "../../panel-table/panel-table.ts";
import { askPanel, type Choices } from "../../panels/ask-panel.ts";
import { isOfDocument, type Panel } from "../../panels/panel.ts";
import { choose } from "../../panels/resolve-variables.ts";
import { noMunicipality } from "../../panels/variables.ts";
import type { Origin } from "../../report-panel/cited-documents.ts";
import { figureTable } from "../../report-panel/figure-table.ts";
import { pictureOnPage, type ShownPanel, showPanel } from "../../report-panel/show-report-panel.ts";
import type { Visit } from "../page-request.ts";
import { sheetTable } from "./html-table.ts";
import { syntheticMark } from "./layout.ts";
import { problemView, statusOf, statusOfChoices } from "./problem-view.ts";
import { askSheet, coverageLine, pictureOfSheet, sourceParts } from "./show-panel-table.ts";
import { choicesForm } from "./variables-form.ts";

const words = { table: { ko: "표로 보기", en: "As a table" }, unit: { ko: "단위", en: "Unit" } };

/** A panel alone: the form for what the reader may change, and what the panel shows or why it cannot. */
export interface PanelFrame extends ShownFrame {
  form: Html | null;
  /** The choices that hold, and what is wrong with those that do not. */
  choice: Choices;
  problems: Problem[];
}

/** What a panel shows, or why it cannot, with the HTTP status for that. */
export interface ShownFrame {
  status: number;
  body: Html;
  /** Whether nobody has reported what it would show. */
  isSilent: boolean;
  /** The documents that its figures stand in; left out for figures that the hub counts. */
  documents?: Origin[];
}

/** How much room a panel has. */
export interface FrameLayout {
  /** Of its picture where the window is wide, in CSS pixels. */
  width: number;
  /** Whether its table is open from the start. */
  tableOpen: boolean;
}

/** A panel alone, for a page of its own or a frame in another. `mayChange` names variables. Never rejects. */
export async function panelFrame(
  visit: Visit,
  panel: Panel,
  mayChange: readonly string[],
  layout: FrameLayout,
): Promise<PanelFrame> {
  const { chosen, choice, problems } = await choose(visit, panel.variables);
  const offered = Object.fromEntries(Object.entries(chosen).filter(([name]) => mayChange.includes(name)));
  const [path = ""] = visit.address.split("?");
  const isOffered = mayChange.length > 0 && !problems.includes(noMunicipality);
  const form = isOffered ? choicesForm(offered, path, visit.language) : null;
  if (problems.length > 0)
    return { form, choice, problems, ...refusedFrame(statusOfChoices(problems), problems, visit.language) };
  return { form, choice, problems, ...(await chosenFrame({ ...visit, choice }, panel, layout)) };
}

/** What a panel shows for choices that stand, or why it cannot. Never rejects. */
export async function chosenFrame(visit: Visit, panel: Panel, layout: FrameLayout): Promise<ShownFrame> {
  const { language } = visit;
  try {
    if (isOfDocument(panel)) {
      const shown = await showPanel(visit, panel, await askPanel(visit, panel));
      return "table" in shown
        ? {
            status: 200,
            body: documentFrame(visit, shown, layout),
            isSilent: false,
            documents: shown.origins,
          }
        : refusedFrame(404, [shown], language);
    }
    const sheet = await askSheet(visit, panel);
    return "rows" in sheet
      ? { status: 200, body: sheetFrame(sheet, layout), isSilent: !hasFigures(sheet) }
      : refusedFrame(404, [sheet], language);
  } catch (error) {
    return refusedFrame(statusOf(error), problemsOf(error), language);
  }
}

/** Why a panel cannot be shown, in its place. */
export const refusedFrame = (status: number, problems: Problem[], language: LanguageCode): ShownFrame => ({
  status,
  body: problemView(problems, language),
  isSilent: problems.every(({ code }) => code === "NOT_REPORTED"),
});

const pictures = (wide: string, narrow: string): Html => html`<div class="picture wide">${trusted(wide)}</div>
<div class="picture narrow">${trusted(narrow)}</div>`;

function documentFrame({ language }: Visit, shown: ShownPanel, { tableOpen }: FrameLayout): Html {
  const { table, subject, synthetic, finding } = shown;
  return html`<h2 id="subject">${subject.code} ${subject.title} ${syntheticMark(synthetic, language)}</h2>
<p class="quiet">${subject.municipality.name}${subject.department && ` · ${subject.department.name}`} · ${quarterName(table.quarter)[language]} · ${words.unit[language]}: ${table.unit[language]}${shown.asKnown && ` · ${shown.asKnown}`}</p>
<figure><figcaption>${finding}</figcaption>
${pictures(pictureOnPage(shown, 1040, language), pictureOnPage(shown, 350, language))}</figure>
<details${tableOpen && html` open`}><summary id="figures">${words.table[language]}</summary>${figureTable(table, language)}</details>`;
}

function sheetFrame(sheet: Sheet, { width, tableOpen }: FrameLayout): Html {
  const { panel, language, origin } = sheet;
  // Axes without a mark say nothing that the sentence does not say; large figures say in words what is missing.
  const isDrawn = panel.chart.kind === "stats" || hasFigures(sheet);
  const wide = isDrawn ? pictureOfSheet(sheet, width, false) : null;
  const narrow = isDrawn ? pictureOfSheet(sheet, 320, false) : null;
  const coverage = coverageLine(sheet);
  const id = `table-${panel.name}`;
  const table = sheetTable(sheet, id);
  return html`<figure data-panel="${panel.name}">
<figcaption>${summaryFinding(sheet)}</figcaption>
${coverage && html`<p class="coverage">${coverage}</p>`}
${wide !== null && narrow !== null && pictures(wide, narrow)}
<div class="foot"><p class="quiet">${sourceParts(sheet).map((part, at) => html`${at > 0 && " · "}<span class="short">${part}</span>`)}</p> ${syntheticMark(origin.synthetic, language)}
${sheet.rows.length === 0 ? null : panel.chart.kind === "table" ? html`<p class="unseen" id="${id}">${panel.title[language]}</p>${table}` : html`<details${tableOpen && html` open`}><summary id="${id}">${words.table[language]}</summary>${table}</details>`}</div>
</figure>`;
}
