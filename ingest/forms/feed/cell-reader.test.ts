import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatMonth } from "../../../schema/core/scalars/month.ts";
import { formatQuarter } from "../../../schema/core/scalars/quarter.ts";
import type { CellType } from "../../../schema/feeds/cell.ts";
import type { Cell } from "../../documents/table.ts";
import { CellProblem } from "./cell-problem.ts";
import { cellReader } from "./cell-reader.ts";

/** The value of a cell, or the code of its problem. */
function reading(type: CellType, unitWon = 1n): (cell: Cell) => unknown {
  const means = { ko: "뜻", en: "meaning" };
  const read = cellReader({ field: "field", heading: "머리글", type, means, example: "" }, unitWon);
  return (cell) => {
    const value = read(cell);
    return value instanceof CellProblem ? value.code : value;
  };
}

describe("any cell", () => {
  test.each(["", "  ", "-", " － ", "–"])("%j is no figure", (text) => {
    for (const is of ["text", "won", "count", "date", "quarter", "yesNo"] as const) {
      expect(reading({ is })(text)).toBeNull();
    }
  });

  test("is trimmed, and a formula or its error is no value", () => {
    expect(reading({ is: "text" })("  나눔 공방 ")).toBe("나눔 공방");
    expect(reading({ is: "text" })("=HYPERLINK(A1)")).toBe("VALUE_UNKNOWN");
    expect(reading({ is: "text" })("#REF!")).toBe("VALUE_UNKNOWN");
    expect(reading({ is: "won" })("=A1*2")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" })("#DIV/0!")).toBe("NOT_A_NUMBER");
  });
});

describe("names that a workbook stores as numbers", () => {
  test("are what is shown, in all their digits, but a code that became a date is lost", () => {
    const name = reading({ is: "text" });
    expect(name({ display: "007", exact: "7", kind: "number" })).toBe("007");
    expect(name({ display: "2001-01-01", exact: "2001-01-01", kind: "date" })).toBe("VALUE_UNKNOWN");
    expect(name({ display: "1.23457E+12", exact: "1234567890123", kind: "number" })).toBe("1234567890123");
  });

  test("whereas amounts and days are what is stored", () => {
    expect(reading({ is: "won" })({ display: "1,466", exact: "1466051", kind: "number" })).toBe(1_466_051n);
    expect(reading({ is: "date" })({ display: "3/1/25", exact: "2025-03-01", kind: "date" })).toBe(
      "2025-03-01",
    );
  });
});

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

  test.each([
    "1.234,5",
    "1,23",
    "12,34,567",
    "1,2345",
    ",123",
    "1,,234",
    "123,",
    "1234,567",
    "12원",
    "1e5",
    "0x10",
  ])("%j is ambiguous or no number", (text) => {
    expect(reading({ is: "won" })(text)).toBe("NOT_A_NUMBER");
  });

  test("are exact in the unit of the heading, and never a fraction of a won", () => {
    expect(reading({ is: "won" }, 1_000_000n)("2,747.6")).toBe(2_747_600_000n);
    expect(reading({ is: "won" }, 1_000n)("0.001")).toBe(1n);
    expect(reading({ is: "won" }, 1_000n)("0.0001")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" }, 1_000_000n)("9,007,199,255")).toBe("NOT_A_NUMBER");
    expect(reading({ is: "won" }, 100_000_000n)("999,999,999,999")).toBe("NOT_A_NUMBER");
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
    ["year", "'25", "NOT_A_NUMBER"],
    ["year", "20255", "NOT_A_NUMBER"],
    ["percent", "18.5", "0.185"],
    ["percent", "18.5%", "0.185"],
    ["percent", "2.0 ％", "0.02"],
    ["percent", "100", "1"],
    ["percent", "0", "0"],
    ["percent", "101", "NOT_A_NUMBER"],
  ] as const)("%s %j is %j", (is, text, value) => {
    expect(reading({ is })(text)).toBe(value);
  });
});

describe("days, months and quarters", () => {
  test.each([
    "2025-03-01",
    "2025-3-1",
    "2025.3.1",
    "2025. 3. 1.",
    "2025/03/01",
    "20250301",
    "2025년 3월 1일",
    "２０２５．３．１",
    "2025-03-01 00:00:00",
  ])("%j is the first of March 2025", (text) => {
    expect(reading({ is: "date" })(text)).toBe("2025-03-01");
  });

  test.each([
    "03/04/2025",
    "3/4/25",
    "25.3.1",
    "2025-02-30",
    "2025-13-01",
    "2025.3",
    "2025-03/01",
    "45717",
    "2025-03-01 12:00:00",
    "오늘",
  ])("%j is no day, or could be two", (text) => {
    expect(reading({ is: "date" })(text)).toBe("NOT_A_DATE");
  });

  test.each(["2024-01", "2024.1", "2024. 1.", "2024/01", "202401", "2024년 1월", "2024-01-01"])(
    "%j is January 2024",
    (text) => {
      expect(formatMonth(reading({ is: "month" })(text) as number)).toBe("2024-01");
    },
  );

  test.each(["2024-13", "2024-00", "2024-01-15", "Jan-24", "1월", "24-01"])("%j is no month", (text) => {
    expect(reading({ is: "month" })(text)).toBe("NOT_A_DATE");
  });

  test("a number 2024.1 of a workbook is no month: it may have been typed as 2024.10", () => {
    expect(reading({ is: "month" })({ display: "2024.1", exact: "2024.1", kind: "number" })).toBe(
      "NOT_A_DATE",
    );
    const whole: Cell = { display: "202410", exact: "202410", kind: "number" };
    expect(formatMonth(reading({ is: "month" })(whole) as number)).toBe("2024-10");
  });

  test.each([
    "2025-Q1",
    "2025Q1",
    "2025 q1",
    "2025년 1분기",
    "2025년 1/4분기",
    "2025 1/4분기",
    "2025.1/4분기",
    "2025년 제1분기",
  ])("%j is the first quarter of 2025", (text) => {
    expect(formatQuarter(reading({ is: "quarter" })(text) as number)).toBe("2025-Q1");
  });

  test.each(["2025-Q5", "2025-1", "2025", "1분기", "2025년 1/2분기"])("%j is no quarter", (text) => {
    expect(reading({ is: "quarter" })(text)).toBe("NOT_A_DATE");
  });
});

describe("words", () => {
  const choice = { is: "choice", choices: { 기초·심화: "BASIC_ADVANCED", 찾아가는: "OUTREACH" } } as const;

  test.each(["기초·심화", "기초ㆍ심화", "기초 / 심화", "기초심화", " 기초·심화 "])(
    "%j is one of a column's",
    (text) => {
      expect(reading(choice)(text)).toBe("BASIC_ADVANCED");
    },
  );

  test("one that is not known is named beside the nearest", () => {
    const read = cellReader(
      { field: "kind", heading: "유형", type: choice, means: { ko: "", en: "" }, example: "" },
      1n,
    );
    const problem = read("찾아오는") as CellProblem;
    expect(problem.code).toBe("VALUE_UNKNOWN");
    expect(problem.ko).toContain("‘찾아가는’");
    expect(problem.en).toContain("찾아가는");
  });

  test.each([
    ["예", true],
    ["아니오", false],
    ["아니요", false],
    ["TRUE", true],
    ["n", false],
    ["네니오", "VALUE_UNKNOWN"],
    ["1", "VALUE_UNKNOWN"],
  ])("%j is %j to a yes or no", (text, value) => {
    expect(reading({ is: "yesNo" })(text)).toBe(value);
  });

  test.each([
    ["749-50-76503", "7495076503"],
    ["7495076503", "7495076503"],
    ["749 50 76503", "7495076503"],
    ["749-50-7650", "NOT_A_NUMBER"],
    ["749-50-7650A", "NOT_A_NUMBER"],
  ])("business number %j is %j", (text, value) => {
    expect(reading({ is: "businessNumber" })(text)).toBe(value);
  });
});
