import { readFileSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { buildSchema } from "graphql";
import { auditServer } from "graphql-http";
import { boards } from "../../dashboards/boards/boards.ts";
import { panels } from "../../dashboards/boards/panels.ts";
import { hostileQuestions, hostileTexts } from "../../test/setup/hostile-questions.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startContractHub({ cacheBytes: 0 });
});
afterAll(() => hub.stop());

/** Sends a target as it is: fetch would encode what must not be decoded. */
const send = (
  path: string,
  method = "GET",
  body = "",
  headers = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(hub.url, { path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode!, text: String(Buffer.concat(parts)) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });

/** What is wrong with an answer that shows the hub's inside or blames the hub; null for all others. */
function faultOf({ status, text }: { status: number; text: string }): string | null {
  if (status >= 500) return `status ${status}: ${text.slice(0, 500)}`;
  return (
    /INTERNAL_SERVER_ERROR|NO_ANSWER|\.[jt]s:\d+|QueryFailedError|syntax error at or near/.exec(text)?.[0] ??
    null
  );
}

describe("whatever is sent, the hub is not at fault and shows nothing of its inside:", () => {
  test("questions and values drawn from the schema", async () => {
    const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
    const several = fc.array(hostileQuestions(schema), { minLength: 10, maxLength: 10 });
    const json = { "content-type": "application/json" };
    await fc.assert(
      fc.asyncProperty(several, async (questions) => {
        const answers = questions.map(async ({ query, variables }) => {
          const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
          return [query, variables, faultOf(await send("/graphql", "POST", body, json))];
        });
        expect((await Promise.all(answers)).filter(([, , fault]) => fault)).toEqual([]);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  test("addresses, with every parameter of every page", async () => {
    const pages = [
      ...[...boards.keys()].map((name) => [
        `/dashboards/${name}`,
        "municipality",
        "department",
        "quarter",
        "asOf",
      ]),
      ...[...panels].flatMap(([name, { variables }]) =>
        ["", ".csv", ".xlsx", ".json", ".svg", ".png", "/embed"].map((ending) => [
          `/panels/${name}${ending}`,
          ...Object.keys(variables),
        ]),
      ),
      ...["/", "/panels", "/embeds", "/sign-in", "/oembed", "/schema.graphql"].map((path) => [
        path,
        "next",
        "url",
      ]),
      [`/documents/${"a".repeat(64)}`, "from", "sheet"],
    ];
    const texts = [
      ...hostileTexts.map((text) => encodeURIComponent(text.toWellFormed())),
      "%E0%A4%A",
      "%",
      "%ff",
      "a&a=b",
    ];
    const address = fc
      .constantFrom(...pages)
      .chain(([path, ...names]) =>
        fc
          .array(fc.tuple(fc.constantFrom("lang", ...names), fc.constantFrom(...texts)), { maxLength: 3 })
          .map((choices) => `${path}?${choices.map(([name, value]) => `${name}=${value}`).join("&")}`),
      );
    const odd = fc.tuple(
      fc.constantFrom(
        "/",
        "/panels/",
        "/dashboards/",
        "/embed/",
        "/documents/",
        "/assets/",
        "/graphql?query=",
        ...[
          "/municipalities/",
          "/departments/41280/",
          "/pledges/41280/",
          "/enterprises/41280/",
          "/outlets/41280/",
        ],
        ...["/courses/41280/", "/releases/41280/", "/reports/41280/1-4-2/", "/reports/99990/"],
      ),
      fc.constantFrom(
        ...texts,
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/",
        "__proto__",
        "constructor",
        "*",
        ";a",
        "a".repeat(9_000),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            address,
            odd.map(([path, text]) => path + text),
          ),
          { minLength: 10, maxLength: 10 },
        ),
        async (paths) => {
          const answers = paths.map(async (path) => [
            path,
            faultOf(await send(path, "GET", "", { accept: "text/html" })),
          ]);
          expect((await Promise.all(answers)).filter(([, fault]) => fault)).toEqual([]);
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "PROPFIND"])(
    "the method %s",
    async (method) => {
      for (const path of ["/", "/graphql", "/embed/a", "/panels/funding-by-year.csv", "/sign-in"])
        expect([path, faultOf(await send(path, method))]).toEqual([path, null]);
    },
  );

  test.each([
    ["no JSON", "{", "application/json"],
    ["JSON of another shape", "[null]", "application/json"],
    ["a query that is no text", '{"query":{}}', "application/json"],
    ["variables that are a list", '{"query":"{ __typename }","variables":[1]}', "application/json"],
    ["a prototype", '{"query":"{ __typename }","__proto__":{"a":1}}', "application/json"],
    ["another media type", "<a/>", "application/xml"],
    ["a malformed media type", "{}", 'application/json; charset="nope'],
    ["an unknown charset", '{"query":"{ __typename }"}', "application/json; charset=utf-7"],
    ["a broken multipart", "--a", "multipart/form-data"],
  ])("a body that is %s", async (_, body, type) => {
    for (const path of ["/graphql", "/sign-in", "/embeds", "/panels/funding-by-year/embed"])
      expect([path, faultOf(await send(path, "POST", body, { "content-type": type }))]).toEqual([path, null]);
  });
});

test("graphql-http's audit of GraphQL over HTTP finds no error", async () => {
  const results = await auditServer({ url: `${hub.url}/graphql` });
  const having = (status: string) => results.filter((result) => result.status === status);
  expect(having("error").map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  expect(having("ok").length).toBeGreaterThanOrEqual(55);
});
