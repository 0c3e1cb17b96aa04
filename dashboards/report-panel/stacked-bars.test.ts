import { expect, test } from "@jest/globals";
import { fundingByYear } from "../../schema/subjects/funding/panels/funding-by-year.ts";
import { fundingAnswer, fundingRows } from "../../test/setup/funding-answer.ts";
import type { Frame } from "../drawing/picture.ts";
import { crossTable } from "./cross-table.ts";
import { drawCrossTable } from "./stacked-bars.ts";

const frame: Frame = { width: 960, height: 400, language: "ko", alternative: "", title: null, notes: [] };

function draw(rows = fundingRows(), change: Partial<Frame> = {}): string {
  const table = crossTable(fundingByYear, fundingAnswer(rows));
  if (!table) throw new Error("The answer has rows.");
  return drawCrossTable(table, { ...frame, ...change });
}

/** The texts of a picture, in its order. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

/** Top and bottom of each bar of a colour, in the picture's pixels. */
const barsOf = (svg: string, color: string) =>
  [...svg.matchAll(/<path d="M\S+ (\S+)l\S+ 0l0 -(\S+)l[^"]*" fill="([^"]+)"[^>]*ecmeta_ssr_type="chart"/g)]
    .filter(([, , , fill]) => fill === color)
    .map(([, bottom, height]) => ({ bottom: Number(bottom), height: Number(height) }));

test("bars begin at 0 and are as high as their amounts", () => {
  const svg = draw();
  const zero = Number(/translate\(\S+ ([\d.]+)\)"[^>]*>0<\/text>/.exec(svg)?.[1]);
  const [first, second, third] = barsOf(svg, "#256ef4");
  // 시비: 612.5 on 12.5 of 도비, 680 on 140, 820 on nothing.
  expect(first!.height / third!.height).toBeCloseTo(612.5 / 820, 2);
  expect(second!.height / third!.height).toBeCloseTo(680 / 820, 2);
  // Half a pixel of the white edge around a bar.
  for (const { bottom } of [...barsOf(svg, "#9e6a00"), third!]) expect(bottom).toBeCloseTo(zero - 0.5, 1);
});

test("amounts, sums, unit and the end of what is reported are written in the picture", () => {
  const texts = textsOf(draw());
  for (const text of ["백만원", "106.5", "612.5", "625", "시비", "기준 분기 이후"])
    expect(texts).toContain(text);
});

test("what is not reported says so and has no bar", () => {
  const blank = fundingRows().map((row) =>
    row.period.label === "'20" ? { ...row, amount: null, state: "BLANK" } : row,
  );
  const svg = draw(blank);
  expect(textsOf(svg)).toContain("미보고");
  expect(barsOf(svg, "#256ef4")).toHaveLength(barsOf(draw(), "#256ef4").length - 1);
});

test("it carries its alternative, title and notes inside, as text and not as markup", () => {
  const svg = draw(undefined, {
    alternative: 'a "quoted" <b>',
    title: "제목",
    notes: ["<script>합성 데이터"],
  });
  expect(svg).toMatch(/^<svg role="img" aria-label="a &quot;quoted&quot; &lt;b&gt;"/);
  expect(textsOf(svg)).toEqual(expect.arrayContaining(["제목", "&lt;script&gt;합성 데이터"]));
});
