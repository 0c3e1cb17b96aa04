import { describe, expect, test } from "@jest/globals";
import {
  changed,
  cleanParts,
  formWith,
  found,
  lineOf,
  read,
} from "../../../../test/ingest/report/report-text.ts";

/** What is found in the clean report with a change, and the line of a text in it. */
const foundAt = (text: string, part: string) => ({ found: found(text), line: lineOf(text, part) });
const bullets = (lines: string) => formWith({ before: `그동안 추진실적\n\n${lines}` });

test("a clean report has no findings", () => {
  expect(found(formWith())).toEqual([]);
});

describe("the year of the report", () => {
  const text = formWith(changed("this", "2024년 ", ""));

  test("is a note where it is given, or inferred from the plan", () => {
    const withoutPlanYear = formWith({
      ...changed("this", "2024년 ", ""),
      ...changed("plan", "2024년 ", ""),
    });
    expect(found(withoutPlanYear, "2024-Q1")).toEqual([
      `REPORT_YEAR_NOT_PRINTED ${lineOf(text, "1/4분기 추진실적")}`,
    ]);
    expect(read(text).report!.quarter).toBe(2024 * 4);
    expect(found(text)).toEqual([`REPORT_YEAR_NOT_PRINTED ${lineOf(text, "1/4분기 추진실적")}`]);
  });

  test("is none where the cover or the heading of the part prints it", () => {
    expect(
      found(
        formWith({ ...changed("this", "2024년 ", ""), results: "□ 추진실적 및 추진계획 (2024년 1/4분기)" }),
      ),
    ).toEqual([]);
  });
});

describe("CELLS_TRANSPOSED", () => {
  const header = (contacts: string) =>
    formWith({ header: `2-3-1\t청년 창업 지원센터 건립\n소관부서\t청년정책과\t${contacts}` });

  test.each(["과 팀\t장 장\t김 박\t연 락 처\t2210 2215", "과팀\t장장\t김 박\t연락처\t2210\t2215"])(
    "in %j",
    (contacts) => {
      expect(found(header(contacts))).toEqual(["CELLS_TRANSPOSED 2"]);
      expect(read(header(contacts)).report!.contacts).toMatchObject([
        { role: "DIVISION_HEAD", familyName: "김", extension: "2210" },
        { role: "TEAM_HEAD", familyName: "박", extension: "2215" },
      ]);
    },
  );
});

describe("the periods of the funding table", () => {
  test("PERIOD_INCOMPLETE for a half year with one of its months", () => {
    const text = formWith(changed("funding", "'22.7.~12.", "'22.7."));
    expect(found(text)).toEqual([`PERIOD_INCOMPLETE ${lineOf(text, "공약사업명")}`]);
    expect(read(text).report!.funding[1]!.period).toEqual({
      label: "'22.7.",
      start: "2022-07-01",
      end: "2022-12-31",
    });
  });

  test("PERIOD_AFTER_REPORT for an amount in a year to come, not for a zero", () => {
    const funding = (amount: string) =>
      cleanParts.funding.replace("\t기타\t\t\t\t\t\t\t\t", `\t기타\t${amount}\t\t\t\t\t${amount}\t\t`);
    const text = formWith({ funding: funding("5").replace("900,000", "900,005") });
    expect(found(text)).toEqual([`PERIOD_AFTER_REPORT ${lineOf(text, "공약사업명")}`]);
    expect(found(formWith({ funding: funding("0") }))).toEqual([]);
  });
});

describe("NAME_VARIANT", () => {
  test.each([
    ["funding", "임기후", "입기후"],
    ["funding", "기투자", "기두자"],
    ["funding", "구분", "구뷴"],
    ["results", "□ 추진실적 및 향후 추진계획", "□ 추진실적 및 향후 주진계획"],
    ["participation", "전문가 자문", "전문기 자문"],
    ["header", "연락처", "연락쳐"],
    ["issues", "개선대책\n\n- ", "개선대첵\n\n- "],
  ] as const)("%s: %s misprinted as %s is read all the same", (part, word, misprint) => {
    const text = formWith(changed(part, word, misprint));
    const changedLine = lineOf(text, misprint);
    expect(found(text)).toEqual([`NAME_VARIANT ${changedLine}`]);
    expect(read(text).report).toMatchObject({
      department: "청년정책과",
      remedies: [{ text: "예산 추가 확보" }],
    });
  });

  test.each([
    "사회경제적기업",
    "사희적경제기업",
    "사회적경재기업",
    "예비사회적기엄",
    "사회적협동조함",
    "사적회기업",
  ])("%s in a text", (word) => {
    const text = bullets(`- 관내 ${word} 지원 및 ${word}의 육성`);
    expect(found(text)).toEqual([`NAME_VARIANT ${lineOf(text, word)}`]);
  });

  test.each([
    "사회적경제 사회적경제기업 사회적기업 사회적기업가 (예비)사회적기업 예비사회적기업 사회적협동조합",
    "사회경제적 효과, 사회적경제기금, 사회적경제사업, 사회적농업, 기업사회적책임, 우선구매를 우선구매율",
    "고양 삼송 A-12BL, 삼송 A12BL 입주, A-12BL 및 A-4BL 협약, 향동 A-5BL",
  ])("not in %s", (words) => {
    expect(found(bullets(`- ${words}`))).toEqual([]);
  });

  test("unlike names before the same lot code, hyphens aside, on both lines", () => {
    const text = bullets("- 고양 삼성 A-12BL 입주\n- 협약 : 고양 삼송 A12BL");
    const line = lineOf(text, "삼성");
    expect(found(text)).toEqual([`NAME_VARIANT ${line}`, `NAME_VARIANT ${line + 1}`]);
  });
});

describe("NAME_TRUNCATED", () => {
  const labelled = (label: string) =>
    formWith(changed("funding", "청년 창업 지원센터 건립\t계", `${label}\t계`));

  test("for a part of the title, spaces aside", () => {
    expect(found(labelled("창업지원센터 건립"))).toEqual([
      `NAME_TRUNCATED ${lineOf(labelled("창업지원센터 건립"), "창업지원센터")}`,
    ]);
    expect(found(labelled("청년창업 지원센터건립"))).toEqual([]);
  });
});

describe("markup and quotes", () => {
  test.each([
    ["<ul><li>가</li>", true],
    ["<ul><li>가</ul>", true],
    ["<p>가</p></ul>", true],
    ["<ul><li>가</li></ul><br>", false],
    ["〈가〉 1<2 <고양> 3>2", false],
  ])("MARKUP_BROKEN in %s: %s", (cell, isBroken) => {
    const text = formWith({ before: `그동안 추진실적\t${cell}\t` });
    expect(found(text)).toEqual(isBroken ? [`MARKUP_BROKEN ${lineOf(text, "그동안")}`] : []);
  });

  test("a tag may close on a later line of its cell, not in the next cell", () => {
    expect(found(formWith({ before: "그동안 추진실적\t<ul><li>가</li>\n<li>나</li></ul>\t" }))).toEqual([]);
    const text = formWith({ before: "그동안 추진실적\t<ul>○ 가\t\n\t○ 나</ul>\t" });
    expect(found(text)).toEqual([
      `MARKUP_BROKEN ${lineOf(text, "가")}`,
      `MARKUP_BROKEN ${lineOf(text, "나")}`,
    ]);
  });

  test("MARKUP_BROKEN for a heading whose bold never closes", () => {
    const text = formWith({ before: "**그동안 추진실적\n\n- 가" });
    expect(found(text)).toEqual([`MARKUP_BROKEN ${lineOf(text, "그동안")}`]);
  });

  test("QUOTE_UNBALANCED for a sign without its other, also over two lines", () => {
    const text = bullets("- 「가」 나\n- 「다\n라」 마\n- 바」 사");
    expect(found(text)).toEqual([`QUOTE_UNBALANCED ${lineOf(text, "바」")}`]);
  });
});

describe("WEEKDAY_MISMATCH", () => {
  // 2019-07-11 was a Thursday, 2019-07-16 a Tuesday, 2020-01-03 a Friday.
  test.each([
    ["2019. 7. 11.(금)", true],
    ["2019.7.11(금)", true],
    ["'19. 7. 11.(금) 10:00", true],
    ["2019년 7월 11일(금요일)", true],
    ["2019-07-11 (금, 14:00)", true],
    ["2019. 7. 11.(목), 7. 16.(수)", true],
    ["2019. 7. 11.(목), 7. 16.(화)", false],
    ["2019. 12. 30.(월)~1. 3.(금)", false],
    ["7. 11.(금)", false],
    ["2019. 7. 11.(4층) 2019. 7. 11. (금정구)", false],
  ])("%s: %s", (words, isWrong) => {
    const text = bullets(`- 일시 : ${words}`);
    expect(found(text)).toEqual(isWrong ? [`WEEKDAY_MISMATCH ${lineOf(text, "일시")}`] : []);
  });

  test.each(["2019. 7. 11.(금)", "2019-07-11 (금, 14:00)", "2019. 7. 11.(금요일)"])(
    "quotes %s to its closing bracket",
    (date) => {
      const [finding] = read(bullets(`- 일시 : ${date} 개회`)).findings;
      expect(finding).toMatchObject({ code: "WEEKDAY_MISMATCH", quote: date });
    },
  );

  test("cites the line of the date, not that of its statement", () => {
    const text = bullets("- 일시 : 2019. 7. 11.(목)\n2019. 7. 16.(수)");
    expect(found(text)).toEqual([`WEEKDAY_MISMATCH ${lineOf(text, "2019. 7. 16.")}`]);
  });
});

describe("SUM_MISMATCH", () => {
  test("for each printed total that does not hold, with the difference", () => {
    const text = formWith(changed("funding", "\t국비\t500,000\t\t\t300,000", "\t국비\t500,000\t\t\t310,000"));
    expect(found(text)).toEqual([
      `SUM_MISMATCH ${lineOf(text, "\t계\t900,000")}`,
      `SUM_MISMATCH ${lineOf(text, "\t국비")}`,
    ]);
    expect(read(text).findings.at(-1)).toMatchObject({ column: 3, quote: "500,000" });
    expect(read(text).findings.at(-1)!.message.ko).toContain("차이 -10,000,000원");
  });

  test("once for a grand total that is wrong both ways", () => {
    const text = formWith(changed("funding", "900,000", "900,001"));
    expect(foundAt(text, "900,001")).toMatchObject({ found: [`SUM_MISMATCH ${lineOf(text, "900,001")}`] });
    expect(read(text).report!.checks.filter(({ holds }) => !holds)).toHaveLength(2);
  });

  test("not for totals that are not printed", () => {
    const withoutTotals = cleanParts.funding.replace(/\t계\t900,000.*/, "\t계\t900,000\t\t\t\t\t\t\t");
    expect(found(formWith({ funding: withoutTotals }))).toEqual([]);
    expect(read(formWith({ funding: withoutTotals })).report!.checks).toHaveLength(5);
  });
});
