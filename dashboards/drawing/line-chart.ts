import type { LineSeriesOption } from "echarts/charts";
import type { EChartsCoreOption } from "echarts/core";
import type { Lines } from "../../schema/panels/chart.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import { categoryAxis, chartBase, namesOf, numberOf, valueAxis } from "./chart-base.ts";
import { lineStyles } from "./palette.ts";

/** Values over time, each with its own dash and sign; what is missing is a gap and never 0. */
export function lineChart(table: PanelTable, { category, values }: Lines): EChartsCoreOption {
  const label = (name: string) => table.columns.find((column) => column.name === name)?.label ?? name;
  const series = values.map(
    (name, at): LineSeriesOption => ({
      name: label(name),
      type: "line",
      connectNulls: false,
      symbolSize: 9,
      ...lineStyles[at],
      data: table.rows.map(({ cells }, index) => ({
        value: numberOf(table, index, name) ?? "-",
        name: cells[name]?.text ?? "",
      })),
      label: {
        show: values.length === 1 && table.rows.length <= 12,
        formatter: ({ name: text }) => text,
      },
    }),
  );
  return {
    ...chartBase(values.map(label)),
    grid: { left: 4, right: 24, containLabel: true },
    xAxis: categoryAxis(namesOf(table, category)),
    yAxis: valueAxis(table, values),
    series,
  };
}
