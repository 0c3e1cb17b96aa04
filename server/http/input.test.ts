import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

const lone = "\ud800";
const json = (body: unknown) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const form = (body: string) => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body,
});
const pledge = "query ($code: ID!) { pledge(code: $code) { title } }";

/** What the hub answers, and the errors it explains. */
async function send(path: string, request: RequestInit = {}) {
  const response = await fetch(hub.url + path, request);
  const { errors } = (await response.json()) as {
    errors: { extensions: { code: string; ko: string; en: string; remedy: { ko: string; en: string } } }[];
  };
  return { status: response.status, ...errors[0]!.extensions };
}

describe("a text that no text may be is refused as bad input, with its place", () => {
  test.each<[string, string, string, RequestInit]>([
    ["U+0000 in a query", "body.query", "/graphql", json({ query: '{ pledge(code: "a\0") { title } }' })],
    ["a lone surrogate in a query", "body.query", "/graphql", json({ query: `{ a } # ${lone}` })],
    ["an escape in a query", "query", "/graphql", json({ query: '{ pledge(code: "a\\u0000") { title } }' })],
    [
      "U+0000 in a variable",
      "body.variables.code",
      "/graphql",
      json({ query: pledge, variables: { code: "\0" } }),
    ],
    [
      "a lone surrogate in a variable",
      "body.variables.code",
      "/graphql",
      json({ query: pledge, variables: { code: [{ a: lone }] } }),
    ],
    ["a name of a variable", "body.variables", "/graphql", json({ query: pledge, variables: { [lone]: 1 } })],
    ["an operationName", "body.operationName", "/graphql", json({ query: pledge, operationName: "\0" })],
    ["a query in the address", "URL", `/graphql?query=${encodeURIComponent("{ a } # \0")}`, {}],
    [
      "a variable in the address, escaped",
      "variables",
      `/graphql?query=${encodeURIComponent(pledge)}&variables=${encodeURIComponent('{"code":"\\ud800"}')}`,
      {},
    ],
    ["a path", "URL", "/panels/%00", {}],
    ["a path of no route", "URL", "/none/%00", {}],
    ["an embed's path", "URL", "/embed/%00.svg", {}],
    ["a document's path", "URL", "/documents/%00", {}],
    ["a choice", "URL", "/panels/funding-by-year?pledge=%00", {}],
    ["a surrogate in the address", "URL", "/panels/funding-by-year?pledge=%ED%A0%80", {}],
    ["a malformed path", "URL", "/panels/%E0%A4%A", {}],
    ["a malformed choice", "URL", "/panels/funding-by-year?pledge=%zz", {}],
    ["a field of a form", "body.token", "/sign-in", form("token=a%00")],
    ["a field that is given twice", "body.change.1", "/embeds", form("change=a&change=%00")],
    ["a malformed form", "body", "/sign-in", form("token=%ED%A0%80")],
  ])("%s (%s)", async (_, place, path, request) => {
    const refusal = await send(path, request);
    expect(refusal).toMatchObject({ status: 400, code: "INPUT_INVALID" });
    expect(refusal.en).toContain(place);
    expect(refusal.ko).toContain(place);
    expect(refusal.ko).toMatch(/[가-힣]/);
    expect(refusal.remedy.ko).toMatch(/[가-힣]/);
    expect(refusal.remedy.en).not.toBe("");
  });

  test("and on a page to a browser", async () => {
    const response = await fetch(`${hub.url}/panels/%00`, { headers: { accept: "text/html" } });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      400,
      "text/html; charset=utf-8",
    ]);
    expect(await response.text()).toContain("INPUT_INVALID");
  });

  test("in a header too", async () => {
    const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
    socket.write("GET /health HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer a\0b\r\n\r\n");
    const [answer] = await once(socket, "data");
    socket.destroy();
    expect(String(answer)).toMatch(/^HTTP\/1.1 400 /);
  });

  test("while other texts of any script pass", async () => {
    const { status, data } = await hub.ask(pledge, { code: "\u0001 가 😀 \ufffd" });
    expect([status, data]).toEqual([200, { pledge: null }]);
    // A choice that there is not, and no bad input.
    const path = "/panels/pledge-list?department=%EA%B0%80+%F0%9F%98%80";
    expect((await fetch(hub.url + path)).status).toBe(404);
  });
});

test.each(["//", "//evil.example/", "/\\evil.example"])(
  "what looks like another host (%s) is a path that is not found, and nothing leads there",
  async (path) => {
    const response = await fetch(hub.url + path, { headers: { accept: "text/html" } });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('href="//');
  },
);
