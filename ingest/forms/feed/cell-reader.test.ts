import { describe, expect, test } from "@jest/globals";
import { messageOf, reading } from "../../../test/ingest/read-cell.ts";

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
