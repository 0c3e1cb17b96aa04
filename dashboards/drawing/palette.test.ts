import { expect, test } from "@jest/globals";
import { ink, lineStyles, seriesStyles } from "./palette.ts";

/** Relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("the measure of contrast is that of WCAG: 21 for black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
});

test.each([...seriesStyles, ...lineStyles].map(({ color }) => color))(
  "%s is told from white paper",
  (colour) => {
    expect(contrast(colour, ink.paper)).toBeGreaterThanOrEqual(3);
  },
);

// The last stands for what is not reported, and in Grafana has a grey of its own.
test.each(seriesStyles.slice(0, -1).map(({ color }) => color))(
  "%s is told from a dark panel of Grafana",
  (colour) => {
    expect(contrast(colour, "#181b1f")).toBeGreaterThanOrEqual(3);
  },
);

test("no two series look the same: each has a colour of its own, and of the colours only two have no pattern", () => {
  expect(new Set(seriesStyles.map(({ color }) => color)).size).toBe(seriesStyles.length);
  const patterns = seriesStyles.map(({ decal }) => JSON.stringify(decal));
  expect(new Set(patterns).size).toBe(seriesStyles.length - 1);
});

test("words are read on the paper and on the shade", () => {
  for (const paper of [ink.paper, ink.shade]) {
    expect(contrast(ink.text, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink.quiet, paper)).toBeGreaterThanOrEqual(4.5);
  }
});
