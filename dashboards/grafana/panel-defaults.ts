import type { PanelBuilder as BarChartBuilder } from "@grafana/grafana-foundation-sdk/barchart";
import {
  LegendDisplayMode,
  LegendPlacement,
  VizLegendOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { DynamicConfigValue } from "@grafana/grafana-foundation-sdk/dashboard";
import type { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import type { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import type { PanelBuilder as TimeSeriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { Column } from "../../schema/panels/column.ts";
import { noneValue } from "../../schema/panels/none-value.ts";
import type { SummaryPanel } from "../../schema/panels/panel.ts";
import { columnsOf } from "../panel-table/panel-table.ts";
import { notReported, overridesOf, reasonWords, wonUnit } from "./field-overrides.ts";
import { dataSource } from "./infinity-target.ts";
import { factColumns, linkOfAll, markLinks } from "./mark-links.ts";
import { besideLink, besideRate } from "./panel-parts.ts";
import { orderColumns } from "./report-tables.ts";

type AnyPanel = BarChartBuilder | StatBuilder | TableBuilder | TimeSeriesBuilder;

interface DefaultsOptions {
  /** How to read what is drawn here. */
  note?: string;
  /** The fields that lead to the facts; all, where left out. */
  linked?: string[];
}

/** Title, units, words and links, the same for every kind of panel. */
export function withPanelDefaults<Kind extends AnyPanel>(
  builder: Kind,
  panel: SummaryPanel,
  { note = "", linked }: DefaultsOptions = {},
): Kind {
  const columns = Object.values(panel.columns);
  builder
    .title(panel.title.ko)
    .description([panel.description.ko, note, `단위: ${unitsOf(panel)}.`].filter(Boolean).join(" "))
    .datasource(dataSource)
    // Of fields, not of the panel: a panel without rows says these words too, and may be one that failed.
    .overrideByRegexp("/.*/", [{ id: "noValue", value: notReported }])
    .dataLinks(linked ? [] : markLinks(panel).map(linkOfAll))
    .withTransformation(
      orderColumns([...columns.map(({ label }) => label.ko), ...columns.flatMap(besideOf)]),
    );
  for (const name of linked ?? []) override(builder, name, [{ id: "links", value: markLinks(panel) }]);
  for (const column of columns) {
    override(builder, column.label.ko, overridesOf(column));
    if (column.kind === "rate") {
      const { numerator, denominator, reason } = besideRate(column);
      const unit = { id: "unit", value: column.parts.won ? wonUnit : `suffix: ${column.parts.ko}` };
      for (const part of [numerator, denominator]) override(builder, part, [unit]);
      override(builder, reason, reasonWords());
    }
    if (column.kind === "link") {
      for (const place of Object.values(besideLink(column)))
        override(builder, place, [...unseen, inLinks("")]);
    }
  }
  for (const { text } of factColumns(panel)) override(builder, text, [...unseen, inLinks(noneValue)]);
  return builder;
}

/** Adds to how a field looks, by its name. */
export function override(builder: AnyPanel, name: string, properties: DynamicConfigValue[]): void {
  if (properties.length > 0) builder.overrideByName(name, properties);
}

/** The names of what is drawn, below it. */
export const legend = (isShown: boolean): VizLegendOptionsBuilder =>
  new VizLegendOptionsBuilder()
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom)
    .showLegend(isShown);

/** The label of a panel's column. */
export const labelOf = ({ columns }: SummaryPanel, name: string): string => columns[name]?.label.ko ?? name;

const besideOf = (column: Column): string[] =>
  column.kind === "rate" ? Object.values(besideRate(column)) : [];

const isRatio = ({ kind }: Column) => kind === "rate" || kind === "fraction";

function unitsOf(panel: SummaryPanel): string {
  const units = columnsOf(panel, "ko").flatMap(({ unit }) => (unit ? [unit] : []));
  const ratio = Object.values(panel.columns).some(isRatio) ? ["%"] : [];
  return [...new Set([...units, ...ratio])].join(", ") || "없음";
}

/** What stands for null in links, which take values as they are shown: else 미보고. */
const inLinks = (value: string): DynamicConfigValue => ({ id: "noValue", value });

/** Neither drawn nor listed nor told on hover: what links are made of. */
const unseen: DynamicConfigValue[] = [
  { id: "custom.hidden", value: true },
  { id: "custom.hideFrom", value: { viz: true, legend: true, tooltip: true } },
];
