import { describe, expect, test } from "@jest/globals";
import { changed, cleanParts, formWith, found, read } from "../../../test/ingest/report/report-text.ts";

describe("the header", () => {
  test.each([
    ["cells in columns", "소관부서\t청년정책과\t과장\t김\t팀장\t박\t연락처\t2210\t2215"],
    ["two numbers in a cell", "소관부서\t청년정책과\t과 장\t김\t팀 장\t박\t연 락 처\t2210 2215"],
    ["a number beside each name", "소관부서\t청년정책과\t과장\t김 2210\t팀장\t박 2215"],
    ["one cell", "소관부서 청년정책과 과장 김 팀장 박 연락처 2210 2215"],
    ["labels first", "소관부서\t청년정책과\t과장 팀장\t김 박\t연락처\t2210 2215"],
    ["full names", "소관부서\t청년정책과\t과장\t김유신\t팀장\t박○○\t연락처\t2210\t2215"],
    ["two lines", "소관부서\t청년정책과\n과장\t김\t연락처\t2210\n팀장\t박\t연락처\t2215"],
  ])("is read from %s", (_, contacts) => {
    const { report, findings } = read(formWith({ header: `2-3-1\t청년 창업 지원센터 건립\n${contacts}` }));
    expect(findings).toEqual([]);
    expect(report).toMatchObject({
      pledgeCode: "2-3-1",
      title: "청년 창업 지원센터 건립",
      department: "청년정책과",
      contacts: [
        { role: "DIVISION_HEAD", familyName: "김", extension: "2210" },
        { role: "TEAM_HEAD", familyName: "박", extension: "2215" },
      ],
    });
    expect(report!.contacts).toHaveLength(2);
  });

  test("keeps who is there where a head or a number is not given", () => {
    const header = "2-3-1\t청년 창업 지원센터 건립\n소관부서\t\t과장\t\t팀장\t남궁민\t연락처\t\t2215";
    const { report } = read(formWith({ header }));
    expect(report!.department).toBeNull();
    expect(report!.contacts).toMatchObject([{ role: "TEAM_HEAD", familyName: "남궁", extension: "2215" }]);
  });
});

describe("the funding table", () => {
  const amounts = (text: string) =>
    read(text).report!.funding.map(({ source, period, amount, state }) => ({
      ...{ source, state, amount },
      period: `${period.start}~${period.end}`,
    }));

  test.each([
    ["원", 3_000_000_000n, ",000,000,000"],
    ["억원", 300_000_000n, ""],
    ["천원", 3_000_000n, ",000"],
  ])("is exact to the won in %s", (unit, expected, zeros) => {
    const text = formWith({
      funding: cleanParts.funding.replace("천원", unit).replace(/\d{3},000/g, (n) => `${n[0]}${zeros}`),
    });
    expect(amounts(text).find(({ amount }) => amount)?.amount).toBe(expected);
    expect(found(text)).toEqual([]);
  });

  test.each([
    ["'22.7.~12.", "'22.하반기"],
    ["'22.7.~12.", "2022년 7월~12월"],
    ["'22.7.~12.", "'22.7.1.~12.31."],
    ["'22.7.~12.", "’22.7～’22.12"],
    ["'23", "2023년도"],
    ["'26.1.~6.", "2026.상반기"],
    ["기투자", "임기 전"],
  ])("reads %s printed as %s", (form, other) => {
    expect(amounts(formWith(changed("funding", form, other)))).toEqual(amounts(formWith()));
    expect(found(formWith(changed("funding", form, other)))).toEqual([]);
  });

  test("gives the term of its columns", () => {
    const periods = amounts(formWith())
      .filter(({ source }) => source === "NATIONAL")
      .map(({ period }) => period);
    expect(periods).toEqual([
      "null~2022-06-30",
      "2022-07-01~2022-12-31",
      "2023-01-01~2023-12-31",
      "2024-01-01~2024-12-31",
      "2025-01-01~2025-12-31",
      "2026-01-01~2026-06-30",
      "2026-07-01~null",
    ]);
  });

  test("follows the headings, not the places", () => {
    const swapped = cleanParts.funding
      .split("\n")
      .map((line) => {
        const cells = line.split("\t");
        return cells.length < 2 ? line : [cells[0], cells[1], ...cells.slice(3), cells[2]].join("\t");
      })
      .join("\n");
    expect(amounts(formWith({ funding: swapped }))).toEqual(amounts(formWith()));
  });

  test.each([
    [
      "on the row of 국비",
      "청년 창업 지원센터 건립\t계",
      "\t계",
      "\n\t국비",
      "\n청년 창업 지원센터 건립\t국비",
    ],
    ["on no row, its cells left out", "청년 창업 지원센터 건립\t계", "계", "\n\t국비", "\n국비"],
    ["over two rows", "청년 창업 지원센터 건립\t계", "청년 창업\t계", "\n\t국비", "\n지원센터 건립\t국비"],
  ])("has its title %s", (_, first, firstBy, second, secondBy) => {
    const funding = cleanParts.funding.replace(first, firstBy).replace(second, secondBy);
    expect(amounts(formWith({ funding }))).toEqual(amounts(formWith()));
    expect(found(formWith({ funding }))).toEqual([]);
  });

  test("keeps a dash, a zero and a blank apart", () => {
    const funding = changed(
      "funding",
      "\t도비\t200,000\t\t\t200,000\t\t\t\t",
      "\t도비\t200,000\t-\t0\t200,000\t\t\t\t",
    );
    expect(
      amounts(formWith(funding))
        .filter(({ source }) => source === "PROVINCE")
        .slice(0, 4),
    ).toMatchObject([
      { state: "DASH", amount: null },
      { state: "VALUE", amount: 0n },
      { state: "VALUE", amount: 200_000_000n },
      { state: "IMPLIED_ZERO", amount: 0n },
    ]);
  });
});

describe("citizen participation", () => {
  test("follows the headings, not the places", () => {
    const participation =
      "□ 시민참여 실적\n\n(단위 : 회)\n\n기타\t언론/방송 보도\t공약 관련 회의\t전문가 자문\t설명회\n1\t\t2\t-\t0";
    expect(read(formWith({ participation })).report!.participation).toMatchObject([
      { kind: "OTHER", count: 1, state: "VALUE" },
      { kind: "PRESS", count: null, state: "BLANK" },
      { kind: "MEETING", count: 2, state: "VALUE" },
      { kind: "EXPERT_ADVICE", count: null, state: "DASH" },
      { kind: "BRIEFING", count: 0, state: "VALUE" },
    ]);
  });
});

describe("a part that is missing", () => {
  test.each(["before", "plan", "participation", "funding", "issues", "results"] as const)("%s", (part) => {
    const { report, findings } = read(formWith({ [part]: null }));
    // The heading of the results is none of their sections.
    expect(findings.map(({ code }) => code)).toEqual(part === "results" ? [] : ["PART_MISSING"]);
    expect(report!.sections.length).toBe(part === "before" || part === "plan" ? 2 : 3);
  });

  test("this quarter's results: the plan tells the quarter", () => {
    expect(read(formWith({ this: null })).report!.quarter).toBe(2024 * 4);
    expect(found(formWith({ this: null }))).toEqual(["PART_MISSING null", "REPORT_YEAR_NOT_PRINTED 10"]);
  });
});

describe("learners", () => {
  const learners = (bullets: string) =>
    read(formWith({ this: `2024년 1/4분기 추진실적\n\n${bullets}` })).report!.enrollments.map(
      ({ kind, learners, planned }) => `${kind} ${learners}${planned ? " planned" : ""}`,
    );

  test.each([
    ["○ 아카데미\n - 인원 : 54명", ["null 54"]],
    ["○ 취업 과정\n - 운영\n  • 수강인원 1,200명(예정)", ["null 1200 planned"]],
    ["○ 찾아가는 교육\n - 기초·심화과정 수강인원 : 5명", ["BASIC_ADVANCED 5"]],
    ["○ 교육 인원 : 3명, 찾아가는 교육 인원 : 4명", ["null 3", "OUTREACH 4"]],
    ["○ 채용 박람회\n - 인원 : 54명", []],
    ["○ 아카데미\n - 수료인원 : 54명\n - 강사 인원 : 3명", []],
    ["○ 아카데미\n○ 박람회\n - 인원 : 54명", []],
    ["○ 아카데미\n - 수강인원 : 78여명", []],
    ["○ 아카데미\n - 수강인원 : 약 78명", []],
    ["○ 아카데미\n - 수강인원 : 78명 내외", []],
    ["○ 아카데미\n - 수강인원 : 30~40명", []],
    ["○ 아카데미\n - 수강인원 : 500명(누계)", []],
    ["○ 아카데미\n - 수강인원 : 누계 500명", []],
    ["○ 아카데미\n - 수강인원 : 2기 1,035 명", ["null 1035"]],
    ["○ 아카데미\n - 수강인원 : 5팀 20명", ["null 20"]],
    ["○ 아카데미\n - 수강인원 : 총 3개반 60명(예정)", ["null 60 planned"]],
  ])("in %j", (bullets, expected) => {
    expect(learners(bullets)).toEqual(expected);
  });
});
