import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

async function send(method: "GET" | "POST", request: Record<string, unknown>) {
  const response = await fetch(
    method === "POST"
      ? `${hub.url}/graphql`
      : `${hub.url}/graphql?${new URLSearchParams(request as Record<string, string>)}`,
    {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" && { body: JSON.stringify(request) }),
    },
  );
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) } as {
    status: number;
    data?: unknown;
    errors?: { extensions: { code: string; ko: string; en: string; remedy: { ko: string; en: string } } }[];
  };
}

const two = "query First { municipality { name } } query Second { municipality { code } }";

describe.each(["GET", "POST"] as const)("by %s", (method) => {
  test.each([
    ["two operations and no name", { query: two }, '"First", "Second"'],
    ["a name that none has", { query: two, operationName: "Third" }, '"First", "Second"'],
    [
      "a name where the one operation has none",
      { query: "{ municipality { name } }", operationName: "A" },
      "no name",
    ],
    ["a name that is empty", { query: two, operationName: "" }, '"First", "Second"'],
  ])("%s is a bad request that names what there is", async (_, request, remedy) => {
    const { status, errors } = await send(method, request);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, "OPERATION_RESOLUTION_FAILURE"]);
    expect(errors![0]!.extensions.remedy.en).toContain(remedy);
    expect(errors![0]!.extensions.ko).toMatch(/[가-힣]/);
    expect(errors![0]!.extensions.remedy.ko).toMatch(/[가-힣]/);
  });

  test("the operation of a name is the one that is executed", async () => {
    const { status, data } = await send(method, { query: two, operationName: "Second" });
    expect([status, data]).toEqual([200, { municipality: { code: "41280" } }]);
  });
});

test("a kind of operation that the hub does not have is a bad request", async () => {
  const { status, errors } = await send("POST", { query: "subscription { municipality { name } }" });
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, "OPERATION_RESOLUTION_FAILURE"]);
});

test("an answer that could be too large is a bad request, and nothing of it is executed", async () => {
  const { status, errors } = await send("POST", {
    query:
      '{purchases(where:{municipality:["99999"]},first:1000){nodes{department{purchases(first:1000){nodes{department{purchases(first:1000){nodes{number}}}}}}}}}',
  });
  expect([status, errors?.[0]?.extensions.code]).toEqual([400, "QUERY_TOO_COSTLY"]);
  expect(errors![0]!.extensions.en).toContain("1,000,000,000 rows");
});

test("variables that are wrong are reported as such, however large the answer could be", async () => {
  const { errors } = await send("POST", {
    query:
      "query ($first: Int!) { pledges(first: $first) { nodes { outlets { sales(first: $first) { nodes { sales } } } } } }",
    variables: { first: "many" },
  });
  expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
});
