import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SignJWT } from "jose";
import { embedMaker } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createToken } from "../access/manage-tokens.ts";
import { signingKey } from "../access/signing-key.ts";

let hub: TestHub;
let embeds: Awaited<ReturnType<typeof embedMaker>>;
beforeAll(async () => {
  // Reading takes a token here, so that every embed shown is shown to who may read nothing else.
  hub = await startTestHub({ publicReading: false, secret: "a secret of this test" });
  embeds = await embedMaker(hub);
});
afterAll(() => hub.stop());

const get = (url: string) => fetch(url, { headers: { accept: "text/html" } });
const policyOf = (response: Response) =>
  /frame-ancestors ([^;]*)/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
const tokenOf = (url: string) => url.slice(url.indexOf("/embed/") + "/embed/".length);

/** A refusal may be framed by the pages of `origins` only. */
async function expectRefused(url: string, status: number, code: string, origins = "'none'") {
  const response = await get(url);
  expect(response.status).toBe(status);
  expect(await response.text()).toMatch(new RegExp(`role="alert"[\\s\\S]*<code>${code}</code>`));
  expect(policyOf(response)).toBe(origins);
  expect(response.headers.get("x-frame-options")).toBe(origins === "'none'" ? "DENY" : null);
  expect(response.headers.get("cache-control")).toBe("no-store");
}
const framed = "https://www.example.go.kr";

describe("an embed", () => {
  test("shows its panel and nothing else, to pages of its origins only", async () => {
    const { url } = await embeds.make({ origins: ["https://a.go.kr", "http://b.go.kr:8080/"] });
    const response = await get(url);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(policyOf(response)).toBe("https://a.go.kr http://b.go.kr:8080");
    expect(response.headers.get("x-frame-options")).toBeNull();
    // Browsers ask each time, so that a revoked embed disappears at once.
    expect(response.headers.get("cache-control")).toBe("public, no-cache");
    expect(page).toContain("<svg");
    expect(page).toContain("106.5");
    expect(page).not.toContain("<nav");
    expect(page).not.toContain("<form");
  });

  test("lets its viewer change what it names, and nothing else", async () => {
    const { url } = await embeds.make({ change: ["quarter"] });
    const page = await (await get(url)).text();
    expect(page).toMatch(/<select name="quarter">/);
    expect(page).not.toMatch(/name="(pledge|municipality)"/);
    const other = await get(`${url}?quarter=2019-Q1`);
    expect(other.status).toBe(404);
    expect(await other.text()).toContain("CHOICE_UNKNOWN");
    await expectRefused(`${url}?pledge=1-1-1`, 403, "VARIABLE_FIXED", framed);
  });

  test("is a picture where no frame is allowed, which any page may show", async () => {
    const { url } = await embeds.make({ origins: [] });
    const picture = await fetch(`${url}.svg`);
    expect(picture.headers.get("content-type")).toMatch(/^image\/svg\+xml/);
    expect(picture.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(await picture.text()).toMatch(/^<svg[\s\S]*고양시/);
    const png = await fetch(`${url}.png`);
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await png.arrayBuffer()).toString("latin1", 1, 4)).toBe("PNG");
    expect(policyOf(await get(url))).toBe("'none'");
  });

  test("is listed with its last use", async () => {
    const { id, url } = await embeds.make();
    const listed = async () => {
      const { embeds: list } = await embeds.ask(
        "{ embeds { nodes { id url createdBy lastUsedAt revokedAt variables { name value } } } }",
      );
      return list.nodes.find((node: { id: string }) => node.id === id);
    };
    expect(await listed()).toMatchObject({ url, createdBy: "analyst", lastUsedAt: null, revokedAt: null });
    const before = Date.now();
    await get(url);
    expect(Date.parse((await listed()).lastUsedAt)).toBeGreaterThanOrEqual(before);
  });
});

describe("an embed is not shown", () => {
  test("from the moment on that it is revoked, picture and frame", async () => {
    const { id, url } = await embeds.make();
    expect((await get(url)).status).toBe(200);
    await embeds.revoke(id);
    await expectRefused(url, 410, "EMBED_REVOKED", framed);
    await expectRefused(`${url}.svg`, 410, "EMBED_REVOKED");
  });

  test("after its end", async () => {
    const end = new Date(Date.now() + 3_600_000);
    const { id, url } = await embeds.make({ end });
    expect((await get(url)).status).toBe(200);
    // The signature holds the end, so that an earlier one takes another token: the one that the hub now gives.
    await hub.database.query("UPDATE embed SET expires_at = now() - interval '1 hour' WHERE id = $1", [id]);
    const { embeds: list } = await embeds.ask("{ embeds(first: 1) { nodes { url } } }");
    await expectRefused(list.nodes[0].url, 410, "EMBED_EXPIRED", framed);
  });

  test("where it was changed, signed by another or not at all", async () => {
    const { id, url } = await embeds.make();
    const [header, body, signature] = tokenOf(url).split(".");
    const changed = {
      ...JSON.parse(Buffer.from(body!, "base64url").toString()),
      viewerMayChange: ["pledge"],
    };
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signedByAnother = await new SignJWT(changed)
      .setProtectedHeader({ alg: "HS256" })
      .setJti(id)
      .sign(new TextEncoder().encode("a secret of this test"));
    const forgeries = [
      `${header}.${encoded(changed)}.${signature}`,
      `${encoded({ alg: "none" })}.${body}.`,
      signedByAnother,
      "",
      "x",
      `${"x".repeat(5000)}`,
    ];
    for (const forgery of forgeries) await expectRefused(`${hub.url}/embed/${forgery}`, 403, "EMBED_FORGED");
  });

  test("by a hub with another secret", async () => {
    const other = await startTestHub({ secret: "another" });
    const { url } = await embeds.make();
    await expectRefused(url.replace(hub.url, other.url), 403, "EMBED_FORGED");
    await other.stop();
  });
});

describe("an address pasted into an editor of another site", () => {
  const describedAs = async (url: string, more = "", headers = {}) => {
    const response = await fetch(`${hub.url}/oembed?${new URLSearchParams({ url })}${more}`, { headers });
    return { status: response.status, body: await response.json() };
  };

  test("of an embed leads to its description, which has the frame without a script, in the size asked for", async () => {
    const { url } = await embeds.make();
    const [, address] = /type="application\/json\+oembed" href="([^"]+)"/.exec(
      await (await get(url)).text(),
    )!;
    const response = await fetch(`${address!.replaceAll("&amp;", "&")}&maxwidth=500&maxheight=300`);
    expect(await response.json()).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "연도별·재원별 공표 금액",
      provider_url: hub.url,
      html: expect.stringMatching(new RegExp(`^<iframe src="${url}" [^>]*height="300"[^>]*></iframe>$`)),
      width: 500,
      height: 300,
    });
  });

  test("of one for pictures only, and of a panel to those who may read, is its picture", async () => {
    const { url } = await embeds.make({ origins: [] });
    const photo = { type: "photo", width: 1920, height: expect.any(Number) };
    expect((await describedAs(url)).body).toMatchObject({ ...photo, url: `${url}.png` });
    expect((await describedAs(url, "&maxwidth=400")).body).toMatchObject({ type: "link" });
    const panel = `${hub.url}/panels/funding-by-year?municipality=41280&pledge=1-4-2&quarter=2019-Q2`;
    expect((await describedAs(panel)).status).toBe(401);
    const token = await createToken(hub.database, { name: "editor", role: "reader", expiresAt: null });
    const { body } = await describedAs(panel, "", { authorization: `Bearer ${token}` });
    expect(body).toMatchObject({ ...photo, url: panel.replace("?", ".png?") });
    const page = await fetch(panel, { headers: { authorization: `Bearer ${token}` } });
    expect(page.headers.get("link")).toContain(`${hub.url}/oembed?url=`);
  });

  test("of nothing on this hub, and another format, are refused", async () => {
    const { id, url } = await embeds.make();
    expect((await describedAs("https://www.example.go.kr/embed/x")).status).toBe(404);
    expect((await describedAs(`${hub.url}/documents/x`)).status).toBe(404);
    expect((await describedAs(url, "&format=xml")).status).toBe(501);
    await embeds.revoke(id);
    expect((await describedAs(url)).status).toBe(410);
  });
});

test("no address is built from a host that is not the hub's", async () => {
  const ask = (host: string) =>
    new Promise<string>((resolve, reject) => {
      const query = JSON.stringify({ query: "{ embeds(first: 1) { nodes { url snippet } } }" });
      const headers = { host, "content-type": "application/json", authorization: `Bearer ${embeds.token}` };
      const sent = request(`${hub.url}/graphql`, { method: "POST", headers }, (response) =>
        text(response).then(resolve, reject),
      );
      sent.end(query);
    });
  await embeds.make();
  expect(await ask(new URL(hub.url).host)).toContain(`${hub.url}/embed/`);
  for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1"]) {
    const answer = await ask(host);
    expect(answer).toContain("SETTING_MISSING");
    expect(answer).not.toContain(`${host}/embed`);
  }
});

test("a panel that the hub no longer has is told of", async () => {
  const { id } = await embeds.make();
  await hub.database.query("UPDATE embed SET panel = 'gone' WHERE id = $1", [id]);
  const { embeds: list } = await embeds.ask("{ embeds(first: 1) { nodes { url } } }");
  await expectRefused(list.nodes[0].url, 404, "PANEL_UNKNOWN", framed);
});

test.each([
  ["a panel that is not", { panel: "none" }, "PANEL_UNKNOWN"],
  ["a variable that is not", { variables: [{ name: "color", value: "red" }] }, "BAD_USER_INPUT"],
  ["a variable to change that is not", { change: ["color"] }, "BAD_USER_INPUT"],
  [
    "two values of a variable",
    { variables: ["1", "2"].map((value) => ({ name: "pledge", value })) },
    "BAD_USER_INPUT",
  ],
  ["an end that has passed", { end: "2020-01-01T00:00:00Z" }, "BAD_USER_INPUT"],
  ["an origin with a path", { origins: ["https://a.go.kr/page"] }, "BAD_USER_INPUT"],
  ["a wildcard", { origins: ["https://*.go.kr"] }, "BAD_USER_INPUT"],
  ["a directive in an origin", { origins: ["https://a.go.kr;script-src"] }, "BAD_USER_INPUT"],
  ["no address", { origins: ["*"] }, "BAD_USER_INPUT"],
  ["another scheme", { origins: ["data:text/html,x"] }, "BAD_USER_INPUT"],
])("no embed is made of %s", async (_, given, code) => {
  await expect(embeds.make(given)).rejects.toMatchObject({ code });
});

test("the secret that the hub makes stays that of its database, and no other has it", async () => {
  const other = await startTestHub();
  const key = await signingKey(other.database, undefined);
  expect(await signingKey(other.database, undefined)).toEqual(key);
  expect(await signingKey(hub.database, undefined)).not.toEqual(key);
  await other.stop();
});
