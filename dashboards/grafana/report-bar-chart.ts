import { PanelBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import { StackingMode, VisibilityMode, VizOrientation } from "@grafana/grafana-foundation-sdk/common";
import { columnOf, type DocumentPanel } from "../../schema/panels/panel.ts";
import { seriesStyles } from "../drawing/palette.ts";
import { wonUnit } from "./field-overrides.ts";
import { dataSource } from "./infinity-target.ts";
import { linkOfAll, markLinks } from "./mark-links.ts";
import { legend } from "./panel-defaults.ts";
import { columnsFor, query } from "./panel-parts.ts";

/** A panel's stacked bars in Grafana; each bar leads to the panel's page on the hub. */
export function barChart(panel: DocumentPanel): PanelBuilder {
  const category = columnOf(panel, panel.chart.category, "period").label.ko;
  const series = columnOf(panel, panel.chart.series, "choice");
  const value = columnOf(panel, panel.chart.value, "amount").label.ko;
  const builder = new PanelBuilder()
    .title(panel.title.ko)
    .description(`${panel.description.ko} 단위: 원.`)
    .datasource(dataSource)
    .withTarget(query(panel, columnsFor(panel)))
    .withTransformation({
      id: "groupingToMatrix",
      options: { columnField: series.label.ko, rowField: category, valueField: value, emptyValue: "null" },
    })
    .xField(`${category}\\${series.label.ko}`)
    .orientation(VizOrientation.Vertical)
    .stacking(StackingMode.Normal)
    .showValue(VisibilityMode.Never)
    .legend(legend(true))
    .fillOpacity(90)
    .unit(wonUnit)
    .min(0)
    .dataLinks(markLinks(panel).map(linkOfAll));
  for (const [at, [code, { ko }]] of Object.entries(series.choices).entries()) {
    builder.overrideByName(code, [
      { id: "displayName", value: ko },
      { id: "color", value: { mode: "fixed", fixedColor: seriesStyles[at]?.color } },
    ]);
  }
  return builder;
}
