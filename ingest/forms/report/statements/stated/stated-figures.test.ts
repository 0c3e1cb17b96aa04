import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { SectionKind } from "../../../../../schema/subjects/report/report-kinds.ts";
import { factsIn } from "../../../../../test/ingest/report/state.ts";
import { narrowText } from "./narrow-text.ts";

const figures = (text: string, ...under: string[]) =>
  factsIn([text, ...under]).figures.map(({ value, unit }) => `${value} ${unit}`);

describe("a figure is read with its unit:", () => {
  test.each([
    ["사업비 : 50백만원(국비 70%, 시비 30%)", "50000000 WON", "70 PERCENT", "30 PERCENT"],
    ["수강인원 : 54명", "54 PERSON"],
    ["킨텍스 메가쇼 10개 업체 참가", "10 ENTERPRISE"],
    ["일원(154.36㎡)", "154.36 SQUARE_METRE"],
    ["바닥 84 m², 마당 12제곱미터", "84 SQUARE_METRE", "12 SQUARE_METRE"],
    ["총 사업비 3억 5천만원", "350000000 WON"],
    ["3억5,000만 원 확보", "350000000 WON"],
    ["1.5억원과 106.5백만원", "150000000 WON", "106500000 WON"],
    ["300천원, 5,000원, 20만원", "300000 WON", "5000 WON", "200000 WON"],
    ["2조 3,000억원", "2300000000000 WON"],
    ["1,035 명 수료", "1035 PERSON"],
    ["２기 １，０３５명（예정）", "1035 PERSON"],
    ["5팀 20명", "20 PERSON"],
    ["1만 2천명 방문", "12000 PERSON"],
    ["30인 선발", "30 PERSON"],
    ["교육 3회 실시", "3 TIME"],
    ["간담회 2회, 박람회 1회(5월)", "2 TIME", "1 TIME"],
    ["간담회 2회/30명", "2 TIME", "30 PERSON"],
    ["판매장 3개소 조성", "3 PLACE"],
    ["5개 과정, 민원 12건 처리, 12건의 민원", "5 ITEM", "12 ITEM", "12 ITEM"],
    ["10개사와 협약, 업체 3개사, 5업체", "10 ENTERPRISE", "3 ENTERPRISE", "5 ENTERPRISE"],
    ["우선구매율 3.5% 달성", "3.5 PERCENT"],
    ["전년 50명 → 올해 70명", "50 PERSON", "70 PERSON"],
    ["1회용품 줄이기 30명 참여", "30 PERSON"],
    ["2019. 4. 10개소 조성", "10 PLACE"],
    ["0명, 0%", "0 PERSON", "0 PERCENT"],
    ["교육 1회(50명) 실시", "1 TIME", "50 PERSON"],
    ["매회 : 1회 20명", "20 PERSON"],
    ["교육 3회, 누계 : 5회, 500명", "3 TIME"],
    ["1인당 50만원", "500000 WON"],
  ])("%s", (text, ...expected) => {
    expect(figures(text)).toEqual(expected);
  });
});

describe("what is not printed exactly, or is something else, is no figure:", () => {
  test.each([
    ["78여명", "100여 명", "약 100명", "약100명", "총 약 30명", "대략 50명", "10억여원", "10억원대"],
    [
      "50명 이상",
      "50명이상",
      "5개소 이내",
      "30명 내외",
      "100명 규모",
      "최대 5개소",
      "30% 미만",
      "30명을 초과",
    ],
    ["30~40명", "30명~40명", "3-5개소", "3 ∼ 5명", "30 내지 40명", "5~7%", "30명 또는 40명", "10%～20%"],
    ["500명(누계)", "누계 500명", "누적 참여 500명", "500명(2018년부터 누적)", "누계 : 교육 5회, 500명"],
    [
      "A-12BL",
      "고양행신2 A-4BL",
      "행신동 1064번지",
      "9:00~13:00",
      "031-8075-3721",
      "2기",
      "65세 이상",
      "20년 임대",
    ],
    [
      "제5회 박람회",
      "5회 고양 한마당",
      "3회차",
      "제 3회",
      "1인 가구",
      "5인 이상 사업장",
      "100인의 토론회",
      "1회 추경",
    ],
    [
      "3개월",
      "6개 월",
      "2개년",
      "3개소식",
      "5개최",
      "2 건의 처리",
      "1 건립",
      "2 회의 개최",
      "4원인",
      "3원룸",
    ],
    ["1,20명", "1.5명", "7.11개소", "1억 20000만원", "2천50백만원", "0.5원", "1.2.3%", "3억", "50백만"],
    ["3,000원/㎡", "5천원/1인", "10인 10색", "2인 1조", "50% 미달", "10억원을 넘김", "50%에 육박"],
    ["-5%", "△5%", "▲ 5%", "+3%", "5%p 상승", "3%포인트", "1:1", "2/4분기", "100명/월", "1회당", "1인당"],
    [
      "1조 5명",
      "1,2회",
      "3·1운동",
      "제2019-12호",
      "3km²",
      "2019. 7. 11 개소",
      "2019. 5.",
      "4월",
      "999999999999999999원",
    ],
  ])("%s …", (...texts) => {
    expect(texts.map((text) => [text, figures(text)])).toEqual(texts.map((text) => [text, []]));
  });

  test("what stands under a cumulative heading", () => {
    expect(figures("누계 실적", "교육 3회 실시")).toEqual([]);
  });
});

describe("a figure of the results is planned if it is marked so:", () => {
  test.each([
    ["인원 : 120명(예정)", [true]],
    ["교육 3회 실시 예정", [true]],
    ["50명(예정), 30명 참여", [true, false]],
    ["30명 참여, 50명(예정)", [false, true]],
    ["5개소 조성 완료, 3개소 추가 예정", [false, true]],
    ["5개소, 3개 과정 운영 예정", [true, true]],
    ["9월(예정) 교육 30명", [true]],
    ["입주예정지 3개소", [false]],
  ])("%s", (text, planned) => {
    expect(factsIn([text]).figures.map((figure) => figure.planned)).toEqual(planned);
  });

  test("by a bullet above it, or by the plan it stands in", () => {
    expect(factsIn(["상설 판매장(예정)", "3개소"]).figures).toMatchObject([{ planned: true }]);
    expect(factsIn(["3개소"], { section: SectionKind.PLAN }).figures).toMatchObject([{ planned: true }]);
  });
});

test.each([
  ["사업비 : 50백만원(국비 70%, 시비 30%)", ["사업비", "국비", "시비"]],
  ["기초·심화과정 수강인원 : 54명", ["기초·심화과정 수강인원"]],
  ["대상 : 시민, 인원 : 120명(남 50명, 여 70명)", ["인원", "남", "여"]],
  ["마을기업, 사회적협동조합 5개소", ["마을기업, 사회적협동조합"]],
  ["메가쇼 10개 업체 참가, 플리마켓 5개 업체", ["메가쇼", "플리마켓"]],
  ["행신동 1064번지 일원(154.36㎡)", ["행신동 1064번지 일원"]],
  ["2019. 4. 10개소 조성", [null]],
  ["2020년까지 100개소, 2019.5.31.현재 120명", [null, null]],
  ["25명 수료(30명 모집)", [null, null]],
  ["2019. 4. 3. 개소식(50명)", ["개소식"]],
  ["2019년 말까지 50개소, 9월(예정) 교육 30명", [null, "교육"]],
  ["54명", [null]],
])("the label is the words before the figure: %s", (text, labels) => {
  expect(factsIn([text]).figures.map(({ label }) => label)).toEqual(labels);
});

const words = fc.constantFrom(
  ...[
    "교육",
    "사업비 :",
    "(예정)",
    "약 ",
    "누계",
    "(",
    ")",
    ", ",
    " ",
    "~",
    "-",
    ".",
    "제",
    "여",
    "2019. ",
    "4월",
    "A-",
  ],
  ...[
    "명",
    "인",
    "회",
    "개소",
    "개 ",
    "건",
    "개 업체",
    "㎡",
    "%",
    "만원",
    "백만원",
    "원",
    "이상",
    "１２",
    "억 ",
  ],
);
const digits = fc.nat({ max: 99_999 }).map((number) => number.toLocaleString("en-US"));
const text = fc
  .array(
    fc.oneof(
      words,
      digits,
      fc.double({ min: 0, max: 99, noNaN: true }).map((one) => one.toFixed(1)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("whatever the text,", () => {
  test("an amount is the same in each unit that it is printed in", () => {
    const grouped = (number: number) => number.toLocaleString("en-US");
    const forms = [
      (man: number) => `${grouped(man * 10_000)}원`,
      (man: number) => `${grouped(man * 10)}천원`,
      (man: number) => `${man}만 원`,
      (man: number) => `${man / 100}백만원`,
      (man: number) => `${man / 10_000}억원`,
      (man: number) => `${Math.floor(man / 10_000)}억 ${grouped(man % 10_000)}만원`,
      (man: number) => `${Math.floor(man / 1_000)}천${man % 1_000}만원`,
    ];
    const money = fc.tuple(fc.integer({ min: 10_000, max: 99_999_999 }), fc.constantFrom(...forms));
    fc.assert(
      fc.property(money, ([man, form]) => {
        expect(figures(`사업비 : ${form(man)}(국비)`)).toEqual([`${BigInt(man) * 10_000n} WON`]);
      }),
    );
  });

  test("the digits of every figure stand in its quote", () => {
    const isIn = (value: string, quote: string) => quote.includes(value.replace(/^0\.|\.|0+$/g, ""));
    fc.assert(
      fc.property(text, (printed) => {
        const missing = factsIn([printed]).figures.filter(({ value, unit, origin }) => {
          const quote = narrowText(origin.quote).replace(/[,.]/g, "");
          // Of 3억 5천만원, 350000000, each digit has its own place.
          const parts = unit === "WON" ? value.replaceAll("0", "").split("") : [value];
          return !parts.every((part) => isIn(part, quote));
        });
        expect(missing).toEqual([]);
      }),
    );
  });

  test("there is none without a unit", () => {
    const prose = fc
      .stringMatching(/^[가-힣 ,.()]{0,20}$/)
      .filter((one) => !/[개건명인회원업제퍼]/.test(one));
    fc.assert(
      fc.property(fc.array(fc.oneof(prose, digits), { maxLength: 8 }), (parts) => {
        expect(factsIn([parts.join("")]).figures).toEqual([]);
      }),
    );
  });
});
