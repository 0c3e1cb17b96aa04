import type { BarSeriesOption } from "echarts/charts";

/** Ink and lines of pictures: greys of KRDS. Pictures stand on white on every page, dark or printed. */
export const ink = { text: "#1e2124", quiet: "#464c53", line: "#cdd1d5", paper: "#ffffff", shade: "#f4f5f6" };

/** How the marks of one series look: a colour and, so that colour is not their only sign, a pattern. */
type SeriesStyle = { color: string } & Pick<NonNullable<BarSeriesOption["itemStyle"]>, "decal">;

const pattern = { color: "rgba(255,255,255,0.6)", symbol: "rect", symbolSize: 1, dashArrayX: [1, 0] };

/** How a bar looks that does not reach its target: the colour of danger of KRDS. */
export const belowTargetStyle: SeriesStyle = {
  color: "#de3412",
  decal: { ...pattern, dashArrayY: [2, 4], rotation: Math.PI / 4 },
};

/**
 * The looks of series, in order: colours of shade 50 of KRDS, each at least 3:1 against white and, but for the last,
 * against the dark panels of Grafana.
 */
export const seriesStyles: readonly SeriesStyle[] = [
  {
    color: "#9e6a00",
    decal: { ...pattern, symbol: "circle", symbolSize: 0.6, dashArrayX: [6, 0], dashArrayY: [6, 0] },
  },
  { color: "#228738", decal: { ...pattern, dashArrayY: [2, 4], rotation: -Math.PI / 4 } },
  { color: "#256ef4" },
  { color: "#6d7882", decal: { ...pattern, dashArrayY: [2, 3], rotation: Math.PI / 2 } },
  belowTargetStyle,
  { color: "#7a4dd1", decal: { ...pattern, dashArrayY: [1, 6] } },
  { color: "#12756b", decal: { ...pattern, symbol: "circle", dashArrayX: [4, 0], dashArrayY: [10, 0] } },
  { color: "#33363d" },
];

/** How lines look, in order: each with a colour, a dash and a sign of its own. */
export const lineStyles = [
  { color: "#256ef4", symbol: "circle", lineStyle: { width: 3 } },
  { color: "#9e6a00", symbol: "triangle", lineStyle: { width: 2, type: "dashed" as const } },
  { color: "#228738", symbol: "rect", lineStyle: { width: 2, type: "dotted" as const } },
  { color: "#6d7882", symbol: "diamond", lineStyle: { width: 2 } },
];
