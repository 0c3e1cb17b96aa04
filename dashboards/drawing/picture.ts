import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TitleComponent,
} from "echarts/components";
import type { EChartsCoreOption } from "echarts/core";
import * as echarts from "echarts/core";
import { LabelLayout, LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { escapeText } from "../../schema/core/escape-markup.ts";
import type { LanguageCode } from "../../schema/core/localized.ts";
import { ink } from "./palette.ts";
import { widthOf } from "./text-width.ts";

echarts.use([
  AriaComponent,
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LabelLayout,
  LegacyGridContainLabel,
  LegendComponent,
  MarkAreaComponent,
  SVGRenderer,
  TitleComponent,
]);

/** A picture's size in pixels, its language, and what is written in it beside the drawing. */
export interface Frame {
  width: number;
  height: number;
  language: LanguageCode;
  /** Says the finding to those who do not see the picture. */
  alternative: string;
  /** Stands above the drawing; null where the page around it says it. */
  title: string | null;
  /** Stands below the drawing, one line each: synthetic mark, source, release. */
  notes: string[];
}

const noteHeight = 18;
const titleHeight = 44;

/** Room above the axes, in pixels: for the legend, row by row, and the unit, if it stands there. */
function headOf({ legend, yAxis }: EChartsCoreOption, width: number): number {
  const names = (legend as { data?: string[]; show?: boolean } | undefined)?.data ?? [];
  let [rows, end] = [0, width];
  for (const name of names) {
    // ECharts takes Hangul for as wide as high, and so breaks the legend early.
    const entry = 25 + 5 + widthOf(name, 14);
    if (end + entry > width) [rows, end] = [rows + 1, 0];
    end += entry + 16;
  }
  return ((yAxis as { name?: string }).name ? 28 : 8) + rows * 28;
}

/** Draws what ECharts is told as one SVG element, with title and notes of the frame. */
export function drawChart(option: EChartsCoreOption, frame: Frame): string {
  const { width, height, title, notes } = frame;
  const top = title === null ? 0 : titleHeight;
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    ...option,
    legend: { ...(option.legend as object), top, textStyle: { color: ink.text } },
    grid: {
      left: 56,
      right: 8,
      ...(option.grid as object),
      // A legend of two rows where the marks are many; none where there is one kind of mark.
      top: top + headOf(option, width),
      // Labels that the grid itself contains need less room than those below it.
      bottom:
        ((option.grid as { containLabel?: boolean })?.containLabel ? 16 : 52) + notes.length * noteHeight,
    },
    title: [
      ...(title === null
        ? []
        : [{ text: title, left: 0, top: 0, padding: 0, textStyle: { fontSize: 18, color: ink.text } }]),
      ...notes.map((note, at) => ({
        text: note,
        left: 0,
        bottom: 4 + (notes.length - 1 - at) * noteHeight,
        padding: 0,
        textStyle: { fontSize: 12, fontWeight: "normal" as const, color: ink.quiet },
      })),
    ],
  });
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return svg.replace("<svg ", `<svg role="img" aria-label="${escapeText(frame.alternative)}" `);
}
