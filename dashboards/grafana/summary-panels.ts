import type { PanelBuilder as BarChartBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import { BigValueColorMode, BigValueTextMode } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import type { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import type { PanelBuilder as TimeSeriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { Stats } from "../../schema/panels/chart.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { barsPanel, matrixPanel } from "./bars-panel.ts";
import { linesPanel } from "./lines-panel.ts";
import { labelOf, withPanelDefaults } from "./panel-defaults.ts";
import { columnsFor, query } from "./panel-parts.ts";
import { measuredTable, plainTable } from "./table-panels.ts";

/** A summary panel as Grafana draws it. */
export function summaryPanel(
  panel: SummaryPanel,
): BarChartBuilder | StatBuilder | TableBuilder | TimeSeriesBuilder {
  const { chart } = panel;
  switch (chart.kind) {
    case "stats":
      return statsPanel(panel, chart);
    case "lines":
      return linesPanel(panel, chart);
    case "table":
      return plainTable(panel);
    case "bars":
      if (chart.by) return matrixPanel(panel, chart, chart.by);
      if (chart.target && !isSameForAll(panel, chart.target)) return measuredTable(panel, chart);
      return barsPanel(panel, chart);
  }
}

/** The elapsed share of the year is one for all rows, and so one line; other targets are each row's own. */
const isSameForAll = ({ columns }: SummaryPanel, target: string) => columns[target]?.selector === "elapsed";

function statsPanel(panel: SummaryPanel, { values }: Stats): StatBuilder {
  const names = values.map((name) => labelOf(panel, name).replaceAll(/[()/]/g, "\\$&"));
  return withPanelDefaults(new StatBuilder(), panel)
    .withTarget(query(panel, columnsFor(panel)))
    .reduceOptions({ build: () => ({ calcs: ["lastNotNull"], fields: `/^(${names.join("|")})$/` }) })
    .text({ build: () => ({ titleSize: 14, valueSize: 26 }) })
    .textMode(BigValueTextMode.ValueAndName)
    .colorMode(BigValueColorMode.None);
}
