import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import iconv from "iconv-lite";
import { blocksOfSheets, blocksOfText, linesOfBlock, linesPerBlock } from "./document-blocks.ts";

/** Lines as an editor shows them, worked out on the whole text. */
const linesAtOnce = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }));

const restored = async (blocks: Awaited<ReturnType<typeof blocksOfText>>, encoding: string) =>
  (await Promise.all(blocks.map((block) => linesOfBlock(block, encoding)))).flat();

// Long runs of lines, so that the borders of blocks fall on all kinds of line end.
const pieces = fc.array(
  fc.record({
    line: fc.constantFrom("", "회계과,1", "가나", "각", "a,b", "\t"),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    count: fc.integer({ min: 1, max: linesPerBlock + 2 }),
  }),
  { maxLength: 6 },
);

describe("the blocks of a text", () => {
  test.each([
    ["UTF-8", "utf8", pieces],
    // CP949 has no decomposed syllables.
    ["CP949", "cp949", pieces.map((list) => list.filter(({ line }) => line === line.normalize("NFC")))],
  ] as const)("give its lines back, as %s", async (encoding, codec, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.boolean(), fc.constantFrom("", "끝"), async (list, marked, last) => {
        const body = list.map(({ line, end, count }) => (line + end).repeat(count)).join("") + last;
        const text = encoding === "UTF-8" && marked ? `\uFEFF${body}` : body;
        const blocks = await blocksOfText(iconv.encode(text, codec));
        expect(await restored(blocks, encoding)).toEqual(linesAtOnce(text));
        const sizes = blocks.map(({ firstLine, lastLine }) => lastLine - firstLine + 1);
        expect(sizes.slice(0, -1).every((size) => size === linesPerBlock)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("keep a zero-width mark that a later block begins with", async () => {
    const text = `${"줄\n".repeat(linesPerBlock)}\uFEFF다음`;
    const lines = await restored(await blocksOfText(Buffer.from(text)), "UTF-8");
    expect(lines.at(-1)).toEqual({ number: linesPerBlock + 1, text: "\uFEFF다음" });
  });
});

test("the blocks of sheets keep rows apart by sheet, and numbers that are left out", async () => {
  const rows = Array.from({ length: linesPerBlock + 1 }, (_, index): [number, string] => [
    index * 2 + 1,
    `${index}`,
  ]);
  const blocks = await blocksOfSheets([rows, [], [[7, "표"]]]);
  expect(blocks.map(({ sheet, firstLine, lastLine }) => [sheet, firstLine, lastLine])).toEqual([
    [0, 1, 999],
    [0, 1001, 1001],
    [2, 7, 7],
  ]);
  expect(await linesOfBlock(blocks[2]!, "XLSX")).toEqual([{ number: 7, text: "표" }]);
  expect(await restored(blocks.slice(0, 2), "XLSX")).toEqual(
    rows.map(([number, text]) => ({ number, text })),
  );
});
