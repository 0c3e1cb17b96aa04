import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createToken } from "../access/manage-tokens.ts";

let hub: TestHub;
let analyst: string;
let reader: string;
beforeAll(async () => {
  hub = await startTestHub();
  [analyst, reader] = (await Promise.all(
    (["analyst", "reader"] as const).map((role) =>
      createToken(hub.database, { name: role, role, expiresAt: null }),
    ),
  )) as [string, string];
});
afterAll(() => hub.stop());

const form = "/panels/funding-by-year/embed?municipality=41280&pledge=1-4-2&quarter=2019-Q2";

/** Posts a form as a browser does without a script. */
async function post(path: string, fields: [string, string][]) {
  const response = await fetch(hub.url + path, {
    method: "POST",
    headers: { accept: "text/html" },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, page: await response.text(), headers: response.headers };
}
const codeIn = (page: string) => /role="alert"[\s\S]*?<code>(\w+)<\/code>/.exec(page)?.[1];
const snippetIn = (page: string) =>
  /<textarea readonly[^>]*>([\s\S]*?)<\/textarea>/
    .exec(page)?.[1]
    ?.replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("the form on a panel's page", () => {
  test("is led to from the panel, shows what is chosen there, and lets nobody put a token into an address", async () => {
    const panel = await (await fetch(`${hub.url}${form.replace("/embed", "")}`)).text();
    expect(panel).toContain(form.replaceAll("&", "&amp;"));
    const page = await (await fetch(hub.url + form)).text();
    expect(page).toMatch(/<form class="stacked" method="post"/);
    expect(page).toContain('type="password" name="token"');
    expect(page).toContain("사회적경제기업 지원시스템");
  });

  test("makes an embed that pages of its origins may frame, in the language asked for, its token never shown", async () => {
    const { status, page, headers } = await post(form, [
      ["token", analyst],
      ["origins", "https://a.go.kr\nhttps://b.go.kr"],
      ["change", "quarter"],
      ["language", "EN"],
    ]);
    expect(status).toBe(201);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(page).not.toContain(analyst);
    const snippet = snippetIn(page)!;
    expect(snippet).toContain('title="Published funding by year and source"');
    const address = /src="([^"]+)"/.exec(snippet)![1]!;
    const frame = await fetch(address);
    expect(frame.headers.get("content-security-policy")).toContain(
      "frame-ancestors https://a.go.kr https://b.go.kr",
    );
    const shown = await frame.text();
    expect(shown).toContain('<html lang="en" ');
    expect(shown).toMatch(/<select name="quarter">/);
  });

  test.each([
    ["no token", () => "", "TOKEN_UNKNOWN", 401],
    ["an unknown token", () => "hub_unknown", "TOKEN_UNKNOWN", 401],
    ["a reader's token", () => reader, "ROLE_INSUFFICIENT", 401],
  ])("refuses %s and says why", async (_, token, code, expected) => {
    const { status, page } = await post(form, [["token", token()]]);
    expect([status, codeIn(page)]).toEqual([expected, code]);
    expect(page).not.toContain("<iframe");
  });

  test("says what is wrong with an origin and keeps what was written, but not the token", async () => {
    const { status, page } = await post(form, [
      ["token", analyst],
      ["origins", "https://*.go.kr"],
      ["change", "pledge"],
    ]);
    expect([status, codeIn(page)]).toEqual([400, "BAD_USER_INPUT"]);
    expect(page).toContain("https://*.go.kr</textarea>");
    expect(page).toMatch(/value="pledge" checked/);
    expect(page).not.toContain(analyst);
  });

  test("a panel that is not is told of", async () => {
    const response = await fetch(`${hub.url}/panels/none/embed`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(404);
    expect(codeIn(await response.text())).toBe("PANEL_UNKNOWN");
  });
});

test("the list shows embeds with their last use, and its button ends one at once", async () => {
  const made = await post(form, [["token", analyst]]);
  const address = /src="([^"]+)"/.exec(snippetIn(made.page)!)![1]!;
  expect((await fetch(`${address}.svg`)).status).toBe(200);
  const { page } = await post("/embeds", [["token", analyst]]);
  const [, id] = /<th scope="row">(\d+)<\/th>/.exec(page)!;
  const row = new RegExp(`<th scope="row">${id}</th>[\\s\\S]*?</tr>`).exec(page)![0];
  expect(row).toContain("그림으로만");
  expect(row).not.toContain("아직 없음");
  const after = await post("/embeds", [
    ["token", analyst],
    ["revoke", id!],
  ]);
  expect(after.page).toMatch(new RegExp(`<th scope="row">${id}</th>(?:(?!</tr>)[\\s\\S])*거둠`));
  expect((await fetch(`${address}.svg`)).status).toBe(410);
  expect(
    codeIn(
      (
        await post("/embeds", [
          ["token", reader],
          ["revoke", id!],
        ])
      ).page,
    ),
  ).toBe("ROLE_INSUFFICIENT");
});

test.each([
  ["a department that is not", "execution-by-department", "department", "소상공인지원가", "소상공인지원과"],
  ["a quarter that is not", "funding-by-year", "quarter", "2019-Q3", "2019-Q2"],
  ["a fixed choice that is not", "purchase-by-kind", "basis", "SOCIAL_ECONOMIC", "SOCIAL_ECONOMY"],
])("no embed is made of %s, and the nearest is named", async (_, panel, name, value, nearest) => {
  const { errors } = await hub.ask(
    `mutation ($variables: [PanelVariableInput!]!) { createEmbed(panel: "${panel}", variables: $variables, allowedOrigins: []) { id } }`,
    { variables: [{ name, value }] },
    analyst,
  );
  expect(errors![0]!.extensions).toMatchObject({ code: "CHOICE_UNKNOWN" });
  expect(errors![0]!.extensions.remedy.ko).toContain(nearest);
  expect(errors![0]!.extensions.remedy.en).toContain(nearest);
});
