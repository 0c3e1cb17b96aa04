import type { BarSeriesOption } from "echarts/charts";
import type { EChartsCoreOption } from "echarts/core";
import type { LanguageCode } from "../../schema/core/localized.ts";
import { cellStateWords } from "../../schema/subjects/release/cell-state.ts";
import { ink, seriesStyles } from "../drawing/palette.ts";
import { drawChart, type Frame } from "../drawing/picture.ts";
import { formatAmount } from "../panel-table/format-amount.ts";
import type { CrossTable, PeriodOfTable } from "./cross-table.ts";
import { firstDayOf, holds, periodName } from "./period-name.ts";

const labels = {
  notReported: cellStateWords.BLANK,
  partly: { ko: "일부 미보고", en: "part missing" },
  afterQuarter: { ko: "기준 분기 이후", en: "after the report’s quarter" },
};

/** A mark lower than this, in parts of the highest bar, has no room for its amount. */
const roomForAmount = 0.08;

/** Draws the figures of a document as one SVG element, readable by itself and without a script. */
export const drawCrossTable = (table: CrossTable, frame: Frame): string =>
  drawChart(stackedBars(table, frame.language), frame);

/**
 * Bars from 0, one a period, cut by series in their order. What is not reported has no bar and says
 * so; periods that begin after the report's quarter stand on a shade that says so.
 */
function stackedBars(table: CrossTable, language: LanguageCode): EChartsCoreOption {
  const highest = Math.max(...table.periods.map(({ total }) => total.amount ?? 0));
  const marks = table.series.map(
    (name, at): BarSeriesOption => ({
      name: name[language],
      type: "bar",
      stack: "all",
      barMaxWidth: 72,
      itemStyle: { ...seriesStyles[at], borderColor: ink.paper, borderWidth: 1 },
      // Neither a 0 nor what is missing has a mark: the sum on top of the bar tells them apart.
      data: table.periods.map(({ figures }) => {
        const amount = figures[at]?.amount || null;
        return amount === null ? "-" : { value: amount, label: { show: amount >= highest * roomForAmount } };
      }),
      label: {
        color: ink.paper,
        backgroundColor: String(seriesStyles[at]?.color),
        padding: [1, 3],
        fontWeight: "bold",
        formatter: ({ value }) => formatAmount(Number(value), table.unit),
      },
      silent: true,
    }),
  );
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: "'Pretendard GOV', sans-serif", color: ink.text },
    backgroundColor: ink.paper,
    legend: {
      data: table.series.map((name) => name[language]),
      left: 0,
      padding: 0,
      itemGap: 16,
      selectedMode: false,
    },
    xAxis: {
      type: "category",
      data: table.periods.map(({ period }) => periodName(period)[language].replace(" ", "\n")),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.quiet } },
      axisLabel: { color: ink.text, fontSize: 13, interval: 0, lineHeight: 17 },
    },
    yAxis: {
      type: "value",
      name: table.unit[language],
      nameTextStyle: { color: ink.quiet, align: "right" },
      axisLabel: { color: ink.quiet, formatter: (amount: number) => formatAmount(amount, table.unit) },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [...marks, sums(table, language)],
  };
}

/** Nothing to see of its own: carries the sum on top of each bar and the shade behind later periods. */
function sums(table: CrossTable, language: LanguageCode): BarSeriesOption {
  const now = table.periods.findIndex(({ period }) => holds(period, firstDayOf(table.quarter)));
  const last = table.periods.length - 1;
  const shade: BarSeriesOption["markArea"] = {
    silent: true,
    itemStyle: { color: ink.shade },
    label: { color: ink.quiet, position: "top" },
    data: [[{ name: labels.afterQuarter[language], xAxis: now + 1 }, { xAxis: last }]],
  };
  return {
    type: "bar",
    stack: "all",
    silent: true,
    data: table.periods.map((period) => ({ value: 0, name: sumLabel(period, table, language) })),
    label: {
      show: true,
      position: "top",
      color: ink.text,
      fontWeight: "bold",
      fontSize: 13,
      formatter: ({ name }) => name,
    },
    ...(now >= 0 && now < last ? { markArea: shade } : {}),
  };
}

/** What stands on top of a bar: its sum, and in words what is missing from it. */
function sumLabel({ total }: PeriodOfTable, { unit }: CrossTable, language: LanguageCode): string {
  if (total.amount === null) return labels.notReported[language];
  return formatAmount(total.amount, unit) + (total.complete ? "" : `\n${labels.partly[language]}`);
}
