import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SignJWT } from "jose";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createToken, revokeToken } from "../access/manage-tokens.ts";
import { signingKey } from "../access/signing-key.ts";

const secret = "a secret of this test";
let hub: TestHub;
let analyst: string;
beforeAll(async () => {
  hub = await startTestHub({ publicReading: false, secret });
  analyst = await createToken(hub.database, { name: "analyst", role: "analyst", expiresAt: null });
});
afterAll(() => hub.stop());

const signIn = (token: string, next = "/") =>
  fetch(`${hub.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { accept: "text/html" },
    body: new URLSearchParams({ token, next }),
  });
const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
const read = (cookie: string, path = "/") =>
  fetch(hub.url + path, { headers: { accept: "text/html", cookie } });

describe("where reading takes a token", () => {
  test("a browser is asked for one in place of the page, and comes back to it with a cookie that no script reads", async () => {
    const path = "/panels/funding-by-year?pledge=1-4-2";
    const refused = await read("", path);
    expect(refused.status).toBe(401);
    const form = await refused.text();
    expect(form).toMatch(/<form class="choices" method="post" action="\/sign-in"/);
    expect(form).toContain('name="next" value="/panels/funding-by-year?pledge=1-4-2"');
    const signedIn = await signIn(analyst, path);
    expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, path]);
    expect(signedIn.headers.get("set-cookie")).toMatch(
      /; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(signedIn.headers.get("set-cookie")).not.toContain(analyst);
    expect((await read(cookieOf(signedIn), path)).status).toBe(200);
  });

  test.each(["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", ""])(
    "signing in never leads to another host (%j)",
    async (next) => {
      expect((await signIn(analyst, next)).headers.get("location")).toBe("/");
    },
  );

  test.each(["https://evil.example", "null"])("a page of %s cannot sign anyone in or out", async (origin) => {
    for (const path of ["/sign-in", "/sign-out"]) {
      const body = new URLSearchParams({ token: analyst });
      const response = await fetch(hub.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { origin },
        body,
      });
      expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
      expect(await response.text()).toContain("ORIGIN_FOREIGN");
    }
  });

  test("a wrong token is told of and gets no cookie", async () => {
    const response = await signIn("hub_wrong");
    expect([response.status, response.headers.get("set-cookie")]).toEqual([401, null]);
    expect(await response.text()).toMatch(/role="alert"[\s\S]*TOKEN_UNKNOWN/);
  });

  test("a cookie reads and does no more, even of a token that may do more", async () => {
    const cookie = cookieOf(await signIn(analyst));
    const ask = async (query: string) => {
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    };
    expect((await ask("{ municipality { name } }")).data).toEqual({ municipality: { name: "고양시" } });
    const made = await ask('mutation { createEmbed(panel: "funding-by-year", allowedOrigins: []) { id } }');
    expect(made.errors?.[0]?.extensions.code).toBe("ROLE_INSUFFICIENT");
  });

  test("the form for embeds tells nothing and makes nothing by a cookie alone", async () => {
    const cookie = cookieOf(await signIn(analyst));
    const response = await fetch(`${hub.url}/panels/funding-by-year/embed`, {
      method: "POST",
      headers: { accept: "text/html", cookie },
      body: new URLSearchParams({ origins: "https://a.go.kr" }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("사회적경제기업 지원시스템");
  });

  test("signing out takes the cookie away", async () => {
    const response = await fetch(`${hub.url}/sign-out`, { method: "POST", redirect: "manual" });
    expect(response.headers.get("set-cookie")).toMatch(/^hub_session=; Max-Age=0; Path=\/;/);
  });

  test("a session ends with its token", async () => {
    const token = await createToken(hub.database, { name: "brief", role: "reader", expiresAt: null });
    const cookie = cookieOf(await signIn(token));
    expect((await read(cookie)).status).toBe(200);
    await revokeToken(hub.database, "brief");
    expect((await read(cookie)).status).toBe(401);
  });

  test("a cookie that is forged, of another purpose or past its end counts for nothing", async () => {
    const key = await signingKey(hub.database, secret);
    const session = (audience: string, end: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg: "HS256" })
        .setSubject("1")
        .setAudience(audience)
        .setExpirationTime(end)
        .sign(key);
    const good = await session("hub session", "1h");
    expect((await read(`hub_session=${good}`)).status).toBe(200);
    const bad = [
      `${good}x`,
      await session("hub embed", "1h"),
      await session("hub session", "-1h"),
      "x",
      "",
      analyst,
    ];
    for (const cookie of bad) expect((await read(`hub_session=${cookie}`)).status).toBe(401);
  });
});
