import type { Problem } from "../ask.ts";
import type { Visit } from "../pages/page-request.ts";
import { coverageLine, pictureOfSheet, sheetOfAnswer, sourceLine } from "../pages/parts/show-panel-table.ts";
import { type Cell, cellOf } from "../panel-table/cell.ts";
import { columnsOf, type SheetColumn } from "../panel-table/panel-table.ts";
import { syntheticNote } from "../panel-table/synthetic-note.ts";
import { askPanel } from "../panels/ask-panel.ts";
import { selectRows } from "../panels/get-path.ts";
import { type DocumentPanel, isOfDocument, type Panel, type SummaryPanel } from "../panels/panel.ts";
import { choose } from "../panels/resolve-variables.ts";
import { pictureAlone, showPanel } from "../report-panel/show-report-panel.ts";
import { withParts } from "./rate-parts.ts";

/** A panel to download: its table, the notes that belong to it, and its picture. */
export interface PanelExport {
  title: string;
  columns: SheetColumn[];
  rows: Record<string, Cell>[];
  /** Source, release, coverage, and the mark of a synthetic city. */
  notes: string[];
  /** The answer of the hub as it came. */
  answer: Record<string, unknown>;
  /** By itself, with title and notes; null for a table, which has no picture. */
  svg: string | null;
}

/** What an export has beside its title and the answer. */
type Contents = Omit<PanelExport, "title" | "answer">;

/** Asks a panel's question once, with the choices of an address, and exports the answer; problems if there is nothing to show. Rejects as `ask` does. */
export async function exportPanel(visit: Visit, panel: Panel): Promise<PanelExport | Problem[]> {
  const { choice, problems } = await choose(visit, panel.variables);
  if (problems.length > 0) return problems;
  const chosen = { ...visit, choice };
  const answer = await askPanel(chosen, panel);
  const contents = isOfDocument(panel)
    ? await exportDocument(chosen, panel, answer)
    : exportSheet(chosen, panel, answer);
  if ("code" in contents) return [contents];
  return { title: panel.title[visit.language], answer: answer ?? {}, ...contents };
}

async function exportDocument(
  visit: Visit,
  panel: DocumentPanel,
  answer: Record<string, unknown> | null,
): Promise<Contents | Problem> {
  const { language } = visit;
  const shown = await showPanel(visit, panel, answer);
  if (!("table" in shown)) return shown;
  const columns = columnsOf(panel, language);
  return {
    columns,
    rows: selectRows(answer, panel.rows).map((row) =>
      Object.fromEntries(columns.map(({ name }) => [name, cellOf(panel.columns[name]!, row, language)])),
    ),
    notes: [
      ...shown.origins.map(({ name, release }) => `${name} (${release.number})`),
      ...(shown.asKnown ? [shown.asKnown] : []),
      ...(shown.synthetic ? [syntheticNote[language]] : []),
    ],
    svg: pictureAlone(panel, shown, language),
  };
}

function exportSheet(
  visit: Visit,
  panel: SummaryPanel,
  answer: Record<string, unknown> | null,
): Contents | Problem {
  const { language } = visit;
  const sheet = sheetOfAnswer(visit, panel, answer);
  if (!("rows" in sheet)) return sheet;
  const coverage = coverageLine(sheet);
  const mark = sheet.origin.synthetic ? [syntheticNote[language]] : [];
  return {
    ...withParts({ columns: sheet.columns, rows: sheet.rows.map(({ cells }) => cells) }, language),
    notes: [sourceLine(sheet), ...(coverage ? [coverage] : []), ...mark],
    svg: pictureOfSheet(sheet, 960, true),
  };
}
