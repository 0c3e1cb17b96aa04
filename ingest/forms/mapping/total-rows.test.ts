import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { placesOf, readMapped } from "../../../test/ingest/read-mapped.ts";

const mapping = {
  feed: "outlet-sales",
  unit: "천원",
  columns: {
    판매장코드: { from: "판매장" },
    매출월: { from: "월" },
    매출액: { from: "매출" },
    참여기업수: { from: "기업" },
  },
  skip: ["소계", "합계", "누계", "※"],
};
const headings = ["판매장", "월", "매출", "기업"];

/** A table of groups of amounts, each closed by a subtotal, and all by a total; `slip` is added to one of the totals. */
function tableOf(groups: number[][], slip: { at: number; by: number } | null): string[][] {
  const printed = (total: number, at: number) => String(total + (slip?.at === at ? slip.by : 0));
  const sums = groups.map((group) => group.reduce((sum, amount) => sum + amount, 0));
  const rows = groups.flatMap((group, at) => [
    ...group.map((amount, index) => [`S${at}-${index}`, "2024-01", String(amount), ""]),
    ["소 계", "", printed(sums[at]!, at), ""],
  ]);
  const all = sums.reduce((sum, one) => sum + one, 0);
  return [
    headings,
    ...rows,
    ["합계", "", printed(all, groups.length), ""],
    ["※ 부가가치세 포함", "", "", ""],
  ];
}

const groupsOf = fc.array(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

describe("printed totals", () => {
  test("are no facts, and no finding where they are right", async () => {
    await fc.assert(
      fc.asyncProperty(groupsOf, async (groups) => {
        const { rows, findings } = await readMapped(tableOf(groups, null), mapping);
        expect(rows.map(({ values }) => values.매출액)).toEqual(
          groups.flat().map((amount) => BigInt(amount) * 1_000n),
        );
        expect(findings).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("are one finding where one is wrong, at its cell and with the difference", async () => {
    await fc.assert(
      fc.asyncProperty(groupsOf, fc.nat(), fc.integer({ min: 1, max: 999 }), async (groups, pick, by) => {
        const at = pick % (groups.length + 1);
        const { findings } = await readMapped(tableOf(groups, { at, by }), mapping);
        const above = groups.slice(0, at + 1).reduce((sum, group) => sum + group.length + 1, 0);
        const line = at === groups.length ? above + 2 : above + 1;
        expect(placesOf(findings)).toEqual([["SUM_MISMATCH", line, 3]]);
        expect(findings[0]!.message.en).toContain(`difference ${(by * 1_000).toLocaleString("ko-KR")})`);
      }),
      { numRuns: 30 },
    );
  });

  const month = (code: string, amount: string) => [code, "2024-01", amount, "2"];
  test.each<[string, string[][], number[]]>([
    [
      "above their rows",
      [
        ["합계", "", "6", ""],
        ["소계", "", "3", ""],
        month("A", "1"),
        month("B", "2"),
        ["소계", "", "3", ""],
        month("C", "3"),
      ],
      [],
    ],
    ["above their rows, wrong", [["합계", "", "7", ""], month("A", "1"), month("B", "2")], [2]],
    ["running on", [month("A", "1"), ["누계", "", "1", ""], month("B", "2"), ["누계", "", "3", ""]], []],
    [
      "running on, wrong",
      [month("A", "1"), ["누계", "", "1", ""], month("B", "2"), ["누계", "", "2", ""]],
      [5],
    ],
    [
      "of the same word in levels",
      [month("A", "1"), ["소계", "", "1", ""], month("B", "2"), ["소계", "", "2", ""], ["소계", "", "3", ""]],
      [],
    ],
    ["of counts too", [month("A", "1"), month("B", "2"), ["합계", "", "3", "5"]], [4]],
    ["without amounts", [month("A", "1"), ["합계", "", "", ""]], []],
  ])("%s", async (_, rows, wrong) => {
    const { findings } = await readMapped([headings, ...rows], mapping);
    expect(findings.map(({ code, line }) => [code, line])).toEqual(
      wrong.map((line) => ["SUM_MISMATCH", line]),
    );
  });

  test("that the mapping does not skip are no facts either, and are told", async () => {
    const { rows, findings } = await readMapped([headings, month("A", "1"), ["총계", "", "1", "2"]], mapping);
    expect(rows).toHaveLength(1);
    expect(placesOf(findings)).toEqual([["CONTENT_IGNORED", 3, 1]]);
  });

  test("beside the months are checked against their row", async () => {
    const json = {
      feed: "outlet-sales",
      unit: "원",
      columns: { 판매장코드: { from: "판매장" } },
      unpivot: {
        column: "매출월",
        members: { "1월": "2024-01", "2월": "2024-02" },
        measures: { 매출액: "{}" },
      },
    };
    const table = [
      ["판매장", "1월", "2월", "계"],
      ["S01", "1", "2", "3"],
      ["S02", "", "5", "6"],
      ["S03", "", "", "0"],
    ];
    const { findings } = await readMapped(table, json);
    expect(placesOf(findings)).toEqual([
      ["CONTENT_IGNORED", 1, null],
      ["SUM_MISMATCH", 3, 4],
    ]);
  });
});
