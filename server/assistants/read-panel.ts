import { problemsOf } from "../../dashboards/ask.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { exportPanel } from "../../dashboards/downloads/export-panel.ts";
import { fileTable } from "../../dashboards/downloads/file-table.ts";
import { parameterError } from "../../dashboards/pages/check-parameters.ts";
import { pageAddressOf } from "../../dashboards/pages/page-request.ts";
import { HubError } from "../../schema/core/hub-error.ts";
import { isSlipOf, nearest } from "../../schema/core/nearest.ts";
import type { Problem } from "../../schema/core/problem.ts";
import type { Caller } from "./caller.ts";
import { mostRows } from "./tools.ts";

/** What read_panel takes. */
export interface PanelChoice {
  panel: string;
  choices: Record<string, string>;
}

/** The rows of a panel with all that a figure has to be quoted with; problems if there is nothing to show. */
export async function readPanel(
  { ask, origin, publication, language }: Caller,
  { panel: name, choices }: PanelChoice,
): Promise<Record<string, unknown> | Problem[]> {
  const panel = panels.get(name);
  if (!panel) return [panelUnknown(name)];
  const parameters = new URLSearchParams({ ...choices, lang: language });
  const page = { ask, origin, publication, ...pageAddressOf({ url: `/panels/${name}?${parameters}` }) };
  const wrong = parameterError(page, Object.keys(panel.variables));
  if (wrong) return [wrong];
  const taken = await exportPanel(page, panel).catch(problemsOf);
  if (Array.isArray(taken)) return taken;
  const { columns, rows } = fileTable(taken.columns, taken.rows, taken.context, language);
  // What is the same in every row is said once.
  const context = taken.context.items.map(({ label, value }) => ({ label, value }));
  const shared = new Set(context.map(({ label }) => label));
  const shown = columns.flatMap(({ heading, kind }, at) =>
    shared.has(heading) ? [] : [{ heading, kind, at }],
  );
  const isTruncated = rows.length > mostRows;
  const address = `${origin ?? ""}${page.address}`;
  return {
    title: panel.title[language],
    description: panel.description[language],
    context,
    columns: shown.map(({ heading, kind }) => ({ heading, kind })),
    rows: rows.slice(0, mostRows).map((row) => shown.map(({ at }) => row[at] ?? null)),
    total: rows.length,
    truncated: isTruncated,
    notes: [...taken.notes, ...(isTruncated ? [truncationNote[language](rows.length)] : [])],
    citation: [
      panel.title[language],
      ...context.filter(({ value }) => value !== null).map(({ label, value }) => `${label} ${value}`),
      address,
    ].join(", "),
    address,
  };
}

const truncationNote = {
  ko: (total: number) =>
    `${total}행 가운데 ${mostRows}행입니다. 이 행들을 더하지 마십시오. 조건을 좁히거나 집계 패널로 물으십시오.`,
  en: (total: number) =>
    `These are ${mostRows} of ${total} rows. Do not add them up: narrow the choices, or read a summary panel.`,
};

function panelUnknown(name: string): HubError {
  const near = nearest(name, [...panels.keys()]);
  const isSlip = near !== null && isSlipOf(name, near);
  return new HubError(
    "PANEL_UNKNOWN",
    { ko: `그런 패널이 없습니다: ‘${name}’.`, en: `There is no panel “${name}”.` },
    {
      ko: `${isSlip ? `가장 가까운 것은 ‘${near}’입니다. ` : ""}list_panels에서 고르십시오.`,
      en: `${isSlip ? `The nearest is “${near}”. ` : ""}Choose one of list_panels.`,
    },
  );
}
