import {
  AxisPlacement,
  SortOrder,
  TooltipDisplayMode,
  VisibilityMode,
} from "@grafana/grafana-foundation-sdk/common";
import type { DynamicConfigValue } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { Lines } from "../../schema/panels/chart.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { ink, lineStyles } from "../drawing/palette.ts";
import { labelOf, legend, override, withPanelDefaults } from "./panel-defaults.ts";
import { besideRate, columnsFor, query } from "./panel-parts.ts";

/** How Grafana reads a period, in moment's letters, and how it writes the time that begins it. */
const periods = {
  quarter: { form: "YYYY-[Q]Q", unit: "time:YYYY[년] Q[/4분기]" },
  month: { form: "YYYY-MM", unit: "time:YYYY[년] M[월]" },
};

/** Lines over time, each point at the beginning of its period; what is missing is a gap. */
export function linesPanel(panel: SummaryPanel, chart: Lines): PanelBuilder {
  const time = labelOf(panel, chart.category);
  const { form, unit } = periods[panel.columns[chart.category]?.kind === "month" ? "month" : "quarter"];
  const builder = withPanelDefaults(new PanelBuilder(), panel, {
    note: "가로축의 기간은 대시보드의 시간 범위에서 고릅니다.",
  })
    .withTarget(query(panel, columnsFor(panel)))
    .withTransformation({
      id: "convertFieldType",
      options: {
        conversions: [
          { targetField: time, destinationType: "time", dateFormat: form, timezone: "Asia/Seoul" },
        ],
      },
    })
    .showPoints(VisibilityMode.Always)
    .pointSize(8)
    .spanNulls(false)
    .legend(legend(true))
    .tooltip({ build: () => ({ mode: TooltipDisplayMode.Multi, sort: SortOrder.None }) })
    .min(0);
  override(builder, time, [{ id: "unit", value: unit }]);
  for (const [at, name] of chart.values.entries()) {
    const style = lineStyles[at % lineStyles.length];
    override(builder, labelOf(panel, name), [
      { id: "color", value: { mode: "fixed", fixedColor: style?.color } },
      { id: "custom.lineWidth", value: at === 0 ? 3 : 2 },
      { id: "custom.lineStyle", value: at === 0 ? { fill: "solid" } : { fill: "dash", dash: [10, 6] } },
    ]);
    const column = panel.columns[name];
    if (column?.kind !== "rate") continue;
    const { numerator, denominator } = besideRate(column);
    for (const part of [numerator, denominator]) override(builder, part, tooltipOnly);
  }
  return builder;
}

/** Told on hover and not seen: Grafana tells nothing of a line that it hides, and so this one has no width. */
const tooltipOnly: DynamicConfigValue[] = [
  { id: "color", value: { mode: "fixed", fixedColor: ink.line } },
  { id: "custom.lineWidth", value: 0 },
  { id: "custom.showPoints", value: VisibilityMode.Never },
  { id: "custom.pointSize", value: 1 },
  { id: "custom.axisPlacement", value: AxisPlacement.Hidden },
  { id: "custom.hideFrom", value: { viz: false, legend: true, tooltip: false } },
];
