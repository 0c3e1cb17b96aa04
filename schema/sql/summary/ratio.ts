import { Field, Float, Int, ObjectType } from "type-graphql";
import { describe } from "../../core/localized.ts";
import { NullReason } from "./null-reason.ts";

@ObjectType({
  description: describe(
    "분자와 분모를 늘 함께 보이는 비율. 비율의 평균이 아니라 합의 비율이며, 2^53까지 정확합니다.",
    "A quotient that never hides its parts, each a sum over the items that count for it; whole numbers up to 2^53 are exact. A ratio of sums, never a mean of ratios.",
  ),
})
export class Ratio {
  @Field(() => Float, {
    nullable: true,
    description: describe(
      "분자/분모. 셀 것이 없거나 분모가 0이면 null.",
      "numerator / denominator; null where nothing counts or the denominator is 0.",
    ),
  })
  value: number | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "분자(금액은 원). 셀 것이 없으면 null.",
      "Numerator (won for amounts); null where nothing counts.",
    ),
  })
  numerator: number | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      "분모(금액은 원). 셀 것이 없으면 null.",
      "Denominator (won for amounts); null where nothing counts.",
    ),
  })
  denominator: number | null;

  @Field(() => NullReason, {
    nullable: true,
    description: describe(
      "값이 없는 까닭. 값이 있으면 null.",
      "Why there is no value; null where there is one.",
    ),
  })
  nullReason: NullReason | null;
}

@ObjectType({
  description: describe(
    "보고해야 할 것과 보고한 것의 수.",
    "How many were expected to report, and how many did.",
  ),
})
export class Coverage {
  @Field(() => Int, { description: describe("보고한 수.", "How many did.") })
  reporting: number;

  @Field(() => Int, { description: describe("보고해야 할 수.", "How many were expected to.") })
  expected: number;
}

/** A ratio of two sums as the database gives them; `reason` is told where a part is null. */
export function ratio(numerator: string | null, denominator: string | null, reason: NullReason): Ratio {
  if (numerator === null || denominator === null) {
    return { value: null, numerator: null, denominator: null, nullReason: reason };
  }
  const parts = { numerator: Number(numerator), denominator: Number(denominator) };
  return parts.denominator === 0
    ? { value: null, ...parts, nullReason: NullReason.ZERO_DENOMINATOR }
    : { value: parts.numerator / parts.denominator, ...parts, nullReason: null };
}
