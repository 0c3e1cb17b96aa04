import { ApolloServer, HeaderMap } from "@apollo/server";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { maxAnswerBytes } from "../../schema/core/answer-size.ts";
import { boundedAnswer } from "./bounded-answer.ts";
import { formatErrorWith } from "./format-error.ts";

const faults: unknown[] = [];
const server = new ApolloServer({
  schema: buildSchema("type Query { text(bytes: Int!): String! }"),
  // Three bytes a syllable: what counts are bytes, not letters.
  rootValue: { text: ({ bytes }: { bytes: number }) => "가".repeat(bytes / 3) },
  stringifyResult: boundedAnswer(JSON.stringify),
  formatError: formatErrorWith((fault) => faults.push(fault)),
});
beforeAll(() => server.start());
afterAll(() => server.stop());

async function ask(bytes: number) {
  const { status, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "POST",
      headers: new HeaderMap([["content-type", "application/json"]]),
      search: "",
      body: { query: `{ text(bytes: ${bytes}) }` },
    },
    context: async () => ({}),
  });
  return { status: status ?? 200, answer: JSON.parse(body.kind === "complete" ? body.string : "") };
}

test("an answer within the limit is sent", async () => {
  const { status, answer } = await ask(maxAnswerBytes - 300);
  expect([status, answer.errors]).toEqual([200, undefined]);
});

test("an answer of more bytes is refused, with its size, the limit and a remedy in both languages", async () => {
  const { status, answer } = await ask(maxAnswerBytes);
  expect(status).toBe(400);
  expect(answer.data).toBeUndefined();
  expect(answer.errors).toHaveLength(1);
  const { code, ko, en, remedy } = answer.errors[0].extensions;
  expect(code).toBe("ANSWER_TOO_LARGE");
  for (const text of [ko, en]) expect(text).toMatch(/33 ?MB.*32 ?MB/);
  for (const text of [remedy.ko, remedy.en]) expect(text).toContain("first");
  expect(faults).toEqual([]);
});
