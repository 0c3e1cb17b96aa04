import type { Bars } from "../../schema/panels/chart.ts";
import type { Coverage, PanelTable, TableRow } from "./panel-table.ts";

/**
 * Pivots a table to one row per category and one column per choice of `by`; as it is where the chart
 * names no `by`.
 */
export function pivot(table: PanelTable, chart: Bars): { table: PanelTable; chart: Bars } {
  const by = table.panel.columns[chart.by ?? ""];
  const value = chart.values[0] ?? "";
  if (by?.kind !== "choice" || !chart.by) return { table, chart };
  const codeOf = ({ cells }: TableRow) => String(cells[chart.by ?? ""]?.value ?? "");
  // Every choice, so that each looks the same in every picture; what is not reported stands last.
  const silent = table.rows.find((row) => codeOf(row) === "");
  const codes = [...Object.keys(by.choices), ...(silent ? [""] : [])];
  const rows = new Map<string, TableRow>();
  for (const [at, row] of table.rows.entries()) {
    const category = row.cells[chart.category];
    const cell = row.cells[value];
    if (!category || !cell) continue;
    const pivoted = rows.get(category.text) ?? {
      cells: { [chart.category]: category },
      facts: row.facts,
      coverage: row.coverage,
      source: row.source,
      sources: {},
    };
    pivoted.cells[codeOf(row)] = cell;
    pivoted.coverage = rows.has(category.text) ? added(pivoted.coverage, row.coverage) : row.coverage;
    pivoted.sources = { ...pivoted.sources, [codeOf(row)]: at };
    rows.set(category.text, pivoted);
  }
  const unit = table.columns.find(({ name }) => name === value)?.unit ?? null;
  const columns = codes.map((name) => ({
    name,
    label: by.choices[name]?.[table.language] ?? silent?.cells[chart.by ?? ""]?.text ?? name,
    unit,
    partsUnit: null,
    isFigure: true,
    kind: table.panel.columns[value]?.kind ?? "count",
  }));
  return {
    table: { ...table, columns: [...table.columns, ...columns], rows: [...rows.values()] },
    chart: { ...chart, values: codes },
  };
}

/** The coverage of pieces together. */
const added = (one: Coverage | null, other: Coverage | null): Coverage | null =>
  one && other
    ? { reporting: one.reporting + other.reporting, expected: one.expected + other.expected }
    : (one ?? other);
