import { describe, expect, test } from "@jest/globals";
import { formatMonth } from "../../../schema/core/scalars/month.ts";
import { formatQuarter } from "../../../schema/core/scalars/quarter.ts";
import { messageOf, reading } from "../../../test/ingest/read-cell.ts";
import type { Cell } from "../../documents/table.ts";

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
