import type { Localized } from "../../schema/core/localized.ts";
import type { MoneyUnit } from "../../schema/panels/column.ts";
import { getPath, getRows } from "../../schema/panels/get-path.ts";
import { columnOf, type DocumentPanel } from "../../schema/panels/panel.ts";
import { type Total, totalOf } from "../panel-table/format-amount.ts";
import type { Period } from "./period-name.ts";

/** One figure of a panel and where it stands. */
export interface Figure {
  /** Won; null where it is not reported. */
  amount: number | null;
  /** VALUE, DASH, BLANK or IMPLIED_ZERO. */
  state: string;
  /** Path of the document's page with the line marked. */
  address: string;
  line: number;
  quote: string;
}

/** One row of the table, one bar of the picture. */
export interface PeriodOfTable {
  period: Period;
  /** One a series, in their order; undefined where the document has no such cell. */
  figures: (Figure | undefined)[];
  total: Total;
}

/** The rows of an answer, set out by period and series: what picture, table and sentence are made of. */
export interface CrossTable {
  /** What amounts are shown in. */
  unit: MoneyUnit;
  series: Localized[];
  periods: PeriodOfTable[];
  /** One a series. */
  totals: Total[];
  total: Total;
  /** The quarter that the figures were reported at, 2019-Q2. */
  quarter: string;
  /** SHA-256 of each document that a figure stands in. */
  documents: string[];
}

/** Sets the rows of an answer out by period and series; null where the answer has none. */
export function crossTable(panel: DocumentPanel, answer: Record<string, unknown>): CrossTable | null {
  const { chart } = panel;
  const rows = getRows(answer, panel.rows);
  const first = rows[0];
  if (!first) return null;
  const at = (row: unknown, column: string) => getPath(row, panel.columns[column]?.selector ?? column);
  const series = columnOf(panel, chart.series, "choice");
  const codes = Object.keys(series.choices);
  const category = columnOf(panel, chart.category, "period");

  const byPeriod = new Map<string, PeriodOfTable>();
  for (const row of rows) {
    const label = String(at(row, chart.category));
    const start = getPath(row, category.start) as string | null;
    const end = getPath(row, category.end) as string | null;
    const entry = byPeriod.get(label) ?? { period: { label, start, end }, figures: [], total: totalOf([]) };
    byPeriod.set(label, entry);
    const place = codes.indexOf(String(at(row, chart.series)));
    // Two figures for one place would have to be hidden or added up, and nothing says which is right.
    if (place < 0 || entry.figures[place]) throw new Error(`Panel ${panel.name}: no single place for a row.`);
    entry.figures[place] = {
      amount: at(row, chart.value) as number | null,
      state: String(at(row, chart.state)),
      address: String(at(row, chart.address)),
      line: Number(at(row, chart.line)),
      quote: String(at(row, chart.quote)),
    };
  }

  const amountsOf = (figures: (Figure | undefined)[]) => figures.map((figure) => figure?.amount ?? null);
  const periods = [...byPeriod.values()].map((entry) => {
    const figures = codes.map((_, place) => entry.figures[place]);
    return { ...entry, figures, total: totalOf(amountsOf(figures)) };
  });
  return {
    unit: columnOf(panel, chart.value, "amount").unit,
    series: Object.values(series.choices),
    periods,
    totals: codes.map((_, place) => totalOf(amountsOf(periods.map(({ figures }) => figures[place])))),
    total: totalOf(periods.flatMap(({ figures }) => amountsOf(figures))),
    quarter: String(at(first, chart.quarter)),
    documents: [...new Set(rows.map((row) => String(at(row, chart.document))))],
  };
}
