import type { BarSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { EChartsCoreOption } from "echarts/core";
import type { Bars } from "../../schema/panels/chart.ts";
import { belowTargetName, belowTargetWord, isBelowTarget } from "../panel-table/below-target.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import { categoryAxis, chartBase, namesOf, numberOf, valueAxis } from "./chart-base.ts";
import { belowTargetStyle, ink, seriesStyles } from "./palette.ts";

/** A figure on top of a bar takes about this many pixels; where bars are closer the table tells. */
const roomOfLabel = 38;
/** What an axis of figures takes of the width, with its labels. */
const roomOfAxis = 60;

/** A label that ends nearer than this to the mark of a target, in pixels, is not told from it. */
const gapOfLabel = 10;

/**
 * Bars from 0; what is no figure has no bar and says so in words; what should be reached is a mark, and a bar
 * that does not reach it has a look and a word of its own.
 */
export function bars(table: PanelTable, chart: Bars, width: number): EChartsCoreOption {
  const label = (name: string) => table.columns.find((column) => column.name === name)?.label ?? name;
  const category = {
    ...categoryAxis(namesOf(table, chart.category)),
    ...(chart.horizontal && { inverse: true }),
  };
  const value = valueAxis(table, chart.values, chart.horizontal);
  const series = [
    ...chart.values.map((name) => ({ ...barsOf(table, chart, name, width), name: label(name) })),
    ...(chart.target ? [targets(table, chart, label(chart.target)), belowTargetInLegend(table, chart)] : []),
  ];
  return {
    ...chartBase(series.length > 1 ? series.map(({ name }) => String(name)) : []),
    // Latin names are a little wider than ECharts takes them for.
    grid: chart.horizontal
      ? { left: 12, right: 76, containLabel: true }
      : { left: 4, right: 8, containLabel: true },
    xAxis: chart.horizontal ? value : category,
    yAxis: chart.horizontal
      ? { ...category, axisLabel: { color: ink.text, fontSize: 13, width: width / 3, overflow: "break" } }
      : value,
    series,
  };
}

/** The bars of one column. */
function barsOf(table: PanelTable, chart: Bars, name: string, width: number): BarSeriesOption {
  const { values, stacked, horizontal } = chart;
  const isLabelled =
    !stacked && (horizontal || table.rows.length * values.length * roomOfLabel <= width - roomOfAxis);
  const style = seriesStyles[values.length === 1 ? 2 : values.indexOf(name)];
  return {
    type: "bar",
    barMaxWidth: 40,
    stack: stackOf(chart, name),
    itemStyle: { ...style, borderColor: ink.paper, borderWidth: 1 },
    data: table.rows.map((row, at) => {
      const figure = numberOf(table, at, name);
      const isBelow = isBelowTarget(row, chart, name);
      const words = row.cells[name]?.text ?? "";
      // Words are wider than figures: above a bar they stand one below the other.
      const text = figure === null && !horizontal ? words.replace(" ", "\n") : words;
      return {
        value: figure ?? 0,
        name: isBelow ? `${text} ${belowTargetWord[table.language]}` : text,
        groupId: String(at),
        ...(isBelow && { itemStyle: belowTargetStyle }),
        label: { show: isLabelled, color: figure === null ? ink.quiet : ink.text },
      };
    }),
    label: {
      position: horizontal ? "right" : "top",
      fontSize: 12,
      formatter: ({ name: text }) => text,
    },
    ...(horizontal && chart.target && { labelLayout: beyondTargets(table, name, chart.target, width) }),
  };
}

/** Puts a label that the mark of a target would run through behind that mark. */
function beyondTargets(
  table: PanelTable,
  name: string,
  target: string,
  width: number,
): BarSeriesOption["labelLayout"] {
  const all = table.rows.flatMap((_, at) => [
    numberOf(table, at, name) ?? 0,
    numberOf(table, at, target) ?? 0,
  ]);
  // Where there is no bar to measure by, the names and the room at the end leave about this much.
  const fallback = (width - 160) / Math.max(...all);
  return ({ dataIndex = 0, rect, labelRect }) => {
    const figure = numberOf(table, dataIndex, name) ?? 0;
    const pixels = figure > 0 ? rect.width / figure : fallback;
    const distance = pixels * ((numberOf(table, dataIndex, target) ?? 0) - figure);
    return distance >= 0 && distance < labelRect.width + gapOfLabel ? { dx: distance } : {};
  };
}

/** Bars of one stack stand on each other: all columns only where the chart is stacked. */
const stackOf = ({ stacked }: Bars, name = "") => (stacked ? "all" : name);

/** No bars of its own: tells in the legend how those look that do not reach their target. */
const belowTargetInLegend = (table: PanelTable, chart: Bars): BarSeriesOption => ({
  name: belowTargetName(table, chart),
  type: "bar",
  // With a stack of its own it would take room beside the bars.
  stack: stackOf(chart, chart.values[0]),
  itemStyle: belowTargetStyle,
  data: [],
});

/** What should be reached: a line across each bar; none where there is no target. */
function targets(table: PanelTable, { target = "", horizontal }: Bars, name: string): ScatterSeriesOption {
  return {
    name,
    type: "scatter",
    symbol: "rect",
    symbolSize: horizontal ? [4, 26] : [44, 4],
    itemStyle: { color: ink.text },
    z: 3,
    data: table.rows.map((_, at) => {
      const value = numberOf(table, at, target) ?? "-";
      return horizontal ? [value, at] : [at, value];
    }),
  };
}
