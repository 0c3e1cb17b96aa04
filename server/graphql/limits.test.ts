import { ApolloServer } from "@apollo/server";
import { describe, expect, test } from "@jest/globals";
import { buildSchema, GraphQLError, getIntrospectionQuery, parse, specifiedRules, validate } from "graphql";
import { HubError } from "../../schema/core/hub-error.ts";
import { explainParserLimit, queryLimits } from "./limits.ts";

const schema = buildSchema(
  "type Query { municipality(code: ID): Municipality } type Municipality { code: ID parent: Municipality }",
);

/** What a query is refused with: the messages of all errors, or the one HubError. */
function refusals(query: string): (HubError | string)[] {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(query, queryLimits.parseOptions);
  } catch (error) {
    return [explainParserLimit(error as Error) ?? (error as Error).message];
  }
  const errors = validate(schema, document, [...specifiedRules, ...queryLimits.validationRules]);
  return errors.map((error) =>
    error.originalError instanceof HubError ? error.originalError : error.message,
  );
}

function refusal(query: string): HubError {
  const [first, ...others] = refusals(query);
  expect(others).toEqual([]);
  expect(first).toBeInstanceOf(HubError);
  return first as HubError;
}

/** A query of so many levels. */
const levels = (count: number) =>
  `{ municipality { ${"parent { ".repeat(count - 2)} code ${"}".repeat(count - 2)} } }`;
const aliases = (count: number) =>
  `{ municipality { ${Array.from({ length: count }, (_, index) => `a${index}: code`).join(" ")} } }`;

describe("a question within the limits", () => {
  test.each([
    [
      "what GraphiQL asks for the schema",
      getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
    ],
    ["15 levels", levels(15)],
    ["100 aliases", aliases(100)],
    [
      "a fragment spread in many places",
      `{ ${"municipality { ...F } ".repeat(40)} } fragment F on Municipality { code }`,
    ],
  ])("%s passes", (_, query) => {
    expect(refusals(query)).toEqual([]);
  });

  test("with a syntax error keeps the parser's own message", () => {
    expect(refusals("{ municipality(")).toEqual(["Syntax Error: Expected Name, found <EOF>."]);
  });

  test("with a fragment inside itself is refused for that", () => {
    const messages = refusals("{ municipality { ...F } } fragment F on Municipality { parent { ...F } }");
    expect(messages).toEqual(['Cannot spread fragment "F" within itself.']);
  });
});

describe("a question beyond the limits is refused, saying which one", () => {
  const bomb = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on Municipality { ...F${index + 1} parent { ...F${index + 1} } }`,
  );
  test.each([
    ["16 levels", levels(16), "15 levels"],
    ["200 levels", levels(200), "15 levels"],
    ["200 levels through fragments", `${fragmentChain(200)} { municipality { ...F0 } }`, "15 levels"],
    ["101 aliases", aliases(101), "100 aliases"],
    ["10,000 aliases", aliases(10_000), "10000 tokens"],
    ["2,001 fields", `{ municipality { ${"code ".repeat(2_001)} } }`, "2000 fields"],
    [
      "2,001 fields in a fragment that nobody uses",
      `{ municipality { code } } fragment F on Municipality { ${"code ".repeat(2_001)} }`,
      "2000 fields",
    ],
    ["51 top-level fields", `{ ${"municipality { code } ".repeat(51)} }`, "50 top-level fields"],
    [
      "51 at the top through a fragment",
      `{ ${"...F ".repeat(51)} } fragment F on Query { municipality { code } }`,
      "50 top-level fields",
    ],
    ["51 directives", `{ municipality { code ${"@skip(if: false) ".repeat(51)} } }`, "50 directives"],
    ["5,000 levels, more than the parser can hold", `{${"municipality{".repeat(5_000)}`, "10000 tokens"],
    [
      "fragments that double 60 times",
      `{ municipality { ...F0 } } ${bomb.join(" ")} fragment F60 on Municipality { code }`,
      "15 levels",
    ],
  ])("%s", (_, query, limit) => {
    const error = refusal(query);
    expect(error.code).toBe("QUERY_TOO_LARGE");
    expect(error.text.en).toContain(limit);
  });

  test("fragments that double without going deep", () => {
    const flat = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Municipality { ...F${index + 1} ...F${index + 1} }`,
    );
    const error = refusal(
      `{ municipality { ...F0 } } ${flat.join(" ")} fragment F60 on Municipality { code }`,
    );
    expect(error.text.en).toContain("2000 fields");
  });
});

function fragmentChain(length: number): string {
  const links = Array.from(
    { length },
    (_, index) => `fragment F${index} on Municipality { parent { ...F${index + 1} } }`,
  );
  return `${links.join(" ")} fragment F${length} on Municipality { code }`;
}

test("Apollo Server hands the HubError on to formatError, and runs nothing", async () => {
  const server = new ApolloServer({
    schema,
    ...queryLimits,
    rootValue: {
      municipality: () => {
        throw new Error("ran");
      },
    },
    formatError: (formatted, error) => {
      const original = error instanceof GraphQLError ? error.originalError : null;
      return original instanceof HubError
        ? { message: original.text.ko, extensions: { code: original.code } }
        : formatted;
    },
  });
  const response = await server.executeOperation({ query: levels(200) });
  expect(response.body).toMatchObject({
    singleResult: {
      errors: [
        {
          message: "질문이 너무 큽니다. 깊이 한도는 15인데 이 질문은 200입니다.",
          extensions: { code: "QUERY_TOO_LARGE" },
        },
      ],
    },
  });
  await server.stop();
});
