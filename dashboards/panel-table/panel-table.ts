import type { LanguageCode, Localized } from "../../schema/core/localized.ts";
import type { Column } from "../../schema/panels/column.ts";
import { wholeWon } from "../../schema/panels/columns.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import { listOf } from "../../schema/panels/list-pages.ts";
import { noneValue } from "../../schema/panels/none-value.ts";
import type { Panel, SummaryPanel } from "../../schema/panels/panel.ts";
import { type Provenance, provenanceOf } from "../../schema/panels/provenance.ts";
import { type Cell, cellOf } from "./cell.ts";
import { sortRows } from "./row-order.ts";

/** A column of a table, as people read it. */
export interface TableColumn {
  name: string;
  label: string;
  /** What its figures are counted in; null where they have no unit. */
  unit: string | null;
  /** What the parts of its rates are counted in, money in won; null where it has no rates. */
  partsUnit: string | null;
  isFigure: boolean;
  /** What its cells hold. */
  kind: Column["kind"];
}

/** How many of those expected have reported. */
export interface Coverage {
  reporting: number;
  expected: number;
}

/** A row of a table: its cells by the names of the columns, and where the facts behind it are shown. */
export interface TableRow {
  cells: Record<string, Cell>;
  /** Choices for the panel of facts; null where the panel has no facts. */
  facts: Record<string, string> | null;
  /** How many of those that its figures are about have reported; null where the row does not say. */
  coverage: Coverage | null;
  /** The row of the answer that it shows; of a table set out anew, the first. */
  source: Record<string, unknown>;
  /** In a table set out anew: the row that each cell came from, by column. */
  sources?: Record<string, number>;
}

/** The rows of an answer as people read them: what picture, table, sentence and downloads are made of. */
export interface PanelTable {
  panel: SummaryPanel;
  language: LanguageCode;
  columns: TableColumn[];
  rows: TableRow[];
  provenance: Provenance;
  /** What the reader chose, by the names of the panel's variables. */
  choices: Record<string, string>;
  /** How many of those expected have reported; null where nothing is expected to. */
  coverage: (Coverage & { unit: string }) | null;
  /** How many rows there are in all, where these are a page of a list; null where they are all. */
  total: number | null;
}

/** The columns of a panel that are shown, as people read them. */
export const columnsOf = ({ columns }: Pick<Panel, "columns">, language: LanguageCode): TableColumn[] =>
  Object.entries(columns)
    .filter(([, { kind }]) => kind !== "address")
    .map(([name, column]) => ({
      name,
      label: column.label[language],
      unit: unitOf(column)?.[language] ?? null,
      partsUnit: column.kind === "rate" ? (column.parts.won ? wholeWon : column.parts)[language] : null,
      kind: column.kind,
      isFigure: ["money", "rate", "fraction", "count", "number", "amount"].includes(column.kind),
    }));

/** Sets out an answer; null where the municipality is not known. */
export function panelTableOf(
  panel: SummaryPanel,
  answer: Record<string, unknown>,
  language: LanguageCode,
  choices: Record<string, string> = {},
): PanelTable | null {
  const provenance = provenanceOf(answer);
  if (!provenance) return null;
  const columns = columnsOf(panel, language);
  const rows = sortRows(panel, getRows(answer, panel.rows));
  const list = listOf(panel);
  return {
    panel,
    language,
    provenance,
    choices,
    columns,
    rows: rows.map((row) => ({
      cells: Object.fromEntries(
        columns.map(({ name }) => [name, cellOf(panel.columns[name]!, row, language)]),
      ),
      facts: factsOf(panel, row),
      coverage: coverageOfRow(panel, row),
      source: row,
    })),
    coverage: coverageOf(panel, answer, rows, language),
    total: list === null ? null : Number(getPath(answer, `${list}.totalCount`)),
  };
}

/** The unit of a column's figures; a rate's and a fraction's is in the figure itself. */
function unitOf(column: Column): Localized | null {
  if (column.kind === "amount") return wholeWon;
  return column.kind === "money" || column.kind === "count" ? column.unit : null;
}

function factsOf({ facts, columns }: SummaryPanel, row: Record<string, unknown>) {
  if (!facts) return null;
  const choices = Object.entries(facts.choices).map(([choice, column]) => {
    const value = getPath(row, columns[column]?.selector ?? column);
    return [choice, String(value ?? noneValue)] as const;
  });
  return Object.fromEntries(choices);
}

/** The coverage that a row states of itself. */
function coverageOfRow({ coverage }: SummaryPanel, row: Record<string, unknown>): Coverage | null {
  const stated = coverage?.in === "row" ? getPath(row, coverage.selector) : null;
  return stated ? (stated as Coverage) : null;
}

/** The rows of the last period of a panel over time. */
function ofLastPeriod({ chart, columns }: SummaryPanel, rows: Record<string, unknown>[]) {
  const path = "category" in chart ? columns[chart.category]?.selector : undefined;
  if (path === undefined) return rows;
  const last = getPath(rows.at(-1), path);
  return rows.filter((row) => getPath(row, path) === last);
}

function coverageOf(
  panel: SummaryPanel,
  answer: Record<string, unknown>,
  rows: Record<string, unknown>[],
  language: LanguageCode,
): PanelTable["coverage"] {
  const { coverage } = panel;
  if (!coverage) return null;
  const places = coverage.in === "answer" ? [answer] : coverage.isOfLast ? ofLastPeriod(panel, rows) : rows;
  const sum = (part: string) =>
    places.reduce((total, place) => total + Number(getPath(place, `${coverage.selector}.${part}`) ?? 0), 0);
  return { reporting: sum("reporting"), expected: sum("expected"), unit: coverage.unit[language] };
}
