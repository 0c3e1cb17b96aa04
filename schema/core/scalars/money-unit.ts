import { declareEnum } from "../enum-words.ts";

/** Units for amounts. */
export enum MoneyUnit {
  WON = "WON",
  THOUSAND_WON = "THOUSAND_WON",
  MILLION_WON = "MILLION_WON",
  HUNDRED_MILLION_WON = "HUNDRED_MILLION_WON",
}
/** Labels of the units. */
export const moneyUnitWords = declareEnum(MoneyUnit, {
  name: "MoneyUnit",
  description: { ko: "금액을 읽는 단위.", en: "Units for amounts." },
  values: {
    WON: { ko: "원", en: "won" },
    THOUSAND_WON: { ko: "천원", en: "thousand won" },
    MILLION_WON: { ko: "백만원", en: "million won" },
    HUNDRED_MILLION_WON: { ko: "억원", en: "hundred million won" },
  },
});

/** One of the unit in won. */
export const wonIn: Record<MoneyUnit, number> = {
  WON: 1,
  THOUSAND_WON: 1_000,
  MILLION_WON: 1_000_000,
  HUNDRED_MILLION_WON: 100_000_000,
};

/** An amount of won in another unit, for people and charts; the exact figure stays the one in won. Null for null. */
export const inUnit = (won: string | null, unit: MoneyUnit): number | null =>
  won === null ? null : Number(won) / wonIn[unit];

/** The same in SQL, for an expression. */
export const inUnitSql = (won: string, unit: MoneyUnit): string => `${won}::float8 / ${wonIn[unit]}`;
