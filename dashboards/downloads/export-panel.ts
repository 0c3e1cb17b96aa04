import type { Problem } from "../../schema/core/problem.ts";
import { getRows } from "../../schema/panels/get-path.ts";
import {
  type DocumentPanel,
  isOfDocument,
  type Panel,
  type SummaryPanel,
} from "../../schema/panels/panel.ts";
import type { PageRequest } from "../pages/page-request.ts";
import { coverageLine, panelTableFrom, pictureOfTable, sourceLine } from "../pages/parts/show-panel-table.ts";
import { type Cell, cellOf } from "../panel-table/cell.ts";
import { columnsOf, type TableColumn } from "../panel-table/panel-table.ts";
import { syntheticNote } from "../panel-table/synthetic-note.ts";
import { askPanel } from "../panels/ask-panel.ts";
import { resolveVariables } from "../panels/resolve-variables.ts";
import { pictureAlone, showReportPanel } from "../report-panel/show-report-panel.ts";
import { withRateParts } from "./rate-parts.ts";

/** A panel to download: its table, the notes that belong to it, and its picture. */
export interface PanelExport {
  title: string;
  columns: TableColumn[];
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
export async function exportPanel(page: PageRequest, panel: Panel): Promise<PanelExport | Problem[]> {
  const { choice, problems } = await resolveVariables(page, panel.variables);
  if (problems.length > 0) return problems;
  const chosen = { ...page, choice };
  const answer = await askPanel(chosen, panel);
  const contents = isOfDocument(panel)
    ? await exportDocument(chosen, panel, answer)
    : exportTable(chosen, panel, answer);
  if ("code" in contents) return [contents];
  return { title: panel.title[page.language], answer: answer ?? {}, ...contents };
}

async function exportDocument(
  page: PageRequest,
  panel: DocumentPanel,
  answer: Record<string, unknown> | null,
): Promise<Contents | Problem> {
  const { language } = page;
  const contents = await showReportPanel(page, panel, answer);
  if (!("table" in contents)) return contents;
  const columns = columnsOf(panel, language);
  return {
    columns,
    rows: getRows(answer, panel.rows).map((row) =>
      Object.fromEntries(columns.map(({ name }) => [name, cellOf(panel.columns[name]!, row, language)])),
    ),
    notes: [
      ...contents.documents.map(({ name, release }) => `${name} (${release.number})`),
      ...(contents.asOfNote ? [contents.asOfNote] : []),
      ...(contents.synthetic ? [syntheticNote[language]] : []),
    ],
    svg: pictureAlone(panel, contents, language),
  };
}

function exportTable(
  page: PageRequest,
  panel: SummaryPanel,
  answer: Record<string, unknown> | null,
): Contents | Problem {
  const { language } = page;
  const table = panelTableFrom(page, panel, answer);
  if (!("rows" in table)) return table;
  const coverage = coverageLine(table);
  const mark = table.provenance.synthetic ? [syntheticNote[language]] : [];
  return {
    ...withRateParts({ columns: table.columns, rows: table.rows.map(({ cells }) => cells) }, language),
    notes: [sourceLine(table), ...(coverage ? [coverage] : []), ...mark],
    svg: pictureOfTable(table, 960, true),
  };
}
