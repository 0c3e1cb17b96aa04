import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createToken, listTokens, revokeToken } from "./manage-tokens.ts";
import type { Role } from "./permissions.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ publicReading: false });
});
afterAll(() => hub.stop());

const make = (name: string, role: Role = "reader", expiresAt: Date | null = null) =>
  createToken(hub.database, { name, role, expiresAt });
const read = (token?: string) => hub.ask("{ municipality { name } }", {}, token);
const stateOf = async (token?: string) => {
  const { status, errors } = await read(token);
  return [status, errors?.[0]?.extensions.code];
};

describe("a token", () => {
  test("lets its holder read, and what is kept does not hold it", async () => {
    const token = await make("grafana");
    expect(await read(token)).toMatchObject({ status: 200, data: { municipality: { name: "고양시" } } });
    const [kept] = await hub.database.query("SELECT access_token::text AS row FROM access_token");
    expect(kept.row).toContain("grafana");
    expect(kept.row).not.toContain(token);
  });

  test("shows its last use once it was used", async () => {
    const token = await make("seldom used");
    const lastUse = async () =>
      (await listTokens(hub.database)).find(({ name }) => name === "seldom used")!.lastUsedAt;
    expect(await lastUse()).toBeNull();
    const before = Date.now();
    await read(token);
    expect((await lastUse())!.valueOf()).toBeGreaterThanOrEqual(before - 1000);
  });

  test("is refused from the moment on that it is revoked, by name or id, and its name is free again", async () => {
    const token = await make("revoked");
    expect(await stateOf(token)).toEqual([200, undefined]);
    const { id } = await revokeToken(hub.database, "revoked");
    expect(await stateOf(token)).toEqual([401, "TOKEN_REVOKED"]);
    const next = await make("revoked");
    const [newest] = await listTokens(hub.database);
    expect(newest!.id).not.toBe(id);
    await revokeToken(hub.database, String(newest!.id));
    expect(await stateOf(next)).toEqual([401, "TOKEN_REVOKED"]);
    await expect(revokeToken(hub.database, "revoked")).rejects.toMatchObject({ code: "TOKEN_UNKNOWN" });
  });

  test("is refused after its end", async () => {
    const token = await make("ended", "reader", new Date("2020-01-01"));
    expect(await stateOf(token)).toEqual([401, "TOKEN_EXPIRED"]);
  });

  test.each([
    ["none", undefined, "TOKEN_REQUIRED"],
    ["an unknown one", "hub_unknown", "TOKEN_UNKNOWN"],
    ["one of another shape", "a b c", "TOKEN_UNKNOWN"],
  ])("that is %s is answered by 401, and by what to do in both languages", async (_, token, code) => {
    const { status, errors } = await read(token);
    expect({ status, code: errors![0]!.extensions.code }).toEqual({ status: 401, code });
    expect(errors![0]!.extensions.remedy.ko).toMatch(/hub token create/);
    expect(errors![0]!.extensions.remedy.en).toMatch(/hub token create/);
  });

  test.each(["12", " ", "line\nbreak", "x".repeat(101), "a\0", "a\ud800"])(
    "cannot be named %j",
    async (name) => {
      await expect(make(name)).rejects.toMatchObject({ code: "TOKEN_NAME_INVALID" });
    },
  );

  test.each(["line\nbreak", "a\0", "a\ud800"])("cannot be revoked as %j", async (name) => {
    await expect(revokeToken(hub.database, name)).rejects.toMatchObject({ code: "TOKEN_UNKNOWN" });
  });

  test("cannot take the name of one that stands", async () => {
    await make("taken");
    await expect(make("taken")).rejects.toMatchObject({ code: "TOKEN_NAME_TAKEN" });
  });
});

describe("where reading takes a token", () => {
  test.each([
    "/",
    "/panels/funding-by-year",
    "/panels/funding-by-year.svg",
    "/schema.graphql",
    "/documents/abc",
  ])("%s takes one: a browser is told so on a page, a program as in GraphQL", async (path) => {
    const page = await fetch(hub.url + path, { headers: { accept: "text/html" } });
    expect(page.status).toBe(401);
    expect(page.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await page.text()).toMatch(/role="alert"[\s\S]*TOKEN_REQUIRED/);
    const answer = await fetch(hub.url + path);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "TOKEN_REQUIRED" } }] });
    const authorization = `Bearer ${await make(`reads ${path}`)}`;
    expect((await fetch(hub.url + path, { headers: { authorization } })).status).not.toBe(401);
  });

  test("assets and health are open", async () => {
    for (const path of ["/assets/embed.css", "/health"]) {
      expect((await fetch(hub.url + path)).status).toBe(200);
    }
  });
});

describe("who may make embeds", () => {
  test("nobody by a link, and nobody by a form of a foreign page", async () => {
    const authorization = `Bearer ${await make("careless", "admin")}`;
    const query = 'mutation { createEmbed(panel: "funding-by-year", allowedOrigins: []) { id } }';
    const link = await fetch(`${hub.url}/graphql?${new URLSearchParams({ query })}`, {
      headers: { authorization, "apollo-require-preflight": "true" },
    });
    expect(link.status).toBe(405);
    const form = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { authorization, "content-type": "text/plain" },
      body: JSON.stringify({ query }),
    });
    expect(form.ok).toBe(false);
  });
});
