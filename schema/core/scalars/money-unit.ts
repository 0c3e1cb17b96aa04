import { registerEnumType } from "type-graphql";
import { describe } from "../localized.ts";

/** The units that amounts are read in. */
export enum MoneyUnit {
  WON = "WON",
  THOUSAND_WON = "THOUSAND_WON",
  MILLION_WON = "MILLION_WON",
  HUNDRED_MILLION_WON = "HUNDRED_MILLION_WON",
}
registerEnumType(MoneyUnit, {
  name: "MoneyUnit",
  description: describe("금액을 읽는 단위.", "The units that amounts are read in."),
  valuesConfig: {
    WON: { description: describe("원", "won") },
    THOUSAND_WON: { description: describe("천원", "thousand won") },
    MILLION_WON: { description: describe("백만원", "million won") },
    HUNDRED_MILLION_WON: { description: describe("억원", "hundred million won") },
  },
});

const wonIn: Record<MoneyUnit, number> = {
  WON: 1,
  THOUSAND_WON: 1_000,
  MILLION_WON: 1_000_000,
  HUNDRED_MILLION_WON: 100_000_000,
};

/** An amount of won in another unit, for people and charts; the exact figure stays the one in won. Null for null. */
export const inUnit = (won: string | null, unit: MoneyUnit): number | null =>
  won === null ? null : Number(won) / wonIn[unit];

/** The same in SQL, of an expression. */
export const inUnitSql = (won: string, unit: MoneyUnit): string => `${won}::float8 / ${wonIn[unit]}`;
