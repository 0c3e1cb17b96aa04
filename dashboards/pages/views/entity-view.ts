import type { Localized } from "../../../schema/core/localized.ts";
import type { EntityPage, EntityTable } from "../../../schema/panels/entity-page.ts";
import { getPath, rowsAlong } from "../../../schema/panels/get-path.ts";
import { provenanceOf } from "../../../schema/panels/provenance.ts";
import { panels } from "../../boards/panels.ts";
import { citationView } from "../../citation/citation-view.ts";
import { type Html, html } from "../../markup/html.ts";
import { addressOf } from "../../markup/hub-address.ts";
import { time } from "../../markup/time-element.ts";
import { asOfNote } from "../../panel-table/as-of-note.ts";
import { type Cell, cellOf } from "../../panel-table/cell.ts";
import { resolveVariables } from "../../panels/resolve-variables.ts";
import { askEntity, type EntityAddress, entityUnknown } from "../entity-request.ts";
import type { PageRequest, View } from "../page-request.ts";
import { syntheticMark } from "../parts/layout.ts";
import { resolvedFrame } from "../parts/panel-frame.ts";
import { problemPage } from "../parts/problem-view.ts";
import { rowsTable } from "../parts/rows-table.ts";
import { cellContent } from "../parts/table-parts.ts";

const labels = {
  municipality: { ko: "지방자치단체", en: "Municipality" },
  release: { ko: "공표 회차", en: "Release" },
  none: { ko: "보고되지 않음", en: "Not reported" },
  data: { ko: "이 쪽의 자료(JSON)", en: "The data of this page (JSON)" },
} satisfies Record<string, Localized>;

/** The page of an entity: what is said of it, its tables, and the panels that are about it. */
export async function entityView(page: PageRequest, declared: EntityPage, key: EntityAddress): Promise<View> {
  const { language } = page;
  const answer = await askEntity(page, declared, key);
  const entity = getPath(answer, declared.entity) as Record<string, unknown> | null;
  const provenance = provenanceOf(answer);
  if (!entity || !provenance) return problemPage(404, [entityUnknown(declared)], page);
  const title = cellOf(declared.title, entity, language).text;
  const filled = declared.tables.filter(({ rows }) => rowsAlong(answer, rows).length > 0);
  const blank = declared.tables.filter((table) => !filled.includes(table));
  const fact = ([label, cell]: readonly [Localized, Cell]) =>
    html`<div><dt>${label[language]}</dt><dd>${cellContent(cell, language)}</dd></div>`;
  const municipality = addressOf(`/municipalities/${provenance.code}`, language);
  const asOf = asOfNote(page.choice, language);
  return {
    status: 200,
    title: `${title} (${declared.kind[language]})`,
    content: html`<p class="quiet">${declared.kind[language]}</p>
<h1>${title} ${syntheticMark(provenance.synthetic, language)}</h1>
<dl class="facts">
<div><dt>${labels.municipality[language]}</dt><dd><a href="${municipality}">${provenance.municipality}</a></dd></div>
${Object.values(declared.facts).map((column) => fact([column.label, cellOf(column, entity, language)]))}
</dl>
${filled.map((table, at) => tableSection(table, `table-${at}`, answer, page))}
${await Promise.all((declared.panels ?? []).map((one) => panelSection(page, one, key)))}
${blank.length > 0 && html`<p class="quiet">${labels.none[language]}: ${blank.map(({ title }) => title[language]).join(", ")}</p>`}
<p class="quiet">${provenance.release && html`${labels.release[language]} ${provenance.release.number} (${time(String(provenance.release.publishedAt), language)}) · `}${asOf && `${asOf} · `}<a href="${dataAddress(page.address)}">${labels.data[language]}</a></p>
${citationView({ title: { ko: `${declared.kind.ko} ${title}`, en: `${declared.kind.en} ${title}` }, choices: { ko: [], en: [] }, provenance, path: page.address.split("?")[0]!, parameters: {} }, page)}`,
  };
}

/** The address of the JSON of a page. */
const dataAddress = (address: string): string => {
  const [path = "", search] = address.split("?");
  return `${path}.json${search ? `?${search}` : ""}`;
};

function tableSection(
  { title, rows, columns, total }: EntityTable,
  id: string,
  answer: Record<string, unknown>,
  { language }: PageRequest,
): Html {
  const shown = rowsAlong(answer, rows);
  const all = total ? Number(getPath(answer, total)) : shown.length;
  const cut = language === "ko" ? `${all}건 가운데 ${shown.length}건` : `${shown.length} of ${all}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title[language]} <span class="quiet">${all > shown.length ? cut : all}</span></h2>
${rowsTable(columns, shown, title[language], language)}</section>`;
}

/** A panel with the entity chosen; nothing where nobody has reported what it would show. */
async function panelSection(
  page: PageRequest,
  { name, choices }: NonNullable<EntityPage["panels"]>[number],
  key: EntityAddress,
): Promise<Html | null> {
  const { language } = page;
  const panel = panels.get(name)!;
  const chosen: Record<string, string | null> = { municipality: key.municipality, asOf: page.choice("asOf") };
  for (const [variable, part] of Object.entries(choices)) chosen[variable] = key.keys[part] ?? null;
  const requested = { ...page, choice: (variable: string) => chosen[variable] ?? null };
  const { choice, problems } = await resolveVariables(requested, panel.variables);
  if (problems.length > 0) return null;
  const { body, noData } = await resolvedFrame({ ...page, choice }, panel, {
    width: 1000,
    tableOpen: false,
  });
  if (noData !== null) return null;
  const address = addressOf(
    `/panels/${name}`,
    language,
    Object.fromEntries(Object.keys(panel.variables).map((variable) => [variable, choice(variable)])),
  );
  return html`<section class="panel full" aria-labelledby="${name}"><h2 id="${name}"><a href="${address}">${panel.title[language]}</a></h2>${body}</section>`;
}
