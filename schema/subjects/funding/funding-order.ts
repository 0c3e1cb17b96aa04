import { firstOutOfRange } from "../../sql/cursor.ts";
import type { Arrangement } from "../../sql/summary/summary.ts";
import type { FundingOrder, FundingQuestion } from "./funding-question.ts";

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
