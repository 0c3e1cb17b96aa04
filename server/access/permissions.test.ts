import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createServer } from "../http/create-server.ts";
import { createToken } from "./manage-tokens.ts";
import { roles } from "./permissions.ts";

let hub: TestHub;
/** A token of each role, the sign-in of an admin's browser, and nothing. */
const headers = new Map<string, Record<string, string>>([["nobody", {}]]);
const tokens = new Map<string, string>();
beforeAll(async () => {
  hub = await startTestHub({ publicReading: false, cacheBytes: 0 });
  for (const role of roles) {
    const token = await createToken(hub.database, { name: role, role, expiresAt: null });
    tokens.set(role, token);
    headers.set(role, { authorization: `Bearer ${token}` });
  }
  const signedIn = await fetch(`${hub.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ token: tokens.get("admin")! }),
  });
  headers.set("session", { cookie: signedIn.headers.get("set-cookie")!.split(";")[0]! });
});
afterAll(() => hub.stop());

/** Who may send what: `everyone`, or readers only, that is, anyone with a valid token or session. */
const routes: Record<string, "everyone" | "readers"> = {
  "GET /": "readers",
  "GET /dashboards/:name": "readers",
  "GET /documents/:sha256": "readers",
  "GET /documents/:sha256/file": "readers",
  "GET /graphql": "readers",
  "POST /graphql": "readers",
  ...Object.fromEntries(["csv", "parquet", "xlsx"].map((ending) => [`GET /graphql.${ending}`, "readers"])),
  "GET /mcp": "readers",
  "POST /mcp": "readers",
  "DELETE /mcp": "readers",
  "GET /releases.atom": "readers",
  "GET /panels": "readers",
  "GET /documents": "readers",
  "GET /measures": "readers",
  "GET /search": "readers",
  ...Object.fromEntries(
    [
      "courses/:municipality/:code",
      "departments/:municipality/:name",
      "enterprises/:municipality/:businessNumber",
      "municipalities/:municipality",
      "outlets/:municipality/:code",
      "pledges/:municipality/:code",
      "releases/:municipality/:number",
      "reports/:municipality/:pledge/:quarter",
    ].map((path) => [`GET /${path}`, "readers"]),
  ),
  "GET /panels/:name": "readers",
  ...Object.fromEntries(
    ["bib", "csv", "json", "png", "svg", "xlsx"].map((ending) => [`GET /panels/:name.${ending}`, "readers"]),
  ),
  "GET /schema.graphql": "readers",
  "GET /embeds": "readers",
  "GET /panels/:name/embed": "readers",
  // The token is in the form, and GraphQL checks it.
  "POST /embeds": "everyone",
  "POST /panels/:name/embed": "everyone",
  "GET /assets/*": "everyone",
  "GET /embed/*": "everyone",
  "GET /health": "everyone",
  "GET /metrics": "readers",
  "GET /ready": "everyone",
  // Refuses the addresses of pages to those who may not read.
  "GET /oembed": "everyone",
  "GET /sign-in": "everyone",
  "POST /sign-in": "everyone",
  "POST /sign-out": "everyone",
};

/** The routes that a server registers, as "METHOD /path"; HEAD goes with GET. */
async function registeredRoutes(): Promise<string[]> {
  const registered: string[] = [];
  const watch = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) if (one !== "HEAD") registered.push(`${one} ${url}`);
    });
  };
  subscribe("fastify.initialization", watch);
  const server = await createServer(hub.database, {
    municipality: "41280",
    publicReading: false,
    cacheBytes: 0,
  });
  unsubscribe("fastify.initialization", watch);
  await server.ready();
  await server.close();
  return registered;
}

const formType = "application/x-www-form-urlencoded";

test("every route that is registered has an expectation, and none else", async () => {
  expect((await registeredRoutes()).sort()).toEqual(Object.keys(routes).sort());
});

describe.each(Object.entries(routes))("%s is for %s", (route, who) => {
  const [method, path] = route.split(" ") as [string, string];
  const address = path
    .replace(":name", path.startsWith("/dashboards") ? "budget-execution" : "funding-by-year")
    .replace(":sha256", "0")
    .replace("/assets/*", "/assets/embed.css")
    .replace("*", "no-token");
  const methods = method === "GET" ? ["GET", "HEAD"] : [method];

  test.each(["nobody", "session", ...roles])("%s", async (principal) => {
    for (const sent of methods) {
      const response = await fetch(hub.url + address, {
        method: sent,
        redirect: "manual",
        headers: {
          ...headers.get(principal),
          accept: "text/html, application/json",
          ...(sent === "POST" && { "content-type": path === "/graphql" ? "application/json" : formType }),
        },
        ...(sent === "POST" && {
          body: path === "/graphql" ? '{ "query": "{ municipality { code } }" }' : "token=&next=/",
        }),
      });
      const text = await response.text();
      const isRefused = response.status === 401 && !text.includes("TOKEN_UNKNOWN");
      expect([sent, isRefused]).toEqual([sent, who === "readers" && principal === "nobody"]);
      expect(text).not.toContain("ROLE_INSUFFICIENT");
    }
  });
});

describe("who may do what with embeds by GraphQL", () => {
  const make = 'mutation { createEmbed(panel: "funding-by-year", allowedOrigins: []) { id } }';
  const revoke = "mutation ($id: ID!) { revokeEmbed(id: $id) { id } }";
  const codeOf = async (role: string, query: string, variables = {}) => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { ...headers.get(role), "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return errors?.[0]?.extensions.code ?? "done";
  };
  const embedOf = async (role: string): Promise<string> =>
    (await hub.ask(make, {}, tokens.get(role))).data.createEmbed.id;

  test.each([
    // role, lists, makes, revokes its own, revokes another's
    ["nobody", "TOKEN_REQUIRED", "TOKEN_REQUIRED", "TOKEN_REQUIRED", "TOKEN_REQUIRED"],
    ["session", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT"],
    ["reader", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT", "ROLE_INSUFFICIENT"],
    ["analyst", "done", "done", "done", "ROLE_INSUFFICIENT"],
    ["steward", "done", "done", "done", "done"],
    ["admin", "done", "done", "done", "done"],
  ])(
    "%s: lists %s, makes %s, revokes own %s, revokes others' %s",
    async (role, lists, makes, own, others) => {
      const mayMake = makes === "done";
      const another = await embedOf(role === "admin" ? "steward" : "admin");
      const itsOwn = mayMake ? await embedOf(role) : another;
      expect({
        lists: await codeOf(role, "{ embeds { totalCount } }"),
        makes: await codeOf(role, make),
        own: await codeOf(role, revoke, { id: itsOwn }),
        others: await codeOf(role, revoke, { id: another }),
      }).toEqual({ lists, makes, own, others });
      const { data } = await hub.ask(
        "{ embeds(first: 1000) { nodes { id revokedAt } } }",
        {},
        tokens.get("admin"),
      );
      const revokedAt = new Map(
        data.embeds.nodes.map((embed: { id: string; revokedAt: string | null }) => [
          embed.id,
          embed.revokedAt,
        ]),
      );
      expect([revokedAt.get(itsOwn) !== null, revokedAt.get(another) !== null]).toEqual([
        own === "done",
        others === "done",
      ]);
    },
  );
});
