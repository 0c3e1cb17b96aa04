import type { Problem } from "../../schema/core/problem.ts";
import type { Cites } from "../../schema/panels/cites.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import {
  type DocumentPanel,
  isOfDocument,
  type Panel,
  type SummaryPanel,
} from "../../schema/panels/panel.ts";
import { type Provenance, provenanceOf } from "../../schema/panels/provenance.ts";
import { type Citation, citationOf } from "../citation/citation.ts";
import { citedPanel } from "../citation/cited-panel.ts";
import { lineAddress } from "../markup/hub-address.ts";
import type { PageRequest } from "../pages/page-request.ts";
import { factsAddress } from "../pages/parts/facts-address.ts";
import { coverageLine, panelTableFrom, pictureOfTable } from "../pages/parts/show-panel-table.ts";
import { cellOf } from "../panel-table/cell.ts";
import { columnsOf, type TableColumn } from "../panel-table/panel-table.ts";
import { syntheticNote } from "../panel-table/synthetic-note.ts";
import { askAllRows } from "../panels/ask-all-rows.ts";
import { resolveVariables } from "../panels/resolve-variables.ts";
import { publicationItems } from "../publication/publication.ts";
import { pictureAlone, showReportPanel } from "../report-panel/show-report-panel.ts";
import { contextOf, subjectItems } from "./file-context.ts";
import { type FileName, fileName } from "./file-name.ts";
import type { FileContext, FileRow } from "./file-table.ts";

/** A panel to download: its rows, what they are of, and its picture. */
export interface PanelExport {
  panel: Panel;
  columns: readonly TableColumn[];
  rows: FileRow[];
  context: FileContext;
  /** What a reader of the file has to know besides: part of what was expected is missing, the city is synthetic. */
  notes: string[];
  name: FileName;
  /** The answer of the hub, with all rows. */
  answer: Record<string, unknown>;
  /** By itself, with title and notes; null for a table, which has no picture. */
  svg: string | null;
  /** How to cite it; null if nothing is published yet. */
  citation: Citation | null;
}

/** What an export has besides its panel and the answer. */
type Contents = Omit<PanelExport, "panel" | "answer" | "citation"> & { provenance: Provenance | null };

const labels = { address: { ko: "고정 주소", en: "Permanent address" } };

/** Asks a panel's question once, with the choices of an address, and exports the answer; problems if there is nothing to show. Rejects as `ask` does. */
export async function exportPanel(page: PageRequest, panel: Panel): Promise<PanelExport | Problem[]> {
  const { choice, problems } = await resolveVariables(page, panel.variables);
  if (problems.length > 0) return problems;
  const chosen = { ...page, choice };
  const answer = await askAllRows(chosen, panel);
  const contents = isOfDocument(panel)
    ? await exportDocument(chosen, panel, answer)
    : exportTable(chosen, panel, answer);
  if ("code" in contents) return [contents];
  const { provenance, ...others } = contents;
  const citation = provenance && citationOf(citedPanel(panel, choice, provenance), page, page.language);
  const pinned = citation
    ? [{ label: labels.address[page.language], value: citation.address, kind: "text" } as const]
    : [];
  const stated = publicationItems(page.publication, page.language).map(
    ({ label, value }) => ({ label, value, kind: "text" }) as const,
  );
  const context = { ...contents.context, items: [...contents.context.items, ...pinned, ...stated] };
  return { panel, answer: answer ?? {}, ...others, context, citation };
}

async function exportDocument(
  page: PageRequest,
  panel: DocumentPanel,
  answer: Record<string, unknown> | null,
): Promise<Contents | Problem> {
  const { language, choice } = page;
  const contents = await showReportPanel(page, panel, answer);
  if (!("table" in contents)) return contents;
  const columns = columnsOf(panel, language);
  const releases = new Set(contents.documents.map(({ release }) => release.number));
  const { municipality: city } = contents.subject;
  return {
    columns,
    rows: getRows(answer, panel.rows).map((row) => ({
      cells: Object.fromEntries(
        columns.map(({ name }) => [name, cellOf(panel.columns[name]!, row, language)]),
      ),
      coverage: null,
      source: sourceOf(panel, row),
      facts: null,
    })),
    context: {
      items: subjectItems(city, panel, choice, language),
      coverageUnit: null,
      cites: panel.cites ?? null,
      hasFacts: false,
    },
    notes: contents.synthetic ? [syntheticNote[language]] : [],
    name: fileName(
      { panel, city, choice, release: releases.size === 1 ? [...releases][0]! : null },
      language,
    ),
    svg: pictureAlone(panel, contents, language),
    provenance: answer && provenanceOf(answer),
  };
}

function exportTable(
  page: PageRequest,
  panel: SummaryPanel,
  answer: Record<string, unknown> | null,
): Contents | Problem {
  const { language, choice } = page;
  const table = panelTableFrom(page, panel, answer);
  if (!("rows" in table)) return table;
  const coverage = coverageLine(table);
  const { code, municipality: name, synthetic, release } = table.provenance;
  return {
    columns: table.columns,
    rows: table.rows.map(({ cells, coverage: ofRow, source }, at) => ({
      cells,
      coverage: ofRow,
      source: sourceOf(panel, source),
      facts: factsAddress(table, at),
    })),
    context: contextOf(table),
    notes: [...(coverage ? [coverage] : []), ...(synthetic ? [syntheticNote[language]] : [])],
    name: fileName({ panel, city: { code, name }, choice, release: release?.number ?? null }, language),
    svg: pictureOfTable(table, 960, true),
    provenance: table.provenance,
  };
}

/** The place that a row of an answer cites. */
function sourceOf({ cites }: Panel, row: Record<string, unknown>): FileRow["source"] {
  const parts = Object.entries(cites ?? {}) as [keyof Cites, string][];
  const source: FileRow["source"] = Object.fromEntries(
    parts.map(([part, path]) => [part, getPath(row, path) ?? null]),
  );
  const { address, line = null, sheet = null } = source;
  return typeof address === "string"
    ? { ...source, address: lineAddress(address, line as number | null, sheet as string | null) }
    : source;
}
