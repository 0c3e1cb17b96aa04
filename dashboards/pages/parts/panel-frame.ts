import type { LanguageCode } from "../../../schema/core/localized.ts";
import type { Problem } from "../../../schema/core/problem.ts";
import { quarterName } from "../../../schema/core/scalars/quarter.ts";
import { isOfDocument, type Panel } from "../../../schema/panels/panel.ts";
import { type Provenance, provenanceOf } from "../../../schema/panels/provenance.ts";
import { noMunicipality } from "../../../schema/panels/variables.ts";
import { problemsOf } from "../../ask.ts";
import { type Html, html, trusted } from "../../markup/html.ts";
import { hasFigures } from "../../panel-table/has-figures.ts";
import { panelCaption } from "../../panel-table/panel-caption.ts";
import type { PanelTable } from "../../panel-table/panel-table.ts";
import { askPanel, type VariableValues } from "../../panels/ask-panel.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import type { CitedDocument } from "../../report-panel/cited-documents.ts";
import { figureTable } from "../../report-panel/figure-table.ts";
import { pictureOnPage, type ReportContents, showReportPanel } from "../../report-panel/show-report-panel.ts";
import type { PageRequest } from "../page-request.ts";
import { htmlTable } from "./html-table.ts";
import { syntheticMark } from "./layout.ts";
import { problemView, statusOf, statusOfChoices } from "./problem-view.ts";
import { askPanelTable, coverageLine, pictureOfTable, sourceParts } from "./show-panel-table.ts";
import { choicesForm } from "./variables-form.ts";

const labels = {
  table: { ko: "표로 보기", en: "As a table" },
  unit: { ko: "단위", en: "Unit" },
  release: { ko: "공표 회차", en: "Release" },
};

/** A panel alone: the form for what the reader may change, and what the panel shows or why it cannot. */
export interface PanelFrame extends ShownFrame {
  form: Html | null;
  /** The choices that hold, and what is wrong with those that do not. */
  choice: VariableValues;
  problems: Problem[];
}

/** What a panel shows, or why it cannot, with the HTTP status for that. */
export interface ShownFrame {
  status: number;
  body: Html;
  /** What it says, in a sentence, where nobody has reported what it would show; null where it shows something. */
  noData: string | null;
  /** The documents that its figures stand in; left out for figures that the hub counts. */
  documents?: CitedDocument[];
  /** Of which municipality and release its figures are; null if it shows none. */
  provenance: Provenance | null;
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
  page: PageRequest,
  panel: Panel,
  mayChange: readonly string[],
  layout: FrameLayout,
): Promise<PanelFrame> {
  const { resolved, choice, problems } = await resolveVariables(page, panel.variables);
  const offered = Object.fromEntries(Object.entries(resolved).filter(([name]) => mayChange.includes(name)));
  const [path = ""] = page.address.split("?");
  const isOffered = mayChange.length > 0 && !problems.includes(noMunicipality);
  const form = isOffered ? choicesForm(offered, path, page.language, { theme: page.choice("theme") }) : null;
  if (problems.length > 0)
    return { form, choice, problems, ...refusedFrame(statusOfChoices(problems), problems, page.language) };
  return { form, choice, problems, ...(await resolvedFrame({ ...page, choice }, panel, layout)) };
}

/** What a panel shows for choices that stand, or why it cannot. Never rejects. */
export async function resolvedFrame(
  page: PageRequest,
  panel: Panel,
  layout: FrameLayout,
): Promise<ShownFrame> {
  const { language } = page;
  try {
    if (isOfDocument(panel)) {
      const answer = await askPanel(page, panel);
      const contents = await showReportPanel(page, panel, answer);
      return "table" in contents
        ? {
            status: 200,
            body: documentFrame(page, contents, layout),
            noData: null,
            documents: contents.documents,
            provenance: answer && provenanceOf(answer),
          }
        : refusedFrame(404, [contents], language);
    }
    const table = await askPanelTable(page, panel);
    return "rows" in table
      ? {
          status: 200,
          body: tableFrame(table, layout),
          noData: hasFigures(table) ? null : panelCaption(table),
          provenance: table.provenance,
        }
      : refusedFrame(404, [table], language);
  } catch (error) {
    return refusedFrame(statusOf(error), problemsOf(error), language);
  }
}

/** Why a panel cannot be shown, in its place. */
export const refusedFrame = (status: number, problems: Problem[], language: LanguageCode): ShownFrame => ({
  status,
  body: problemView(problems, language),
  noData: problems.every(({ code }) => code === "NOT_REPORTED")
    ? problems.map(({ text }) => text[language]).join(" ")
    : null,
  provenance: null,
});

const pictures = (wide: string, narrow: string): Html => html`<div class="picture wide">${trusted(wide)}</div>
<div class="picture narrow">${trusted(narrow)}</div>`;

function documentFrame(
  { language }: PageRequest,
  contents: ReportContents,
  { tableOpen }: FrameLayout,
): Html {
  const { table, subject, synthetic, caption } = contents;
  return html`<h2 id="subject">${subject.code} ${subject.title} ${syntheticMark(synthetic, language)}</h2>
<p class="quiet">${subject.municipality.name}${subject.department && ` · ${subject.department.name}`} · ${quarterName(table.quarter)[language]} · ${labels.unit[language]}: ${table.unit[language]} · ${labels.release[language]} ${[...new Set(contents.documents.map(({ release }) => release.number))].join(", ")}${contents.asOfNote && ` · ${contents.asOfNote}`}</p>
<figure><figcaption>${caption}</figcaption>
${pictures(pictureOnPage(contents, 1040, language), pictureOnPage(contents, 350, language))}</figure>
<details${tableOpen && html` open`}><summary id="figures">${labels.table[language]}</summary>${figureTable(table, language)}</details>`;
}

function tableFrame(table: PanelTable, { width, tableOpen }: FrameLayout): Html {
  const { panel, language, provenance } = table;
  // Axes without a mark say nothing that the sentence does not say; large figures say in words what is missing.
  const isDrawn = panel.chart.kind === "stats" || hasFigures(table);
  const wide = isDrawn ? pictureOfTable(table, width, false) : null;
  const narrow = isDrawn ? pictureOfTable(table, 320, false) : null;
  const coverage = coverageLine(table);
  // Large figures are their own sentence: only those who do not see them need another.
  const isSaid = panel.chart.kind === "stats" && isDrawn;
  const id = `table-${panel.name}`;
  const markup = htmlTable(table, id);
  return html`<figure data-panel="${panel.name}">
<figcaption${isSaid && html` class="unseen"`}>${panelCaption(table)}</figcaption>
${wide !== null && narrow !== null && pictures(wide, narrow)}
<div class="foot"><p class="quiet">${coverage && html`<strong class="coverage">${coverage}</strong> · `}${sourceParts(table).map((part, at) => html`${at > 0 && " · "}<span class="short">${part}</span>`)}</p> ${syntheticMark(provenance.synthetic, language)}
${table.rows.length === 0 ? null : panel.chart.kind === "table" ? html`<p class="unseen" id="${id}">${panel.title[language]}</p>${markup}` : html`<details${tableOpen && html` open`}><summary id="${id}">${labels.table[language]}</summary>${markup}</details>`}</div>
</figure>`;
}
