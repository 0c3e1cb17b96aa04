import { declareEnum } from "../../core/enum-words.ts";
import { HubError } from "../../core/hub-error.ts";
import type { QuarterNumber } from "../../core/scalars/quarter.ts";

/** The earlier period that figures are compared with. */
export enum Comparison {
  PREVIOUS_YEAR = "PREVIOUS_YEAR",
  PREVIOUS_QUARTER = "PREVIOUS_QUARTER",
}
declareEnum(Comparison, {
  name: "Comparison",
  description: { ko: "견줄 앞 기간.", en: "The earlier period that figures are compared with." },
  values: {
    PREVIOUS_YEAR: { ko: "한 해 앞의 같은 기간", en: "The same period of the previous year" },
    PREVIOUS_QUARTER: {
      ko: "한 분기 앞",
      en: "The previous quarter; for a month, the month three months earlier.",
    },
  },
});

/** Distance of the compared period, in quarters; 0 without one. */
export const quartersBack = (compareTo: Comparison | null): number =>
  compareTo === null ? 0 : compareTo === Comparison.PREVIOUS_YEAR ? 4 : 1;

/** Filters by period. */
export interface PeriodFilter {
  year?: number[] | null;
  quarter?: QuarterNumber[] | null;
}

/** The quarters in the filters, a year standing for its four; null if there are none. */
export function quartersNamed({ year, quarter }: PeriodFilter): QuarterNumber[] | null {
  if (!year) return quarter ? [...new Set(quarter)] : null;
  const years = [...new Set(year)].filter((one) => one >= 0 && one <= 9999);
  const ofYears = years.flatMap((one) => [0, 1, 2, 3].map((index) => one * 4 + index));
  return quarter ? ofYears.filter((one) => quarter.includes(one)) : ofYears;
}

/** The first of the keys that is a period; null without one. */
export const firstPeriod = (groupBy: readonly string[]): "MONTH" | "QUARTER" | "YEAR" | null =>
  (["MONTH", "QUARTER", "YEAR"] as const)
    .filter((key) => groupBy.includes(key))
    .sort((one, other) => groupBy.indexOf(one) - groupBy.indexOf(other))[0] ?? null;

/** The kind of calendar period that each row with these keys belongs to, by a key or a filter; null if there are several in question. */
export function periodOf(keys: readonly string[], where: PeriodFilter): "month" | "quarter" | "year" | null {
  if (keys.includes("MONTH")) return "month";
  const quarters = quartersNamed(where);
  if (keys.includes("QUARTER") || (quarters && quarters.length <= 1)) return "quarter";
  return keys.includes("YEAR") || new Set(where.year ?? []).size === 1 ? "year" : null;
}

/** A question as far as comparing has to know it. */
interface ComparedQuestion {
  compareTo: Comparison | null;
  where: PeriodFilter;
  groupBy: readonly string[];
}

/** True if each row with these keys belongs to one period that has an earlier one. */
export function isComparable(
  { compareTo, where }: Omit<ComparedQuestion, "groupBy">,
  keys: readonly string[],
): boolean {
  const period = periodOf(keys, where);
  return compareTo === Comparison.PREVIOUS_QUARTER
    ? period === "quarter" || period === "month"
    : compareTo !== null && period !== null;
}

/** Throws if periods are to be compared and a row does not belong to a single one. */
export function checkComparison(
  { compareTo }: Pick<ComparedQuestion, "compareTo">,
  isComparable: boolean,
  period?: "quarter",
): void {
  if (compareTo === null || isComparable) return;
  const byQuarter = compareTo === Comparison.PREVIOUS_QUARTER || period === "quarter";
  throw new HubError(
    "COMPARISON_WITHOUT_PERIOD",
    {
      ko: `compareTo: ${compareTo}에는 행마다 한 ${byQuarter ? "분기가" : "기간이"} 필요합니다.`,
      en: `compareTo: ${compareTo} needs one ${byQuarter ? "quarter" : "period"} a row.`,
    },
    {
      ko: `groupBy에 ${byQuarter ? "QUARTER를" : "YEAR나 QUARTER를"} 넣거나 where에서 하나만 고르십시오.`,
      en: `Add ${byQuarter ? "QUARTER" : "YEAR or QUARTER"} to groupBy, or name just one in where.`,
    },
  );
}
