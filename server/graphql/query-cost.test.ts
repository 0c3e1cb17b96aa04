import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  extendSchema,
  getIntrospectionQuery,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { panels } from "../../dashboards/boards/panels.ts";
import { buildSchema } from "../../schema/build-schema.ts";
import type { HubError } from "../../schema/core/hub-error.ts";
import { fragmentsOf } from "../../schema/sql/fragment-definitions.ts";
import { checkedCost } from "./cost-limit.ts";
import { type CostedOperation, queryCost } from "./query-cost.ts";

const schema = await buildSchema();

/** Why a question is refused; null if it is not. */
function costRefusal(question: CostedOperation): HubError | null {
  try {
    checkedCost(question);
    return null;
  } catch (error) {
    return error as HubError;
  }
}

function questionOf(query: string, variables: Record<string, unknown> = {}, of = schema) {
  const document = parse(query);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
  const { coerced } = getVariableValues(of, operation.variableDefinitions ?? [], variables);
  return { schema: of, operation, fragments: fragmentsOf(document), variables: coerced ?? variables };
}
const cost = (query: string, variables: Record<string, unknown> = {}) =>
  queryCost(questionOf(query, variables)).values;

describe("the values that an answer can have", () => {
  test.each([
    ["a field, and the object that has it", "{ municipality { name } }", {}, 2],
    ["a page", "{ pledges(first: 10) { nodes { code title } } }", {}, 2 + 10 * 3],
    ["a page of the size that the schema sets", "{ pledges { nodes { code } } }", {}, 2 + 50 * 2],
    ["a page of null, which is that too", "{ pledges(first: null) { nodes { code } } }", {}, 2 + 50 * 2],
    ["a variable", "query ($n: Int!) { pledges(first: $n) { nodes { code } } }", { n: 7 }, 2 + 7 * 2],
    [
      "a variable with a default",
      "query ($n: Int = 3) { pledges(first: $n) { nodes { code } } }",
      {},
      2 + 3 * 2,
    ],
    [
      "what is skipped",
      "query ($no: Boolean!) { pledges(first: 9) { nodes @include(if: $no) { code } totalCount @skip(if: true) } }",
      { no: false },
      1,
    ],
    [
      "pages within a page",
      "{ outlets(first: 50) { nodes { sales(first: 36) { nodes { sales } } } } }",
      {},
      2 + 50 * (1 + 2 + 36 * 2),
    ],
    [
      "a fragment",
      "{ pledges(first: 10) { ...F nodes { code } } } fragment F on PledgeConnection { nodes { ... on Pledge { title } } }",
      {},
      3 + 10 * 4,
    ],
    [
      "a list without first, as it is declared",
      '{ pledge(code: "1") { reports { quarter } } }',
      {},
      2 + 20 * 2,
    ],
    ["the lines of a document", '{ document(sha256: "") { lines(first: 4) { number } } }', {}, 2 + 4 * 2],
    ["a summary's one row", "{ fundingSummary { rows { executed } } }", {}, 2 + 2],
    ["a summary's rows", "{ fundingSummary(groupBy: [SOURCE]) { rows { executed } } }", {}, 2 + 5 * 2],
    [
      "a summary's totals",
      "{ fundingSummary(groupBy: [SOURCE, SOURCE], totals: true) { rows { executed } } }",
      {},
      2 + 6 * 2,
    ],
    [
      "a summary of named quarters",
      '{ fundingSummary(where: { quarter: ["2019-Q2"] }, groupBy: [QUARTER, SOURCE]) { rows { executed } } }',
      {},
      2 + 5 * 2,
    ],
    [
      "the first rows of a summary",
      "{ fundingSummary(groupBy: [PLEDGE], first: 5) { rows { executed } } }",
      {},
      2 + 5 * 2,
    ],
  ])("%s", (_, query, variables, values) => {
    expect(cost(query, variables)).toBe(values);
  });

  test("a long alias, which is repeated in every row", () => {
    const alias = "a".repeat(320);
    expect(cost(`{ pledges(first: 10) { nodes { ${alias}: code } } }`)).toBe(2 + 10 * 12);
  });

  test("a list that nobody thought of", () => {
    const extended = extendSchema(schema, parse("extend type Pledge { mentions: [Int!]! }"));
    const question = questionOf('{ pledge(code: "1") { mentions } }', {}, extended);
    expect(queryCost(question).values).toBe(2 + 100);
  });
});

describe("within the limit are", () => {
  const cases = readdirSync("test/contract/cases").filter((file) => file.endsWith(".graphql"));
  test.each(cases)("the contract's %s", (file) => {
    const { operation, fragments } = questionOf(readFileSync(`test/contract/cases/${file}`, "utf8"));
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name } }) => [name.value, ["2019-Q2"]]),
    );
    expect(costRefusal({ schema, operation, fragments, variables })).toBeNull();
  });

  test.each([...panels])("the panel %s", (_, { question }) => {
    const document = parse(question);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name } }) => [name.value, "2019-Q2"]),
    );
    expect(costRefusal({ schema, operation, fragments: fragmentsOf(document), variables })).toBeNull();
  });

  test.each([
    ["the schema, as GraphiQL asks", getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })],
    [
      "a pledge's reports with sections and statements",
      `{ pledge(code: "1-4-2") { reports { quarter sections { kind title statements { text depth citation { line quote url } } } } } }`,
    ],
    [
      "outlets with their sales",
      "{ outlets(first: 1000) { nodes { code sales(first: 60) { nodes { month sales } } } } }",
    ],
    [
      "departments with purchases and targets",
      "{ municipality { departments { name purchases(first: 100) { totalCount nodes { number amount purchasedOn } } targets { nodes { year basis rate } } } } }",
    ],
    [
      "50 pledges with their funding",
      "{ pledges { nodes { code funding { source phase period { label } amount } } } }",
    ],
  ])("%s", (_, query) => {
    expect(costRefusal(questionOf(query))).toBeNull();
  });
});

describe("beyond the limit", () => {
  test("nested pages are refused, with what multiplies, the limit and a remedy in both languages", () => {
    const refusal = costRefusal(
      questionOf(
        '{purchases(where:{municipality:["99999"]},first:1000){nodes{department{purchases(first:1000){nodes{department{purchases(first:1000){nodes{number}}}}}}}}}',
      ),
    )!;
    expect(refusal.code).toBe("QUERY_TOO_COSTLY");
    const product = "purchases × 1,000, purchases × 1,000, purchases × 1,000 = 1,000,000,000";
    expect(refusal.text.en).toContain(`Largest part: ${product} rows`);
    expect(refusal.text.ko).toContain(`가장 큰 부분: ${product}행`);
    for (const text of [refusal.text.en, refusal.text.ko]) expect(text).toContain("500,000");
    expect(refusal.remedy.en).toContain("first");
    expect(refusal.remedy.ko).toContain("first");
  });

  test.each([
    [
      "through lists without first",
      "{ pledges(first: 100) { nodes { reports { sections { statements { text } } } } } }",
      "reports × 20, sections × 3, statements × 40",
    ],
    [
      "by keys of a summary",
      "{ fundingSummary(groupBy: [PLEDGE, QUARTER, YEAR, SOURCE]) { rows { executed } } }",
      "fundingSummary × ",
    ],
    [
      "around the schema's own schema",
      `{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} }".repeat(6)} } } }`,
      "types × 150, fields × 8",
    ],
  ])("what multiplies %s is named", (_, query, part) => {
    expect(costRefusal(questionOf(query))?.text.en).toContain(part);
  });

  test("fragments that double are counted in time linear to the document", () => {
    const chain = Array.from(
      { length: 400 },
      (_, index) => `fragment F${index} on Municipality { ...F${index + 1} ...F${index + 1} }`,
    );
    const query = `{ municipality { ...F0 } } ${chain.join(" ")} fragment F400 on Municipality { code }`;
    expect(cost(query)).toBeGreaterThanOrEqual(2 ** 400);
  });
});
