import type { Bars } from "../panels/panel.ts";
import type { Sheet, SheetRow } from "./panel-table.ts";

/**
 * Sets a sheet out with one row a category and one column a choice of `by`; as it is where the chart
 * names no `by`.
 */
export function pivot(sheet: Sheet, chart: Bars): { sheet: Sheet; chart: Bars } {
  const by = sheet.panel.columns[chart.by ?? ""];
  const value = chart.values[0] ?? "";
  if (by?.kind !== "choice" || !chart.by) return { sheet, chart };
  const codeOf = ({ cells }: SheetRow) => String(cells[chart.by ?? ""]?.value ?? "");
  // Every choice, so that each looks the same in every picture; what is not reported stands last.
  const silent = sheet.rows.find((row) => codeOf(row) === "");
  const codes = [...Object.keys(by.choices), ...(silent ? [""] : [])];
  const rows = new Map<string, SheetRow>();
  for (const [at, row] of sheet.rows.entries()) {
    const category = row.cells[chart.category];
    const cell = row.cells[value];
    if (!category || !cell) continue;
    const known = rows.get(category.text) ?? {
      cells: { [chart.category]: category },
      facts: row.facts,
      sources: {},
    };
    known.cells[codeOf(row)] = cell;
    known.sources = { ...known.sources, [codeOf(row)]: at };
    rows.set(category.text, known);
  }
  const unit = sheet.columns.find(({ name }) => name === value)?.unit ?? null;
  const columns = codes.map((name) => ({
    name,
    label: by.choices[name]?.[sheet.language] ?? silent?.cells[chart.by ?? ""]?.text ?? name,
    unit,
    partsUnit: null,
    isFigure: true,
  }));
  return {
    sheet: { ...sheet, columns: [...sheet.columns, ...columns], rows: [...rows.values()] },
    chart: { ...chart, values: codes },
  };
}
