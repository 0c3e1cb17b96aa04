import { expect, test } from "@jest/globals";
import { Parser } from "htmlparser2";
import { documentBlocks } from "./document-blocks.ts";
import type { CellOfPage, LineOfPage, ParagraphOfPage } from "./printed-paragraph.ts";

const paragraph = (text: string, page: number | null = null): ParagraphOfPage => ({
  ...{ text, page, indent: 0, isListItem: false },
});
const line = (number: number, text: string, page: number | null = null): LineOfPage => ({
  ...{ ...paragraph(text, page), number, headingLevel: null, table: null, cells: null },
});
const row = (number: number, cells: CellOfPage[], page: number | null = null): LineOfPage => ({
  ...{ ...line(number, "", page), table: 1, cells },
});
const cell = (column: number, text: string, rowSpan = 1, columnSpan = 1): CellOfPage => ({
  ...{ column, rowSpan, columnSpan, paragraphs: text === "" ? [] : [paragraph(text)] },
});
const markupOf = (lines: LineOfPage[], findings: Parameters<typeof documentBlocks>[1] = () => []) =>
  documentBlocks(lines, findings, "ko").text;

/** The text of each row's cells, without the numbers in the margin. */
function rowsIn(markup: string): string[][] {
  const rows: string[][] = [];
  let isCell = false;
  new Parser({
    onopentag: (name, { class: look }) => {
      if (name === "tr") rows.push([]);
      if (name === "td") isCell = look !== "line-cell";
      if (name === "td" && isCell) rows.at(-1)!.push("");
    },
    ontext: (text) => {
      const cells = rows.at(-1);
      if (isCell && cells) cells[cells.length - 1] += text.trim();
    },
  }).end(markup);
  return rows;
}

test("a hostile document shows its letters and runs nothing", () => {
  const hostile = `<script>alert(1)</script>"'&`;
  const finding = { code: "NAME_VARIANT", severity: "NOTE", message: hostile, line: 2 } as never;
  const markup = markupOf([line(1, hostile), row(2, [cell(1, hostile)])], (number) =>
    number === 2 ? [finding] : [],
  );
  expect(markup).not.toContain("<script>");
  expect(markup.split("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;")).toHaveLength(4);
});

test("merged cells cover the places beside and below them, and places without a cell are blank", () => {
  const markup = markupOf([
    row(1, [cell(1, "가", 2), cell(2, "나", 1, 2)]),
    row(2, [cell(3, "다")]),
    row(3, [cell(1, "라"), cell(2, "마"), cell(3, "바")]),
  ]);
  expect(rowsIn(markup)).toEqual([
    ["가", "나"],
    ["", "다"],
    ["라", "마", "바"],
  ]);
  expect(markup).toContain(`id="L1C2" colspan="2"`);
});

test("a table that a page of lines begins within keeps its columns", () => {
  const rest = [row(501, [cell(2, "국비"), cell(3, "106.5")]), row(502, [cell(2, "도비"), cell(3, "46")])];
  expect(rowsIn(markupOf(rest))).toEqual([
    ["", "국비", "106.5"],
    ["", "도비", "46"],
  ]);
});

test("a row's findings stand below its table, and pages of a PDF begin where they did", () => {
  const finding = { code: "SUM_MISMATCH", severity: "WARNING", message: "틀림", line: 2 } as never;
  const markup = markupOf(
    [line(1, "앞", 1), row(2, [cell(1, "합계")], 1), row(3, [cell(1, "국비")], 2), line(4, "뒤", 3)],
    (number) => (number === 2 ? [finding] : []),
  );
  expect(markup.indexOf("틀림")).toBeGreaterThan(markup.indexOf("국비"));
  expect(markup.indexOf("2쪽")).toBeGreaterThan(markup.indexOf("합계"));
  expect(markup.indexOf("3쪽")).toBeGreaterThan(markup.indexOf("국비"));
  expect(markup).not.toContain("1쪽");
});
