import { Float, registerEnumType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { entity, integer, nullable, value } from "../entity.ts";

/** Why a ratio has no value. */
export enum NullReason {
  NOT_REPORTED = "NOT_REPORTED",
  ZERO_DENOMINATOR = "ZERO_DENOMINATOR",
  NO_TARGET = "NO_TARGET",
  NO_PREVIOUS_PERIOD = "NO_PREVIOUS_PERIOD",
  CLOSED = "CLOSED",
  PHASE_NOT_STATED = "PHASE_NOT_STATED",
}
registerEnumType(NullReason, {
  name: "NullReason",
  description: describe("비율에 값이 없는 까닭.", "Why a ratio has no value."),
  valuesConfig: {
    NOT_REPORTED: { description: describe("보고되지 않음", "Not reported.") },
    ZERO_DENOMINATOR: { description: describe("분모가 0", "The denominator is 0.") },
    NO_TARGET: { description: describe("목표가 없음", "There is no target.") },
    NO_PREVIOUS_PERIOD: {
      description: describe("견줄 앞 기간이 없음", "There is no earlier period to compare with."),
    },
    CLOSED: { description: describe("이 기간에 열려 있지 않음", "Not open in the period.") },
    PHASE_NOT_STATED: {
      description: describe(
        "단계가 적히지 않은 금액뿐임",
        "The row has published amounts only, whose phase is not stated.",
      ),
    },
  },
});

/** A quotient; what stands for the row is the beginning of the names of its columns: row."execution */
export const ratio = entity(
  "Ratio",
  {
    ko: "분자와 분모를 늘 함께 보이는 비율. 비율의 평균이 아니라 합의 비율이며, 2^53까지 정확합니다.",
    en: "A quotient that never hides its parts, each a sum over the items that count for it; whole numbers up to 2^53 are exact. A ratio of sums, never a mean of ratios.",
  },
  {
    value: value(
      () => Float,
      (prefix) => `${prefix}.numerator"::float8 / nullif(${prefix}.denominator", 0)::float8`,
      "분자/분모. 셀 것이 없거나 분모가 0이면 null.",
      "numerator / denominator; null if nothing counts or the denominator is 0.",
      nullable,
    ),
    numerator: value(
      () => Float,
      (prefix) => `CASE WHEN ${hasBoth(prefix)} THEN ${prefix}.numerator" END`,
      "분자(금액은 원). 셀 것이 없으면 null.",
      "Numerator (won for amounts); null if nothing counts.",
      nullable,
    ),
    denominator: value(
      () => Float,
      (prefix) => `CASE WHEN ${hasBoth(prefix)} THEN ${prefix}.denominator" END`,
      "분모(금액은 원). 셀 것이 없으면 null.",
      "Denominator (won for amounts); null if nothing counts.",
      nullable,
    ),
    nullReason: value(
      () => NullReason,
      (prefix) =>
        `CASE WHEN NOT (${hasBoth(prefix)}) THEN ${prefix}.reason" WHEN ${prefix}.denominator" = 0 THEN '${NullReason.ZERO_DENOMINATOR}' END`,
      "값이 없는 까닭. 값이 있으면 null.",
      "Why there is no value; null if there is one.",
      nullable,
    ),
  },
);

const hasBoth = (prefix: string): string =>
  `${prefix}.numerator" IS NOT NULL AND ${prefix}.denominator" IS NOT NULL`;

/** How many of those expected to report did; what stands for the row is the beginning of the names of its columns. */
export const coverage = entity(
  "Coverage",
  {
    ko: "보고해야 할 것과 보고한 것의 수.",
    en: "How many were expected to report, and how many did.",
  },
  {
    reporting: integer((prefix) => `${prefix}.reporting"`, "보고한 수.", "How many did."),
    expected: integer((prefix) => `${prefix}.expected"`, "보고해야 할 수.", "How many were expected to."),
  },
);
