import { describe, expect, test } from "@jest/globals";
import { feedNamed } from "../../../schema/feeds.ts";
import { reading } from "../../../test/ingest/read-cell.ts";
import type { CellProblem } from "./cell-problem.ts";
import { cellReader } from "./cell-reader.ts";

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

  test.each(["〃", '"', "상동", "위와 같음"])(
    "%j is no text, but says that it is the same as above",
    (text) => {
      expect(reading({ is: "text" })(text)).toBe("VALUE_UNKNOWN");
      expect(reading({ is: "text" })(`${text}!`)).toBe(`${text}!`);
    },
  );

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
