import type { EChartsCoreOption } from "echarts/core";
import { formatShare } from "../panel-table/format-amount.ts";
import type { PanelTable } from "../panel-table/panel-table.ts";
import { coverageMark, isPartial } from "../panel-table/partial.ts";
import { ink } from "./palette.ts";

/** What all drawings share: font, paper, legend. */
export const chartBase = (legend: string[]): EChartsCoreOption => ({
  animation: false,
  aria: { enabled: true, label: { enabled: false } },
  textStyle: { fontFamily: "'Pretendard GOV', sans-serif", color: ink.text },
  backgroundColor: ink.paper,
  legend: { data: legend, left: 0, padding: 0, itemGap: 16, selectedMode: false, show: legend.length > 0 },
});

const numbers = new Intl.NumberFormat("ko-KR", { maximumFractionDigits: 6 });

/** The axis of figures, from 0, with the unit of the first value column at its end. */
export function valueAxis({ panel, columns }: PanelTable, values: string[], horizontal = false): object {
  const kind = panel.columns[values[0] ?? ""]?.kind;
  const isShare = kind === "rate" || kind === "fraction";
  const unit = columns.find(({ name }) => name === values[0])?.unit ?? "";
  return {
    type: "value",
    name: isShare ? "%" : unit,
    nameTextStyle: { color: ink.quiet, ...(!horizontal && { align: "left" }) },
    axisLabel: {
      color: ink.quiet,
      hideOverlap: true,
      formatter: (value: number) => (isShare ? formatShare(value) : numbers.format(value)),
    },
    splitLine: { lineStyle: { color: ink.line } },
  };
}

/** What the rows of a table are called along an axis: a year stands above its quarters and months, and what is reported in part says so. */
export function namesOf({ panel, rows }: PanelTable, category: string): string[] {
  const isPeriod = ["quarter", "month"].includes(panel.columns[category]?.kind ?? "");
  return rows.map((row) => {
    const name = row.cells[category]?.text ?? "";
    const mark = row.coverage && isPartial(row, category) ? coverageMark(row.coverage) : null;
    const short = isPeriod ? name.replace(/년 | /, "\n") : name;
    return mark === null ? short : `${short}${isPeriod ? "\n" : " "}(${mark})`;
  });
}

/** The axis of categories. */
export const categoryAxis = (names: string[]): object => ({
  type: "category",
  data: names,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: ink.quiet } },
  axisLabel: { color: ink.text, fontSize: 13, interval: 0, lineHeight: 17, hideOverlap: true },
});

/** The cell of a row, as a number; null where it is no figure. */
export const numberOf = ({ rows }: PanelTable, at: number, column: string): number | null => {
  const value = rows[at]?.cells[column]?.value ?? null;
  return typeof value === "number" ? value : null;
};
