import type { BarSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { EChartsCoreOption } from "echarts/core";
import type { Bars } from "../panels/panel.ts";
import { categoryAxis, chartBase, numberOf, valueAxis } from "./chart-base.ts";
import { ink, seriesStyles } from "./palette.ts";
import type { Sheet } from "./sheet.ts";

/** A figure on top of a bar takes about this many pixels; where bars are closer the table tells. */
const roomOfLabel = 44;

/** Bars from 0; what is no figure has no bar and says so in words; what should be reached is a mark. */
export function bars(sheet: Sheet, chart: Bars, width: number): EChartsCoreOption {
  const names = sheet.rows.map(({ cells }) => cells[chart.category]?.text ?? "");
  const label = (name: string) => sheet.columns.find((column) => column.name === name)?.label ?? name;
  const legend = [...chart.values, ...(chart.target ? [chart.target] : [])].map(label);
  const category = { ...categoryAxis(names), ...(chart.horizontal && { inverse: true }) };
  const value = valueAxis(sheet, chart.values);
  const series = chart.values.map((name, at): BarSeriesOption => {
    const style = seriesStyles[chart.values.length === 1 ? 2 : at];
    return {
      name: label(name),
      type: "bar",
      barMaxWidth: 40,
      ...(chart.stacked && { stack: "all" }),
      itemStyle: { ...style, borderColor: ink.paper, borderWidth: 1 },
      data: sheet.rows.map((row, index) => ({
        value: numberOf(sheet, index, name) ?? 0,
        name: row.cells[name]?.text ?? "",
        groupId: String(index),
        label: {
          show:
            !chart.stacked && (names.length * chart.values.length * roomOfLabel <= width || chart.horizontal),
          color: numberOf(sheet, index, name) === null ? ink.quiet : ink.text,
        },
      })),
      label: {
        position: chart.horizontal ? "right" : "top",
        fontSize: 12,
        formatter: ({ name: text }) => text,
      },
    };
  });
  return {
    ...chartBase(legend.length > 1 ? legend : []),
    grid: {
      left: 4,
      right: chart.horizontal ? 76 : 8,
      containLabel: true,
    },
    xAxis: chart.horizontal ? value : category,
    yAxis: chart.horizontal
      ? { ...category, axisLabel: { color: ink.text, fontSize: 13, width: width / 3, overflow: "break" } }
      : value,
    series: [...series, ...(chart.target ? [targets(sheet, chart, label(chart.target))] : [])],
  };
}

/** What should be reached: a line across each bar; none where there is no target. */
function targets(sheet: Sheet, { target = "", horizontal }: Bars, name: string): ScatterSeriesOption {
  return {
    name,
    type: "scatter",
    symbol: "rect",
    symbolSize: horizontal ? [4, 26] : [44, 4],
    itemStyle: { color: ink.text },
    z: 3,
    data: sheet.rows.map((_, at) => {
      const value = numberOf(sheet, at, target) ?? "-";
      return horizontal ? [value, at] : [at, value];
    }),
  };
}
