import { GraphQLError, type OperationDefinitionNode } from "graphql";
import { HubError } from "../../schema/core/hub-error.ts";
import { type CostedOperation, type QueryCost, queryCost } from "./query-cost.ts";

/** Maximum number of values of one answer: about 20 MB of JSON. */
export const maxValues = 500_000;

/** The cost of a query in values. Throws QUERY_TOO_COSTLY with the part that multiplies to the most rows. */
export function checkedCost(question: CostedOperation): number {
  const cost = costOf(question);
  if (cost && cost.values > maxValues) throw tooCostly(cost);
  return cost?.values ?? 0;
}

/** Costs of operations without variables, which are the same whenever the document is sent again. */
const costs = new WeakMap<OperationDefinitionNode, QueryCost>();

/** Null if an argument is invalid, which execution reports. */
function costOf(question: CostedOperation): QueryCost | null {
  const { operation } = question;
  try {
    const cost = costs.get(operation) ?? queryCost(question);
    if (!operation.variableDefinitions?.length) costs.set(operation, cost);
    return cost;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function tooCostly({ values, heaviestPath }: QueryCost): HubError {
  const factors = heaviestPath.flatMap(({ field, size }, index) =>
    size === 1 ? [] : [`${nameOf(heaviestPath, field, index)} × ${count(size)}`],
  );
  const rows = count(heaviestPath.reduce((product, { size }) => product * size, 1));
  const most = factors.length > 0 ? `${factors.join(", ")} = ${rows}` : null;
  return new HubError(
    "QUERY_TOO_COSTLY",
    {
      ko: `답이 너무 커질 수 있습니다. 비용(cost, 답에 들어갈 수 있는 값의 수)이 ${count(values)}이고 한도는 ${count(maxValues)}입니다.${most ? ` 가장 큰 부분: ${most}행.` : ""}`,
      en: `The answer could become too large: the cost (values that the answer can have) is ${count(values)}, the limit is ${count(maxValues)}.${most ? ` Largest part: ${most} rows.` : ""}`,
    },
    {
      ko: "first를 줄이고 after로 이어서 물으십시오. 목록 안의 목록이나 groupBy의 키를 줄이거나, where로 좁히거나, 여러 질문으로 나누어도 됩니다.",
      en: "Use a smaller first and continue with after; or nest fewer lists, group by fewer keys, narrow where, or send several queries.",
    },
  );
}

/** A list of a page is called by the page's field: purchases, not nodes. */
const nameOf = (path: QueryCost["heaviestPath"], field: string, index: number): string =>
  ["nodes", "rows"].includes(field) ? (path[index - 1]?.field ?? field) : field;

const count = (number: number): string => Math.round(number).toLocaleString("en-US");
