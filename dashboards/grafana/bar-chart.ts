import { PanelBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import {
  LegendDisplayMode,
  LegendPlacement,
  StackingMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
} from "@grafana/grafana-foundation-sdk/common";
import { DashboardLinkBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { seriesStyles } from "../drawing/palette.ts";
import { columnOf, type DocumentPanel } from "../panels/panel.ts";
import { dataSource } from "./infinity-target.ts";
import { notReported, panelQuery, wonUnit } from "./panel-parts.ts";

/** A panel's stacked bars in Grafana; each bar leads to the panel's page on the hub. */
export function barChart(panel: DocumentPanel): PanelBuilder {
  const category = columnOf(panel, panel.chart.category, "period").label.ko;
  const series = columnOf(panel, panel.chart.series, "choice");
  const value = columnOf(panel, panel.chart.value, "amount").label.ko;
  const choices = Object.keys(panel.variables).map((name) => `${name}=\${${name}:percentencode}`);
  const page = new DashboardLinkBuilder("허브에서 수치와 출처 보기")
    .url(`\${hub}/panels/${panel.name}?${choices.join("&")}`)
    .targetBlank(true);
  const builder = new PanelBuilder()
    .title(panel.title.ko)
    .description(`${panel.description.ko} 단위: 원.`)
    .datasource(dataSource)
    .withTarget(panelQuery(panel))
    .withTransformation({
      id: "groupingToMatrix",
      options: { columnField: series.label.ko, rowField: category, valueField: value, emptyValue: "null" },
    })
    .xField(`${category}\\${series.label.ko}`)
    .orientation(VizOrientation.Vertical)
    .stacking(StackingMode.Normal)
    .showValue(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true),
    )
    .fillOpacity(90)
    .unit(wonUnit)
    .min(0)
    .noValue(notReported)
    .dataLinks([page]);
  for (const [at, [code, { ko }]] of Object.entries(series.choices).entries()) {
    builder.overrideByName(code, [
      { id: "displayName", value: ko },
      { id: "color", value: { mode: "fixed", fixedColor: seriesStyles[at]?.color } },
    ]);
  }
  return builder;
}
