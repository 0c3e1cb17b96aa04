import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatMonth } from "../../../schema/core/scalars/month.ts";
import { formatQuarter } from "../../../schema/core/scalars/quarter.ts";
import type { CellType } from "../../../schema/feeds/cell.ts";
import type { FeedColumn } from "../../../schema/feeds/feed.ts";
import { feedNamed } from "../../../schema/feeds.ts";
import type { Cell } from "../../documents/table.ts";
import { CellProblem, FlaggedValue } from "./cell-problem.ts";
import { cellReader } from "./cell-reader.ts";

const columnOf = (type: CellType, more: Partial<FeedColumn> = {}): FeedColumn => ({
  ...{ field: "field", heading: "머리글", type, means: { ko: "뜻", en: "meaning" }, example: "" },
  ...more,
});

/** The value of a cell, the code of its problem, or of a flagged value both. */
function reading(type: CellType, unitWon = 1n, more: Partial<FeedColumn> = {}): (cell: Cell) => unknown {
  const read = cellReader(columnOf(type, more), unitWon);
  return (cell) => {
    const value = read(cell);
    if (value instanceof FlaggedValue) return [value.value, value.finding.code];
    return value instanceof CellProblem ? value.code : value;
  };
}

/** What the message about a cell says, in Korean. */
function messageOf(type: CellType, cell: Cell, unitWon = 1n, more: Partial<FeedColumn> = {}): string {
  const value = cellReader(columnOf(type, more), unitWon)(cell);
  if (value instanceof FlaggedValue) return value.finding.ko;
  if (value instanceof CellProblem) return value.ko;
  throw new Error("nothing is wrong with it");
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

  test.each(["won", "count", "percent", "date", "month", "quarter", "year", "yesNo", "text"] as const)(
    "of %s that has only a formula or an error is told as that",
    (is) => {
      expect(messageOf({ is }, "=SUM(F3:F9)")).toContain("수식만 있고 결과가");
      expect(messageOf({ is }, { display: "", exact: "=SUM(F3:F9)", kind: "formula" })).toContain(
        "수식만 있고",
      );
      for (const error of ["#REF!", "#N/A", "#DIV/0!", "#SPILL!", "#CALC!", "#FIELD!", "#NAME?", "Err:502"])
        expect(messageOf({ is }, error)).toContain(`수식의 오류(${error})`);
      expect(messageOf({ is }, "########")).toContain("열이 좁아");
    },
  );

  test("of text may begin with # or contain =", () => {
    for (const text of ["#1 매장", "가=나", "#해시"]) expect(reading({ is: "text" })(text)).toBe(text);
  });

  test.each([
    "해당없음",
    "해당 없음",
    "N/A",
    "n/a",
    "미집계",
    "미 집계",
    "집계중",
    "미보고",
    "자료없음",
    "미정",
  ])("%j is no figure, with a note", (text) => {
    for (const is of ["won", "count", "percent", "date"] as const)
      expect(reading({ is })(text)).toEqual([null, "NO_FIGURE"]);
    expect(reading({ is: "text" }, 1n, { references: "department" })(text)).toEqual([null, "NO_FIGURE"]);
    expect(reading({ is: "text" })(text)).toBe(text);
  });

  test("없음 may be 0 as well as no figure, and is refused", () => {
    expect(reading({ is: "won" })("없음")).toBe("NOT_A_NUMBER");
  });

  test.each(["\u200b", "\ufeff ", "\u3164", "\u00ad"])("only of the invisible %j is blank", (text) => {
    for (const is of ["text", "won", "count", "date", "quarter", "yesNo", "businessNumber"] as const)
      expect(reading({ is })(text)).toBeNull();
  });
});

describe("names and codes", () => {
  const key = reading({ is: "text" }, 1n, { key: true });
  test.each(["P1", "P1\u200b", "\ufeffP1", "Ｐ１", " P1 ", "P\u00ad1"])("%j is the key P1", (text) => {
    expect(key(text)).toBe("P1");
  });

  test.each(["1-4-2", "1‑4‑2", "1–4–2", "１－４－２", "1−4−2"])("%j is the key 1-4-2", (text) => {
    expect(key(text)).toBe("1-4-2");
  });

  test("are the same whatever invisible characters and widths they are written with", () => {
    const hidden = fc.constantFrom("", "\u200b", "\u2060", "\ufeff", "\u200e", "\ufe0f");
    const written = fc.array(fc.tuple(fc.constantFrom(..."AB19가나-()"), hidden, fc.boolean()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(written, (parts) => {
        const plain = `K${parts.map(([one]) => one).join("")}`;
        const wide = (one: string) => String.fromCharCode(one.charCodeAt(0) + 0xfee0);
        const text = parts.map(([one, mark, isWide]) => `${mark}${isWide && one < "~" ? wide(one) : one}`);
        expect(key(`K${text.join("")}`)).toBe(plain);
      }),
    );
  });

  test("a title keeps its widths, and loses only what nobody sees", () => {
    expect(reading({ is: "text" })("나눔\u200b 공방（본점）")).toBe("나눔 공방（본점）");
  });

  test.each([
    ["41280", "41280"],
    ["４１２８０", "41280"],
    ["계", "NOT_A_NUMBER"],
    ["4128", "NOT_A_NUMBER"],
    ["412800", "NOT_A_NUMBER"],
  ])("%j as a code of five digits is %j", (text, value) => {
    expect(reading({ is: "text" }, 1n, { digits: 5, key: true })(text)).toBe(value);
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
    "2025-03-01 09:30",
    "2025-03-01 23:59:59.999",
    "2025-03-01T09:30:00",
    "2025-03-01T09:30:00+09:00",
    "2025-03-01 오전 9:30",
    "2025. 3. 1. 14시 30분",
    "20250301093000",
    "'25. 3. 1.",
    "’25.3.1",
    "25년 3월 1일",
    "2025. 3. 1.(토)",
    "2025-03-01 (토요일)",
    "2025년 3월 1일 토요일",
    "2025. 3. 1.(토) 14:00",
    "2025-03-01(Sat)",
    "2025\u200b-03-01",
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
    "2025-03-01 25:00:00",
    "2025-03-01T20:00:00Z",
    "2025. 3. 1. ~ 3. 5.",
    "'85. 3. 1.",
    "2025-02-29(토)",
    "오늘",
  ])("%j is no day, or could be two", (text) => {
    expect(reading({ is: "date" })(text)).toBe("NOT_A_DATE");
  });

  test.each(["2024-01", "2024.01", "2024. 1.", "2024/01", "202401", "2024년 1월", "2024-01-01"])(
    "%j is January 2024",
    (text) => {
      expect(formatMonth(reading({ is: "month" })(text) as number)).toBe("2024-01");
    },
  );

  test("with a wrong weekday is read, with a warning that names the right one", () => {
    expect(reading({ is: "date" })("2025. 3. 1.(금)")).toEqual(["2025-03-01", "WEEKDAY_MISMATCH"]);
    expect(messageOf({ is: "date" }, "2025-03-01 (금요일) 09:30")).toContain("토요일");
  });

  test.each(["2025.3월", "2025-3월", "'25. 3월", "25년 3월", "2025년도 3월", "2025.3", "2025. 3."])(
    "%j is March 2025",
    (text) => {
      expect(formatMonth(reading({ is: "month" })(text) as number)).toBe("2025-03");
    },
  );

  test("2025.1 may be what is left of 2025.10", () => {
    expect(reading({ is: "month" })("2025.1")).toBe("NOT_A_DATE");
    expect(messageOf({ is: "month" }, "2025.1")).toContain("2025-10");
    expect(formatMonth(reading({ is: "month" })("2025.11") as number)).toBe("2025-11");
  });

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
    "2025년도 1분기",
    "'25.1Q",
    "2025.1Q",
    "2025-1Q",
    "2025년 1Q",
    "2025년 1/4",
    "'25. 1분기",
    "25년 1/4분기",
    "2025년 Ⅰ/4분기",
    "2025년 1사분기",
  ])("%j is the first quarter of 2025", (text) => {
    expect(formatQuarter(reading({ is: "quarter" })(text) as number)).toBe("2025-Q1");
  });

  test.each(["2025-Q5", "2025-1", "2025", "1분기", "2025년 1/2분기", "2025 1/4", "25 1분기", "2025년 5/4"])(
    "%j is no quarter",
    (text) => {
      expect(reading({ is: "quarter" })(text)).toBe("NOT_A_DATE");
    },
  );
});

describe("words", () => {
  const choice = { is: "choice", choices: { 기초·심화: "BASIC_ADVANCED", 찾아가는: "OUTREACH" } } as const;

  test.each(["기초·심화", "기초ㆍ심화", "기초 / 심화", "기초심화", " 기초·심화 "])(
    "%j is one of a column's",
    (text) => {
      expect(reading(choice)(text)).toBe("BASIC_ADVANCED");
    },
  );

  test.each(["〃", '"', "상동", "위와 같음"])(
    "%j is no text, but says that it is the same as above",
    (text) => {
      expect(reading({ is: "text" })(text)).toBe("VALUE_UNKNOWN");
      expect(reading({ is: "text" })(`${text}!`)).toBe(`${text}!`);
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
    ["O", true],
    ["○", true],
    ["ㅇ", true],
    ["Ｏ", true],
    ["✓", true],
    ["✔️", true],
    ["1", true],
    ["Y", true],
    ["X", false],
    ["×", false],
    ["0", false],
    ["2", "VALUE_UNKNOWN"],
    ["△", "VALUE_UNKNOWN"],
  ])("%j is %j to a yes or no", (text, value) => {
    expect(reading({ is: "yesNo" })(text)).toBe(value);
  });

  test("0 beside O or X in one column may be meant as O", () => {
    const read = reading({ is: "yesNo" });
    expect(["1", "0", "○"].map(read)).toEqual([true, false, true]);
    expect(["X", "O"].map(read)).toEqual(["VALUE_UNKNOWN", "VALUE_UNKNOWN"]);
  });

  test.each([
    ["enterprise", "kind", "(예비)사회적기업", "PRELIMINARY_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "예비 사회적 기업", "PRELIMINARY_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "사회적기업(예비)", "PRELIMINARY_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "지역형 예비사회적기업", "PRELIMINARY_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "(인증)사회적기업", "CERTIFIED_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "사회적기업(인증)", "CERTIFIED_SOCIAL_ENTERPRISE"],
    ["enterprise", "kind", "마을기업\u200b", "VILLAGE_ENTERPRISE"],
    ["enterprise", "kind", "사회적기업", "VALUE_UNKNOWN"],
    ["enterprise", "kind", "예비마을기업", "VALUE_UNKNOWN"],
    ["enterprise", "kind", "협동조합", "VALUE_UNKNOWN"],
    ["budget", "source", "국고보조금", "NATIONAL"],
    ["budget", "source", "시도비", "VALUE_UNKNOWN"],
    ["pledge", "state", "이행 후 계속 추진", "COMPLETED_CONTINUING"],
    ["pledge", "state", "정상추진중", "ON_TRACK"],
    ["pledge", "state", "추진중", "VALUE_UNKNOWN"],
    ["outlet", "kind", "프리마켓", "FLEA_MARKET"],
    ["academy", "kind", "찾아가는 교육", "OUTREACH"],
    ["purchase-target", "basis", "사회적경제기업", "SOCIAL_ECONOMY"],
  ])("%s: %s %j is %s", (feedName, field, text, value) => {
    const column = feedNamed(feedName).columns.find((one) => one.field === field)!;
    expect(reading(column.type)(text)).toBe(value);
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
