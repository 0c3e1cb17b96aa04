import { Float } from "type-graphql";
import { entity, integer, nullable, value } from "../entity.ts";
import { NullReason } from "./null-reason.ts";

/** A ratio; its columns have the field's name as a prefix: row."execution */
export const ratio = entity(
  "Ratio",
  {
    ko: "분자와 분모를 늘 함께 보이는 비율. 비율의 평균이 아니라 합의 비율이며, 2^53까지 정확합니다.",
    en: "A ratio with its numerator and denominator, each a sum over the items that count. A ratio of sums, never a mean of ratios; whole numbers up to 2^53 are exact.",
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

/** How many of those expected to report reported; its columns have the field's name as a prefix. */
export const coverage = entity(
  "Coverage",
  {
    ko: "보고해야 할 것과 보고한 것의 수.",
    en: "How many were expected to report, and how many reported.",
  },
  {
    reporting: integer((prefix) => `${prefix}.reporting"`, "보고한 수.", "Number that reported."),
    expected: integer((prefix) => `${prefix}.expected"`, "보고해야 할 수.", "Number expected to report."),
  },
);
