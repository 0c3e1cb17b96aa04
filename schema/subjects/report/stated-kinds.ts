import { declareEnum } from "../../core/enum-words.ts";

/** Units of the figures that reports state in their text. */
export enum FigureUnit {
  WON = "WON",
  PERSON = "PERSON",
  TIME = "TIME",
  PLACE = "PLACE",
  ITEM = "ITEM",
  ENTERPRISE = "ENTERPRISE",
  SQUARE_METRE = "SQUARE_METRE",
  PERCENT = "PERCENT",
}
/** Labels of the units. */
export const figureUnitWords = declareEnum(FigureUnit, {
  name: "FigureUnit",
  description: { ko: "글에 적힌 수치의 단위.", en: "Units of figures in the text of reports." },
  values: {
    WON: {
      ko: "원",
      en: "won",
      meaning: {
        ko: "원. 천원, 만원, 백만원, 억원도 원으로 고쳐 적습니다.",
        en: "Won; 천원, 만원, 백만원 and 억원 are converted to won.",
      },
    },
    PERSON: { ko: "명", en: "people", meaning: { ko: "명, 인.", en: "People: 명, 인." } },
    TIME: { ko: "회", en: "times", meaning: { ko: "회.", en: "Times: 회." } },
    PLACE: { ko: "개소", en: "places", meaning: { ko: "개소.", en: "Places: 개소." } },
    ITEM: { ko: "개", en: "items", meaning: { ko: "개, 건.", en: "Items: 개, 건." } },
    ENTERPRISE: {
      ko: "개 업체",
      en: "enterprises",
      meaning: { ko: "업체, 개 업체, 개사.", en: "Enterprises: 업체, 개 업체, 개사." },
    },
    SQUARE_METRE: {
      ko: "㎡",
      en: "㎡",
      meaning: { ko: "제곱미터(㎡, m²).", en: "Square metres: ㎡, m², 제곱미터." },
    },
    PERCENT: {
      ko: "%",
      en: "%",
      meaning: { ko: "퍼센트: 70%는 70.", en: "Percent: 70% is 70." },
    },
  },
});

/** How exactly a date is printed. */
export enum DatePrecision {
  DAY = "DAY",
  MONTH = "MONTH",
  YEAR = "YEAR",
}
/** Labels of the precisions. */
export const datePrecisionWords = declareEnum(DatePrecision, {
  name: "DatePrecision",
  description: {
    ko: "날짜를 어디까지 적었는가.",
    en: "How exactly a date is printed.",
  },
  values: {
    DAY: { ko: "일", en: "day", meaning: { ko: "날까지.", en: "To the day." } },
    MONTH: {
      ko: "월",
      en: "month",
      meaning: {
        ko: "달까지. 분기와 반기도 그 달들로 적습니다.",
        en: "To the month; quarters and half years are months too.",
      },
    },
    YEAR: { ko: "년", en: "year", meaning: { ko: "해까지.", en: "To the year." } },
  },
});
