import { PanelBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { DynamicConfigValue } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Bars } from "../../schema/panels/chart.ts";
import { noneValue } from "../../schema/panels/none-value.ts";
import { columnOf, type SummaryPanel } from "../../schema/panels/panel.ts";
import { seriesStyles } from "../drawing/palette.ts";
import { notReported, overridesOf } from "./field-overrides.ts";
import { markLinks } from "./mark-links.ts";
import { labelOf, legend, override, withPanelDefaults } from "./panel-defaults.ts";
import { columnsFor, query } from "./panel-parts.ts";
import { orderColumns } from "./report-tables.ts";

/** Bars from 0, one a row and value; a target that is the same for all rows is a broken line across them. */
export function barsPanel(panel: SummaryPanel, chart: Bars): PanelBuilder {
  const target = chart.target && labelOf(panel, chart.target);
  const note = target ? `여기서는 빨간 점선이 ${target}입니다.` : "";
  // Grafana draws thresholds across bars that stand, and not across those that lie.
  const standing = { ...chart, horizontal: chart.horizontal && !target };
  const builder = drawn(withPanelDefaults(new PanelBuilder(), panel, { note }), panel, standing)
    .withTarget(query(panel, columnsFor(panel, chart.values)))
    .xField(labelOf(panel, chart.category));
  for (const [at, name] of chart.values.entries()) {
    override(builder, labelOf(panel, name), [colorOf(chart.values.length === 1 ? 2 : at)]);
  }
  if (!chart.target || !target) return builder;
  return builder
    .withTarget(
      query(
        panel,
        [{ selector: panel.columns[chart.target]?.selector ?? "", text: target, type: "number" }],
        {
          refId: "B",
        },
      ),
    )
    .withTransformation({
      id: "configFromData",
      options: {
        configRefId: "B",
        mappings: [{ fieldName: target, handlerKey: "threshold1", reducerId: "lastNotNull" }],
        applyTo: { id: "byName", options: labelOf(panel, chart.values[0] ?? "") },
      },
    })
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
}

/** Bars cut by the choices of a column, each in its colour; each piece leads to its own facts. */
export function matrixPanel(panel: SummaryPanel, chart: Bars, by: string): PanelBuilder {
  const [category, series, value] = [chart.category, by, chart.values[0] ?? ""].map((name) =>
    labelOf(panel, name),
  ) as [string, string, string];
  const { choices } = columnOf(panel, by, "choice");
  const row = `${category}\\${series}`;
  const builder = drawn(withPanelDefaults(new PanelBuilder(), panel, { linked: [] }), panel, chart)
    .withTarget(query(panel, columnsFor(panel, chart.values)))
    // What is not reported is the text null from here on: the matrix takes no null for the name of a series.
    .withTransformation({
      id: "convertFieldType",
      options: { conversions: [{ targetField: series, destinationType: "string" }] },
    })
    .withTransformation({
      id: "groupingToMatrix",
      options: { columnField: series, rowField: category, valueField: value, emptyValue: "null" },
    })
    .withTransformation(orderColumns([row, ...Object.keys(choices), "null"]))
    .xField(row);
  const counted = panel.columns[chart.values[0] ?? ""];
  const unit = counted ? overridesOf(counted) : [];
  for (const [at, [code, { ko }]] of Object.entries(choices).entries()) {
    override(builder, code, [
      ...unit,
      { id: "displayName", value: ko },
      colorOf(at),
      { id: "links", value: markLinks(panel, { by, code, name: ko }) },
    ]);
  }
  const categoryColumn = panel.columns[chart.category];
  // A quarter stays a code here: links take the category as it is shown.
  override(builder, row, categoryColumn?.kind === "text" ? overridesOf(categoryColumn) : []);
  override(builder, "null", [
    ...unit,
    { id: "displayName", value: notReported },
    fixed("#b1b8be"),
    { id: "links", value: markLinks(panel, { by, code: noneValue, name: notReported }) },
  ]);
  return builder;
}

function drawn(
  builder: PanelBuilder,
  { columns }: SummaryPanel,
  { category, horizontal, stacked, by, values }: Bars,
): PanelBuilder {
  const isLong = !horizontal && columns[category]?.kind !== "choice";
  return builder
    .orientation(horizontal ? VizOrientation.Horizontal : VizOrientation.Vertical)
    .stacking(stacked ? StackingMode.Normal : StackingMode.None)
    .showValue(stacked || values.length > 2 ? VisibilityMode.Never : VisibilityMode.Auto)
    .text({ build: () => ({ valueSize: 12 }) })
    .xTickLabelRotation(isLong ? -30 : 0)
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi))
    .legend(legend(values.length > 1 || by !== undefined))
    .fillOpacity(90);
}

const fixed = (fixedColor: string | undefined): DynamicConfigValue => ({
  id: "color",
  value: { mode: "fixed", fixedColor },
});

const colorOf = (at: number) => fixed(`${seriesStyles[at % seriesStyles.length]?.color}`);
