import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { messageOf, reading } from "../../../test/ingest/read-cell.ts";

describe("amounts", () => {
  test.each([
    ["1,234,567", 1_234_567n],
    ["1234567.0", 1_234_567n],
    ["(1,234)", -1_234n],
    ["△1,234", -1_234n],
    ["▲ 1,234", -1_234n],
    ["−1,234", -1_234n],
    ["１，２３４", 1_234n],
    [" 1,234 ", 1_234n],
    ["0", 0n],
    ["007", 7n],
    ["999,999,999,999", 999_999_999_999n],
    ["9,007,199,254,740,991", 9_007_199_254_740_991n],
  ])("%j is %s won", (text, won) => {
    expect(reading({ is: "won" })(text)).toBe(won);
  });

  test.each(["1.234,5", "1,23", "12,34,567", "1,2345", ",123", "1,,234", "123,", "1234,567", "1e5", "0x10"])(
    "%j is ambiguous or no number",
    (text) => {
      expect(reading({ is: "won" })(text)).toBe("NOT_A_NUMBER");
    },
  );

  test("are exact in the unit of the heading, and never a fraction of a won", () => {
    expect(reading({ is: "won" }, 1_000_000n)("2,747.6")).toBe(2_747_600_000n);
    expect(reading({ is: "won" }, 1_000n)("0.001")).toBe(1n);
    expect(reading({ is: "won" }, 1_000n)("0.0001")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" }, 1_000_000n)("9,007,199,255")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" }, 100_000_000n)("999,999,999,999")).toBe("NOT_A_NUMBER");
  });

  test.each([
    ["1,234원", 1n, 1_234n],
    ["₩1,234", 1n, 1_234n],
    ["￦1,234", 1n, 1_234n],
    ["\\1,234", 1n, 1_234n],
    ["△₩1,234", 1n, -1_234n],
    ["(1,234원)", 1n, -1_234n],
    ["1,234 천원", 1_000n, 1_234_000n],
    ["1,234천 원", 1_000n, 1_234_000n],
    ["１，２３４천원", 1_000n, 1_234_000n],
    ["12.5백만원", 1_000_000n, 12_500_000n],
    ["3만원", 10_000n, 30_000n],
    ["1,234\u200b", 1n, 1_234n],
  ])("%j with its unit, that of the heading, is read", (text, unitWon, won) => {
    expect(reading({ is: "won" }, unitWon)(text)).toBe(won);
  });

  test.each([
    ["1,234원", 1_000n, "원", "천원"],
    ["₩1,234", 1_000_000n, "원", "백만원"],
    ["1,234천원", 1n, "천원", "원"],
    ["5억원", 1_000n, "억원", "천원"],
  ])("%j in another unit than the heading's is refused, with both", (text, unitWon, inCell, inHeading) => {
    expect(reading({ is: "won" }, unitWon)(text)).toBe("NOT_A_NUMBER");
    expect(messageOf({ is: "won" }, text, unitWon)).toContain(`‘${inCell}’`);
    expect(messageOf({ is: "won" }, text, unitWon)).toContain(`‘${inHeading}’`);
  });

  test.each([
    "$1,234",
    "1,234달러",
    "1억 2천만원",
    "약 1,234원",
    "1,234원/명",
    "천원",
    "12²",
    "1,23원",
    "원1,234",
  ])("%j is refused", (text) => {
    expect(reading({ is: "won" })(text)).toBe("NOT_A_NUMBER");
  });

  test("near 2^53 are exact to the won in every unit, and refused beyond", () => {
    const read = reading({ is: "won" });
    expect(read("9,007,199,254,740,990")).toBe(9_007_199_254_740_990n);
    expect(read("9,007,199,254,740,992")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" }, 1_000n)("9,007,199,254,740.991")).toBe(9_007_199_254_740_991n);
    expect(reading({ is: "won" }, 1_000n)("9,007,199,254,740.992")).toBe("NOT_A_NUMBER");
  });

  test("mean the same with and without separators", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (won) => {
        const read = reading({ is: "won" });
        expect(read(String(won))).toBe(BigInt(won));
        expect(read(won.toLocaleString("en"))).toBe(BigInt(won));
      }),
    );
  });
});

describe("counts, years and percentages", () => {
  test.each([
    ["count", "1,234", 1_234],
    ["count", "12.0", 12],
    ["count", "12.5", "NOT_A_NUMBER"],
    ["count", "-3", "NOT_A_NUMBER"],
    ["count", "3,000,000,000", "NOT_A_NUMBER"],
    ["year", "2025", 2025],
    ["year", "2025년", 2025],
    ["year", "'25", 2025],
    ["year", "20255", "NOT_A_NUMBER"],
    ["percent", "18.5", "0.185"],
    ["percent", "18.5%", "0.185"],
    ["percent", "2.0 ％", "0.02"],
    ["percent", "100", "1"],
    ["percent", "0", "0"],
    ["percent", "101", "NOT_A_NUMBER"],
    ["year", "2025년도", 2025],
    ["year", "2025회계연도", 2025],
    ["year", "25", "NOT_A_NUMBER"],
    ["percent", "0.5%", "0.005"],
    ["percent", "1", "0.01"],
  ] as const)("%s %j is %j", (is, text, value) => {
    expect(reading({ is })(text)).toBe(value);
  });

  test("a plain percentage below 1 may be a fraction; one that is formatted as such is not", () => {
    const read = reading({ is: "percent" });
    expect(read("0.185")).toEqual(["0.00185", "VALUE_IMPLAUSIBLE"]);
    expect(read({ display: "0.185", exact: "0.185", kind: "number" })).toEqual([
      "0.00185",
      "VALUE_IMPLAUSIBLE",
    ]);
    expect(read({ display: "18.5%", exact: "18.5%", kind: "percent" })).toBe("0.185");
  });

  test.each([
    ["78명", 78],
    ["1,035 명", 1_035],
    ["78여명", "NOT_A_NUMBER"],
    ["약 78명", "NOT_A_NUMBER"],
    ["5팀", "NOT_A_NUMBER"],
    ["30~40명", "NOT_A_NUMBER"],
  ])("a count in 명 of %j is %j", (text, value) => {
    expect(reading({ is: "count" }, 1n, { unit: "명" })(text)).toBe(value);
  });
});
