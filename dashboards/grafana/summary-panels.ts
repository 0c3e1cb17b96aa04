import { PanelBuilder as BarChartBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import { StackingMode, VizOrientation } from "@grafana/grafana-foundation-sdk/common";
import { DashboardLinkBuilder, type DynamicConfigValue } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import { lineStyles, seriesStyles } from "../drawing/palette.ts";
import type { Column, SummaryPanel } from "../panels/panel.ts";
import { dataSource } from "./infinity-target.ts";
import { notReported, panelQuery, partsOf, query, wonUnit, words } from "./panel-parts.ts";
import { inOrder } from "./tables.ts";

type AnyPanel = BarChartBuilder | StatBuilder | TableBuilder;

/** A summary panel as Grafana draws it. Grafana's line charts need times, so what is over time is bars there. */
export function summaryPanel(panel: SummaryPanel): AnyPanel {
  const { chart } = panel;
  if (chart.kind === "stats") {
    const shown = chart.values.map((name) => panel.columns[name]?.label.ko ?? name);
    return dressed(new StatBuilder(), panel, shown).reduceOptions(allFields);
  }
  if (chart.kind === "table" || (chart.kind === "bars" && chart.by))
    return dressed(new TableBuilder(), panel);
  const values = chart.kind === "bars" && chart.target ? [...chart.values, chart.target] : chart.values;
  const builder = dressed(
    new BarChartBuilder(),
    panel,
    [chart.category, ...values].map((name) => panel.columns[name]?.label.ko ?? name),
  );
  const sideways = chart.kind === "bars" && chart.horizontal;
  return builder
    .xField(panel.columns[chart.category]?.label.ko ?? chart.category)
    .orientation(sideways ? VizOrientation.Horizontal : VizOrientation.Vertical)
    .stacking(StackingMode.None)
    .fillOpacity(90);
}

/** Whose figures a board has, and whether that is a real city; an error where the hub knows no such municipality. */
export function originTable(panel: SummaryPanel): TableBuilder {
  const kind = "자료 구분";
  return new TableBuilder()
    .title("자료")
    .datasource(dataSource)
    .withTarget(
      query({ ...panel, rows: "municipality" }, [
        { selector: "name", text: "지방자치단체", type: "string" },
        { selector: "synthetic", text: kind, type: "string" },
      ]),
    )
    .noValue("-")
    .overrideByName(kind, [words({ true: { ko: "합성 데이터" }, false: { ko: "실제 자료" } })]);
}

const allFields: Builder<{ values: boolean; calcs: string[]; fields: string }> = {
  build: () => ({ values: true, calcs: ["lastNotNull"], fields: "/.*/" }),
};

/** Title, question, units and links, the same for every kind; `shown` keeps only these columns, by label. */
function dressed<Kind extends AnyPanel>(builder: Kind, panel: SummaryPanel, shown?: string[]): Kind {
  const choices = Object.keys(panel.variables).map((name) => `${name}=\${${name}:percentencode}`);
  const page = new DashboardLinkBuilder("허브에서 근거 보기")
    .url(`\${hub}/panels/${panel.name}?${choices.join("&")}`)
    .targetBlank(true);
  builder
    .title(panel.title.ko)
    .description(panel.description.ko)
    .datasource(dataSource)
    .withTarget(panelQuery(panel))
    .noValue(notReported)
    .dataLinks([page]);
  const labels = Object.values(panel.columns).map(({ label }) => label.ko);
  builder.withTransformation(inOrder(labels));
  for (const [at, column] of Object.values(panel.columns).entries()) {
    const hidden = shown && !shown.includes(column.label.ko);
    const properties = [...propertiesOf(column, at), ...(hidden ? [outOfSight] : [])];
    if (properties.length > 0) builder.overrideByName(column.label.ko, properties);
    if (column.kind === "rate") {
      for (const part of partsOf(column.label.ko)) {
        const unit = { id: "unit", value: column.parts.won ? wonUnit : `suffix:${column.parts.ko}` };
        builder.overrideByName(part, [unit, ...(shown ? [outOfSight] : [])]);
      }
    }
  }
  return builder;
}

/** Not drawn, but told where a mark is hovered over: the parts of a rate. */
const outOfSight: DynamicConfigValue = {
  id: "custom.hideFrom",
  value: { viz: true, legend: true, tooltip: false },
};

function propertiesOf(column: Column, at: number): DynamicConfigValue[] {
  const color = {
    id: "color",
    value: {
      mode: "fixed",
      fixedColor: seriesStyles[at % seriesStyles.length]?.color ?? lineStyles[0]?.color,
    },
  };
  switch (column.kind) {
    case "choice":
      return [words(column.choices)];
    case "money":
    case "count":
      return [{ id: "unit", value: `suffix:${column.unit.ko}` }, color];
    case "rate":
    case "fraction":
      return [{ id: "unit", value: "percentunit" }, { id: "decimals", value: 1 }, color];
    default:
      return [];
  }
}
