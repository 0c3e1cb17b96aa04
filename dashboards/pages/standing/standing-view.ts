import type { Localized } from "../../../schema/core/localized.ts";
import { isOfDocument } from "../../../schema/panels/panel.ts";
import { boards } from "../../boards/boards.ts";
import { panels } from "../../boards/panels.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import { days } from "../../moments.ts";
import { coverageMark } from "../../panel-table/partial.ts";
import { momentOf } from "../../panels/moment.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import type { PageRequest } from "../page-request.ts";
import { htmlTable } from "../parts/html-table.ts";
import { askPanelTable } from "../parts/show-panel-table.ts";
import { isComplete, type Standing, standingFigures } from "./standing-figures.ts";

const question = `query Standing($ofMunicipality: ID!, $knownAt: DateTime, $language: Language!) {
  municipality(code: $ofMunicipality, asOf: $knownAt) {
    code name url synthetic
    latestRelease {
      number url publishedAt reason documents { name url }
      changes(first: 5) { totalCount nodes { key: keyShown(language: $language) measure: measureName(language: $language) before: beforeShown(language: $language) after: afterShown(language: $language) citation { url } } }
    }
    holdings { name(language: $language) rows latestPeriod(language: $language) nextPeriod(language: $language) nextPeriodEnd }
  }
}`;

interface Answer {
  code: string;
  name: string;
  url: string;
  synthetic: boolean;
  latestRelease: {
    number: number;
    url: string;
    publishedAt: string;
    reason: string | null;
    documents: { name: string; url: string }[];
    changes: {
      totalCount: number;
      nodes: {
        key: string;
        measure: string;
        before: string | null;
        after: string | null;
        citation: { url: string };
      }[];
    };
  } | null;
  holdings: {
    name: string;
    rows: number;
    latestPeriod: string | null;
    nextPeriod: string | null;
    nextPeriodEnd: string | null;
  }[];
}

const labels = {
  figures: { ko: "한눈에 보기", en: "At a glance" },
  noFigures: {
    ko: "이 지방자치단체는 아직 수치를 보고하지 않았습니다.",
    en: "This municipality has not reported any figures yet.",
  },
  release: { ko: "마지막 공표", en: "The last release" },
  unpublished: { ko: "아직 공표된 자료가 없습니다.", en: "Nothing is published yet." },
  number: { ko: "회차", en: "Release" },
  documents: { ko: "들어온 문서", en: "Documents" },
  changes: { ko: "바뀐 값", en: "Changed values" },
  noChanges: { ko: "앞서 공표한 값 가운데 바뀐 것은 없습니다.", en: "No published value changed." },
  missing: { ko: "빠진 자료와 다음 보고", en: "What is missing, and what comes next" },
  never: { ko: "보고된 적이 없는 자료", en: "Never reported" },
  overdue: { ko: "기한이 지난 보고", en: "Overdue" },
  coming: { ko: "다음 보고", en: "Next" },
  until: { ko: "까지의 자료", en: " is its last day" },
  boards: { ko: "대시보드", en: "Dashboards" },
  reported: { ko: " 보고", en: " reported" },
  partial: { ko: "일부만 보고되어 견주지 않음", en: "reported in part, not compared" },
  same: { ko: "같음", en: "unchanged" },
  feed: { ko: "공표와 정정 알림(Atom)", en: "Feed of releases and corrections (Atom)" },
  more: { ko: "모두 보기", en: "See all" },
} satisfies Record<string, Localized>;

/** Rows of a list that needs attention. */
const mostRows = 5;

/** How a municipality stands; null if it was not known at the time. */
export interface StandingPage {
  name: string;
  synthetic: boolean;
  hasFigures: boolean;
  content: Html;
}

/** How a municipality stands: its figures, what needs attention, what changed, and what is missing. */
export async function standingOf(page: PageRequest, code: string): Promise<StandingPage | null> {
  const { ask, language } = page;
  const asOf = page.choice("asOf");
  const answer = await ask(question, {
    ofMunicipality: code,
    language: language.toUpperCase(),
    ...(asOf && { knownAt: momentOf(asOf, new Date())?.toISOString() ?? asOf }),
  });
  const municipality = answer.municipality as Answer | null;
  if (!municipality) return null;
  const figures = await standingFigures(page, code);
  // What is late shows in figures; without any, a list of what is late would be one of what is not reported.
  const withFigures = [...boards.values()].filter((board) => figures.some((one) => one.board === board));
  const attention = await Promise.all(withFigures.map((board) => attentionOf(page, code, board)));
  return {
    name: municipality.name,
    synthetic: municipality.synthetic,
    hasFigures: figures.length > 0,
    content: html`<section aria-labelledby="figures"><h2 id="figures">${labels.figures[language]}</h2>
${figures.length > 0 ? tiles(figures, page) : html`<p>${labels.noFigures[language]}</p>`}
<p class="quiet">${labels.boards[language]}: ${[...boards.values()].map((board, at) => html`${at > 0 && " · "}<a href="${addressOf(`/dashboards/${board.name}`, language, { municipality: code, asOf })}">${board.title[language]}</a>`)}</p></section>
${attention}
${releaseSection(municipality, page)}
${missingSection(municipality, page)}`,
  };
}

/** Figures of a municipality, each leading to its board. */
export const tiles = (figures: readonly Standing[], page: PageRequest): Html =>
  html`<ul class="standing">${figures.map((figure) => tile(figure, page))}</ul>`;

function tile(
  { board, label, period, cell, reference, before, coverage, address }: Standing,
  { language }: PageRequest,
): Html {
  const partial = coverage && !isComplete(coverage) ? coverage : null;
  const gap = language === "ko" ? "" : " ";
  const mark = partial && `${coverageMark(partial)}${gap}${partial.unit}${labels.reported[language]}`;
  const parts = [
    cell.parts,
    reference?.cell.value == null ? null : `${reference.label} ${reference.cell.text}`,
  ];
  return html`<li><a href="${address}"><span class="label">${label}</span>
<span class="figure">${cell.text}</span>
<span class="detail">${parts.filter((part) => part !== null).join(" · ")}</span>
${before && html`<span class="detail">${direction(cell, before, partial === null, language)}</span>`}
<span class="detail">${period}${mark && html` · <span class="mark">${mark}</span>`}<span class="unseen"> ${board.title[language]}</span></span></a></li>`;
}

/** What a rate was before, and by how many percentage points it differs. */
function direction(
  cell: Standing["cell"],
  before: NonNullable<Standing["before"]>,
  isWhole: boolean,
  language: PageRequest["language"],
): string {
  const was = `${before.period} ${before.cell.text}`;
  if (!isWhole || !before.isComplete) return `${was} (${labels.partial[language]})`;
  const points = Math.round((Number(cell.value) - Number(before.cell.value)) * 1000) / 10;
  if (points === 0) return `= ${was} (${labels.same[language]})`;
  const sign = points > 0 ? "▲" : "▼";
  const unit = language === "ko" ? "%p" : " points";
  return `${sign} ${Math.abs(points).toLocaleString("ko-KR")}${unit} · ${was}`;
}

/** The first rows of the panel of a board that lists what needs attention; nothing if it has none. */
async function attentionOf(
  page: PageRequest,
  municipality: string,
  { name, attention, title }: { name: string; attention?: string; title: Localized },
): Promise<Html | null> {
  if (!attention) return null;
  const panel = panels.get(attention)!;
  if (isOfDocument(panel)) return null;
  const { language } = page;
  const requested: Record<string, string | null> = { municipality, asOf: page.choice("asOf") };
  const { choice, problems } = await resolveVariables(
    { ...page, choice: (variable) => requested[variable] ?? null },
    panel.variables,
  );
  if (problems.length > 0) return null;
  const table = await askPanelTable({ ...page, choice }, panel);
  if (!("rows" in table) || table.rows.length === 0) return null;
  const id = `attention-${name}`;
  const all = addressOf(
    `/panels/${panel.name}`,
    language,
    Object.fromEntries(Object.keys(panel.variables).map((variable) => [variable, choice(variable)])),
  );
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${panel.title[language]}</h2>
${htmlTable({ ...table, rows: table.rows.slice(0, mostRows) }, id)}
${table.rows.length > mostRows && html`<p><a href="${all}">${labels.more[language]}<span class="unseen"> ${panel.title[language]}, ${title[language]}</span></a></p>`}</section>`;
}

function releaseSection({ code, latestRelease }: Answer, { language }: PageRequest): Html {
  const heading = html`<h2 id="last-release">${labels.release[language]}</h2>`;
  if (!latestRelease)
    return html`<section aria-labelledby="last-release">${heading}<p>${labels.unpublished[language]}</p></section>`;
  const { number, url, publishedAt, reason, documents, changes } = latestRelease;
  const name = language === "ko" ? `${number}회차` : `Release ${number}`;
  return html`<section aria-labelledby="last-release">${heading}
<p><a href="${addressOf(url, language)}">${name}</a> · ${time(publishedAt, language)}${reason && ` · ${reason}`}</p>
<p><a href="${addressOf("/releases.atom", language, { municipality: code })}">${labels.feed[language]}</a></p>
<p>${labels.documents[language]}: ${documents.map((document, at) => html`${at > 0 && ", "}<a href="${addressOf(document.url, language)}">${document.name}</a>`)}</p>
${changes.totalCount === 0 ? html`<p>${labels.noChanges[language]}</p>` : html`<p>${labels.changes[language]} ${changes.totalCount}</p><ul>${changes.nodes.map((change) => html`<li><a href="${addressOf(change.citation.url, language)}">${change.key}</a> ${change.measure}: ${change.before ?? "–"} → ${change.after ?? "–"}</li>`)}</ul>`}</section>`;
}

function missingSection({ holdings }: Answer, { language }: PageRequest): Html {
  const today = days.format(new Date());
  const never = holdings.filter(({ rows }) => rows === 0).map(({ name }) => name);
  const next = holdings.filter(({ nextPeriodEnd }) => nextPeriodEnd !== null);
  const overdue = next.filter(({ nextPeriodEnd }) => nextPeriodEnd! < today);
  const coming = next.filter(({ nextPeriodEnd }) => nextPeriodEnd! >= today);
  const list = (label: Localized, of: Answer["holdings"]) =>
    of.length > 0 &&
    html`<p>${label[language]}</p><ul>${of.map(({ name, nextPeriod, nextPeriodEnd }) => html`<li>${name}: ${nextPeriod} (<time datetime="${nextPeriodEnd!}">${nextPeriodEnd}</time>${labels.until[language]})</li>`)}</ul>`;
  return html`<section aria-labelledby="missing"><h2 id="missing">${labels.missing[language]}</h2>
${list(labels.overdue, overdue)}${list(labels.coming, coming)}
${never.length > 0 && html`<p>${labels.never[language]}: ${never.join(", ")}</p>`}</section>`;
}
