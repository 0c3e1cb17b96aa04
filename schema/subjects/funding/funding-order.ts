import { declareEnum } from "../../core/enum-words.ts";
import { firstOutOfRange } from "../../sql/cursor.ts";
import type { Arrangement } from "../../sql/summary/summary.ts";
import type { FundingQuestion } from "./funding-summary-lines.ts";

/** How rows of funding can be ordered. */
export enum FundingOrder {
  PUBLISHED_DESC = "PUBLISHED_DESC",
  BUDGETED_DESC = "BUDGETED_DESC",
  EXECUTED_DESC = "EXECUTED_DESC",
  EXECUTION_ASC = "EXECUTION_ASC",
  EXECUTION_DESC = "EXECUTION_DESC",
}
declareEnum(FundingOrder, {
  name: "FundingOrder",
  description: {
    ko: "행의 순서. 값이 없는 행은 끝에 옵니다.",
    en: "The order of rows; rows without the value come last.",
  },
  values: {
    PUBLISHED_DESC: { ko: "공표액이 큰 것부터", en: "Largest published amount first" },
    BUDGETED_DESC: { ko: "예산현액이 큰 것부터", en: "Largest current budget first" },
    EXECUTED_DESC: { ko: "집행액이 큰 것부터", en: "Largest executed amount first" },
    EXECUTION_ASC: { ko: "집행률이 낮은 것부터", en: "Lowest execution rate first" },
    EXECUTION_DESC: { ko: "집행률이 높은 것부터", en: "Highest execution rate first" },
  },
});

const execution = `"execution.numerator" / nullif("execution.denominator", 0)`;

const orders: Record<FundingOrder, { measure: string; sql: string }> = {
  PUBLISHED_DESC: { measure: "published", sql: "published DESC NULLS LAST" },
  BUDGETED_DESC: { measure: "budgeted", sql: "budgeted DESC NULLS LAST" },
  EXECUTED_DESC: { measure: "executed", sql: "executed DESC NULLS LAST" },
  EXECUTION_ASC: { measure: "execution", sql: `${execution} ASC NULLS LAST` },
  EXECUTION_DESC: { measure: "execution", sql: `${execution} DESC NULLS LAST` },
};

/** Which rows of funding an answer has, and in what order. Throws a HubError for a negative `first`. */
export function arrangeFunding({ scope, where, orderBy, first = null }: FundingQuestion): Arrangement {
  if (first !== null && first < 0) throw firstOutOfRange(first);
  const requested = (orderBy ?? []).map((order) => orders[order]);
  const below = where.belowExecution ?? null;
  return {
    needs: [...requested.map(({ measure }) => measure), ...(below === null ? [] : ["execution"])],
    condition: below === null ? null : `${execution} < ${scope.parameters.add(below)}::float8::numeric`,
    order: requested.map(({ sql }) => sql),
    first,
  };
}
