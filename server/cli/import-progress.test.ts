import { expect, test } from "@jest/globals";
import { ImportProgress } from "./import-progress.ts";

/** What is written to a channel while two tables are read, the second in one go. */
function written(channel: { isTTY?: boolean; columns?: number }): string[] {
  const texts: string[] = [];
  const progress = new ImportProgress({ ...channel, write: (text) => texts.push(text) });
  for (const share of [0, 0.004, 0.05, 0.052, 0.5, 0.55, 1, 1])
    progress.show({
      stage: "reading",
      document: "구매.csv",
      sheet: null,
      share,
      rows: Math.round(share * 1_000_000),
    });
  progress.show({ stage: "reading", document: "자료.xlsx", sheet: "판매장", share: 1, rows: 12 });
  progress.end();
  progress.end();
  return texts;
}

test("on a terminal a bar moves with each percent, and is gone at the end", () => {
  const texts = written({ isTTY: true, columns: 200 });
  expect(texts.map((text) => /\d+%.*$/.exec(text)?.[0] ?? "")).toEqual([
    "0%  0행 / rows  구매.csv",
    "5%  50,000행 / rows  구매.csv",
    "50%  500,000행 / rows  구매.csv",
    "55%  550,000행 / rows  구매.csv",
    "100%  1,000,000행 / rows  구매.csv",
    "100%  12행 / rows  자료.xlsx 판매장",
    "",
  ]);
  expect(texts[2]).toContain(`${"█".repeat(15)}${"░".repeat(15)} `);
  expect(texts.every((text) => text.startsWith("\r\x1b[K") && !text.includes("\n"))).toBe(true);
  expect(texts.at(-1)).toBe("\r\x1b[K");
});

test("a narrow terminal gets what fits into a line, Hangul two columns wide", () => {
  // 30 of the bar, 7 of the percentage, 6 digits with their comma, and 2 of the Hangul; the last column stays free.
  expect(written({ isTTY: true, columns: 46 })[1]).toMatch(/░ {3}5% {2}50,000행$/);
  expect(written({ isTTY: true, columns: 45 })[1]).toMatch(/░ {3}5% {2}50,000$/);
});

test("file names in Hanja, and in the decomposed Hangul of macOS, are as wide as they appear", () => {
  const lineOf = (document: string, columns: number) => {
    const texts: string[] = [];
    const progress = new ImportProgress({ isTTY: true, columns, write: (text) => texts.push(text) });
    progress.show({ stage: "reading", document, sheet: null, share: 1, rows: 5 });
    return texts[0];
  };
  // 49 columns precede the name.
  expect(lineOf("豫算.csv", 52)).toMatch(/ {2}豫$/);
  expect(lineOf("예산.csv".normalize("NFD"), 52)).toMatch(new RegExp(` {2}${"예".normalize("NFD")}$`));
});

test("elsewhere it is a line for each tenth, without a bar", () => {
  expect(written({})).toEqual([
    "구매.csv: 50%, 500,000행 / rows\n",
    "구매.csv: 100%, 1,000,000행 / rows\n",
    "자료.xlsx 판매장: 100%, 12행 / rows\n",
  ]);
});

test("before and after the rows it says what is being done, once", () => {
  const texts: string[] = [];
  const progress = new ImportProgress({ write: (text) => texts.push(text) });
  for (const stage of ["opening", "reading", "publishing", "publishing"] as const)
    progress.show({ stage, document: "구매.xlsx", sheet: null, share: stage === "opening" ? 0 : 1, rows: 5 });
  expect(texts).toEqual([
    "구매.xlsx: 여는 중 / opening\n",
    "구매.xlsx: 100%, 5행 / rows\n",
    "구매.xlsx: 공표하는 중 / publishing\n",
  ]);
});
