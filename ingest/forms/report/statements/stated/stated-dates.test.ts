import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import { factsIn } from "../../../../../test/ingest/report/state.ts";

const dates = (texts: string | string[], place = {}) =>
  factsIn([texts].flat(), place).dates.map(({ start, end, precision }) => `${start} ${end} ${precision}`);

const april = "2019-04-01 2019-04-30 MONTH";

describe("a date is read as it is printed:", () => {
  test.each([
    ["2019. 7. 11.(목)", "2019-07-11 2019-07-11 DAY"],
    ["2019.7.11", "2019-07-11 2019-07-11 DAY"],
    ["2019년 4월 11일에 협약", "2019-04-11 2019-04-11 DAY"],
    ["2019-04-11 협약", "2019-04-11 2019-04-11 DAY"],
    ["2019. 7. 11 개최", "2019-07-11 2019-07-11 DAY"],
    ["'19. 4. 11.", "2019-04-11 2019-04-11 DAY"],
    ["2019. 4. 대상자 선정", april],
    ["'19. 4. 협약", april],
    ["’19.4월", april],
    ["２０１９．４． 협약", april],
    ["2019년 4월 말", april],
    ["협약(2018.12월)", "2018-12-01 2018-12-31 MONTH"],
    ["협약(2018.12)", "2018-12-01 2018-12-31 MONTH"],
    ["2019년 사업", "2019-01-01 2019-12-31 YEAR"],
    ["「2019년도 사업」", "2019-01-01 2019-12-31 YEAR"],
    ["2019년 2/4분기", "2019-04-01 2019-06-30 MONTH"],
    ["2018년 하반기", "2018-07-01 2018-12-31 MONTH"],
    ["2020. 2. 29.", "2020-02-29 2020-02-29 DAY"],
    ["2019. 4. 10개소, 2019. 5. 30% 달성", april, "2019-05-01 2019-05-31 MONTH"],
    [
      "일시 : 2019. 7. 11.(목)/9:00~13:00 2019. 7. 16.(화)/9:00~13:00",
      "2019-07-11 2019-07-11 DAY",
      "2019-07-16 2019-07-16 DAY",
    ],
  ])("%s", (text, ...expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe("a period is read as it is printed:", () => {
  test.each([
    ["2019. 5.~11. 설치", "2019-05-01 2019-11-30 MONTH"],
    ["사업기간 : 2019. 4. ~ 12.", "2019-04-01 2019-12-31 MONTH"],
    ["2018. 11. ~ 2019. 3.", "2018-11-01 2019-03-31 MONTH"],
    ["'18.11.~'19.3.", "2018-11-01 2019-03-31 MONTH"],
    ["2019년 4월부터 12월까지", "2019-04-01 2019-12-31 MONTH"],
    ["2019. 4~6월", "2019-04-01 2019-06-30 MONTH"],
    ["2019. 4. 1.(월) ~ 4. 5.(금)", "2019-04-01 2019-04-05 DAY"],
    ["2019. 4. 1. ~ 30.", "2019-04-01 2019-04-30 DAY"],
    ["2019. 4. 1. ~ 6. 30.", "2019-04-01 2019-06-30 DAY"],
    ["2019. 4. 15.(월) 10:00 ~ 4. 17.(수) 18:00", "2019-04-15 2019-04-17 DAY"],
    ["2019. 4. 15. 부터 2019. 5. 15. 까지", "2019-04-15 2019-05-15 DAY"],
    ["공사기간 : 2018.10 ~ 2020.3", "2018-10-01 2020-03-31 MONTH"],
    ["2018년~2022년", "2018-01-01 2022-12-31 YEAR"],
    ["2018~2022년", "2018-01-01 2022-12-31 YEAR"],
    ["3~4월 운영", "2019-03-01 2019-04-30 MONTH"],
  ])("%s", (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });
});

describe("what is no date, does not exist or is open gives nothing:", () => {
  test.each([
    ["2019. 13.", "2019. 2. 30.", "2019년 13월", "2019. 2. 29.", "2019-02-30", "13월", "2월 30일"],
    [
      "2019. 4. ~",
      "~ 2019. 12.",
      "2019. 4. ~ 계속",
      "4월 중순~5월 초",
      "4월말까지",
      "2019년 4월부터 운영",
      "12월까지",
      "2019. 4. 이후",
      "4월경",
    ],
    ["2019. 11. ~ 2.", "2019. 6. 30. ~ 6. 1.", "2019. 4. ~ 2019. 6. 30.", "2019. 12. 30. ~ 1. 3."],
    [
      "20년 무상 임대",
      "18년 4월",
      "최대 5년",
      "3개월",
      "매월",
      "매년 4월",
      "내년 4월",
      "전년 12월",
      "익년 1월",
    ],
    [
      "2019.5㎡",
      "1.5%",
      "제2019-12호",
      "031-2019-1234",
      "9:00~13:00",
      "A-12BL",
      "2019 박람회",
      "4월호",
      "1. 2. 추진",
    ],
    ["2019. 7. 11 개소", "3·4월", "상반기", "2분기", "2019년생"],
  ])("%s …", (...texts) => {
    expect(texts.map((text) => [text, dates(text)])).toEqual(texts.map((text) => [text, []]));
  });
});

test("a wrong weekday leaves the date as printed", () => {
  expect(dates("2019. 7. 11.(금)")).toEqual(["2019-07-11 2019-07-11 DAY"]);
});

describe("without a year it is the report's, where that is certain:", () => {
  const of = (section: SectionKind, quarter: string) => ({ section, quarter });
  test.each([
    ["교육 실시(4월)", of(SectionKind.THIS_QUARTER, "2019-Q2"), [april]],
    ["4월 11일", of(SectionKind.THIS_QUARTER, "2019-Q2"), ["2019-04-11 2019-04-11 DAY"]],
    ["2/4분기 교육", of(SectionKind.THIS_QUARTER, "2019-Q2"), ["2019-04-01 2019-06-30 MONTH"]],
    ["접수(3월) 협약(4월)", of(SectionKind.PLAN, "2019-Q2"), ["2019-03-01 2019-03-31 MONTH", april]],
    ["7. 16.(화) 개강", of(SectionKind.PLAN, "2019-Q2"), ["2019-07-16 2019-07-16 DAY"]],
    ["7. 16.(수) 개강", of(SectionKind.PLAN, "2019-Q2"), []],
    ["교육(3월)", of(SectionKind.BEFORE_QUARTER, "2019-Q2"), ["2019-03-01 2019-03-31 MONTH"]],
    // Before the second quarter December was the year before.
    ["교육(12월)", of(SectionKind.BEFORE_QUARTER, "2019-Q2"), []],
    ["교육(12월)", of(SectionKind.THIS_QUARTER, "2019-Q1"), []],
    ["준공 예정(12월)", of(SectionKind.THIS_QUARTER, "2019-Q2"), ["2019-12-01 2019-12-31 MONTH"]],
    // The plan of the fourth quarter is the next year's.
    ["착공(1월)", of(SectionKind.PLAN, "2019-Q4"), []],
    [
      "2018. 7. 11., 7. 16.(월)",
      of(SectionKind.THIS_QUARTER, "2019-Q2"),
      ["2018-07-11 2018-07-11 DAY", "2018-07-16 2018-07-16 DAY"],
    ],
    [
      "2018. 4. 협약, 6월 착공",
      of(SectionKind.THIS_QUARTER, "2019-Q2"),
      ["2018-04-01 2018-04-30 MONTH", "2018-06-01 2018-06-30 MONTH"],
    ],
    ["2018. 11. 협약, 3월 착공", of(SectionKind.THIS_QUARTER, "2019-Q2"), ["2018-11-01 2018-11-30 MONTH"]],
    ["2018년 사업 평가(4월)", of(SectionKind.THIS_QUARTER, "2019-Q2"), ["2018-01-01 2018-12-31 YEAR"]],
  ])("%s", (text, place, expected) => {
    expect(dates(text, place)).toEqual(expected);
  });

  test("not below another year", () => {
    expect(dates(["2018년 사업", "협약(12월)"]).slice(1)).toEqual([]);
    expect(dates(["2019년 사업", "교육(4월)"]).slice(1)).toEqual([april]);
  });
});

test("a date is planned in the plan, if marked, and after the quarter", () => {
  const planned = (text: string, section = SectionKind.THIS_QUARTER) =>
    factsIn([text], { section }).dates.map((date) => date.planned);
  expect(planned("2019. 6. 교육")).toEqual([false]);
  expect(planned("2019. 6. 30. ~ 7. 1. 교육")).toEqual([false]);
  expect(planned("2019. 7. 교육")).toEqual([true]);
  expect(planned("2019. 6.(예정), 2019. 5. 교육")).toEqual([true, false]);
  expect(planned("협약(2018.12월)", SectionKind.PLAN)).toEqual([true]);
});

test("any existing day in any form is that day, and a day that does not exist none", () => {
  const forms = [
    (y: number, m: number, d: number) => `${y}. ${m}. ${d}.`,
    (y: number, m: number, d: number) => `${y}년 ${m}월 ${d}일`,
    (y: number, m: number, d: number) => `'${String(y).slice(2)}.${m}.${d}.`,
    (y: number, m: number, d: number) =>
      `행사(${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")})`,
  ];
  const day = fc.tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 1, max: 33 }),
  );
  fc.assert(
    fc.property(day, fc.constantFrom(...forms), ([year, month, date], form) => {
      const iso = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
      const exists = new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ?? false;
      expect(dates(form(year, month, date))).toEqual(exists ? [`${iso} ${iso} DAY`] : []);
    }),
  );
});
