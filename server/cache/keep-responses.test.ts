import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { createMunicipality } from "../../ingest/publishing/create-municipality.ts";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { createDataSource } from "../../ormconfig.ts";
import { embedMaker } from "../../test/setup/embed.ts";
import { serveDatabase, startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createToken } from "../access/manage-tokens.ts";
import type { ServerSettings } from "../http/create-server.ts";

let hub: TestHub;
/** A second hub on the same database. */
let other: TestHub;
let embeds: Awaited<ReturnType<typeof embedMaker>>;
beforeAll(async () => {
  hub = await startTestHub();
  other = await anotherHub();
  embeds = await embedMaker(hub);
  for (const code of ["88010", "88011"])
    await createMunicipality(hub.database, { code, name: `${code}시`, synthetic: false });
});
afterAll(async () => {
  await other.stop();
  await hub.stop();
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Another hub on the same database. */
async function anotherHub(settings: Partial<ServerSettings> = {}): Promise<TestHub> {
  const { url } = hub.database.options as { url: string };
  const database = await createDataSource(url).initialize();
  return serveDatabase({ url, drop: async () => undefined }, database, settings);
}

const departments = (code: string, ...names: string[]) =>
  importFiles(hub.database, {
    files: [{ name: "부서.csv", bytes: Buffer.from(["부서명", ...names, ""].join("\n")) }],
    municipality: code,
  });
const question = (code: string) => `{ municipality(code: "${code}") { name departments { name } } }`;
const namesOf = async (of: TestHub, code: string): Promise<string[]> =>
  (await of.ask(question(code))).data.municipality.departments.map(({ name }: { name: string }) => name);

/** The statements that PostgreSQL runs meanwhile, but for the look at which releases are the newest. */
async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, "query");
  await work();
  return query.mock.calls.filter(([statement]) => {
    const text = typeof statement === "string" ? statement : (statement as { text?: string })?.text;
    return !text?.includes("AS revocations");
  }).length;
}

/** Everything that jest can replace but the date. */
const clocks = [
  ...(["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "setInterval"] as const),
  ...(["setTimeout", "clearImmediate", "clearInterval", "clearTimeout"] as const),
];

const page = "/panels/funding-by-year?municipality=41280&pledge=1-4-2&quarter=2019-Q2";
const get = (path: string, headers: Record<string, string> = {}) => fetch(hub.url + path, { headers });

describe("a response is computed once", () => {
  test.each([
    page,
    "/panels/funding-by-year.svg?municipality=41280&pledge=1-4-2&quarter=2019-Q2",
    "/panels/funding-by-year.csv?municipality=41280&pledge=1-4-2&quarter=2019-Q2",
    "/dashboards/budget-execution?municipality=41280",
    "/",
  ])("%s", async (path) => {
    const first = await get(path);
    expect(first.status).toBe(200);
    const body = await first.text();
    let again: string | undefined;
    const statements = await statementsDuring(async () => {
      again = await (await get(path)).text();
    });
    expect(again).toBe(body);
    expect(statements).toBe(0);
  });

  test("also if many ask at the same time", async () => {
    await departments("88010", "가과");
    const one = await statementsDuring(() => namesOf(hub, "88010"));
    await departments("88010", "나과");
    jest.restoreAllMocks();
    const many = await statementsDuring(() =>
      Promise.all(Array.from({ length: 40 }, () => namesOf(hub, "88010"))),
    );
    expect(one).toBeGreaterThan(0);
    // Not once for each of the 40: a new connection of the pool sends a statement of its own.
    expect(many).toBeLessThan(10);
  });
});

describe("a kept response is never stale", () => {
  test("a release shows at once, in every hub on the database", async () => {
    for (const name of ["총무과", "체육과", "문화과"]) {
      await departments("88011", name);
      expect(await namesOf(hub, "88011")).toContain(name);
      expect(await namesOf(other, "88011")).toContain(name);
    }
  });

  test("a release of one municipality leaves the responses about others", async () => {
    await namesOf(hub, "88010");
    await departments("88011", "복지과");
    expect(await statementsDuring(() => namesOf(hub, "88010"))).toBe(0);
  });

  test("a municipality that was not known before is found as soon as it is there", async () => {
    const unknown = await hub.ask(question("88019"));
    await createMunicipality(hub.database, { code: "88019", name: "새시", synthetic: false });
    expect(await hub.ask(question("88019"))).not.toEqual(unknown);
  });

  test("what does not come from releases is not kept: the list of embeds", async () => {
    const list = async () => (await embeds.ask("{ embeds { totalCount } }")).embeds.totalCount;
    const before = await list();
    await embeds.make();
    expect(await list()).toBe(before + 1);
  });

  test("an embed that was revoked or has expired is gone at once", async () => {
    const { id, url } = await embeds.make();
    const path = new URL(url).pathname;
    expect((await get(path)).status).toBe(200);
    expect((await get(path)).status).toBe(200);
    await embeds.revoke(id);
    expect((await get(path)).status).toBe(410);

    const end = new Date(Date.now() + 3_600_000);
    const expiring = new URL((await embeds.make({ end: end.toISOString() })).url).pathname;
    expect((await get(expiring)).status).toBe(200);
    jest.useFakeTimers({ now: end.valueOf() + 1, doNotFake: clocks });
    try {
      expect((await get(expiring)).status).toBe(410);
    } finally {
      jest.useRealTimers();
    }
  });

  test("an error is not kept", async () => {
    const wrong = `{ municipality(code: "88010", asOf: "2999-01-01T00:00:00Z") { name } }`;
    expect((await hub.ask(wrong)).errors?.[0]?.extensions.code).toBe("AS_OF_IN_FUTURE");
    expect((await hub.ask(wrong)).errors?.[0]?.extensions.code).toBe("AS_OF_IN_FUTURE");
  });
});

describe("what the headers say", () => {
  test("whoever has the current response gets 304", async () => {
    const { headers } = await get(page);
    const etag = headers.get("etag")!;
    const same = await get(page, { "if-none-match": etag });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    expect((await get(page, { "if-none-match": '"another"' })).status).toBe(200);
  });

  test("the newest is looked up each time, a past moment never again", async () => {
    expect((await get(page)).headers.get("cache-control")).toBe("public, no-cache");
    const query = encodeURIComponent(
      '{ municipality(code: "41280", asOf: "2026-01-01T00:00:00Z") { name } }',
    );
    const past = await get(`/graphql?query=${query}`, { "apollo-require-preflight": "true" });
    expect(past.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test("what was read with a token is private, and is not given to those without one", async () => {
    const token = await createToken(hub.database, { name: "reader", role: "reader", expiresAt: null });
    const response = await get(page, { authorization: `Bearer ${token}` });
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(response.headers.get("vary")).toMatch(/authorization/);
  });

  test("it is compressed as the client accepts it", async () => {
    for (const [accepted, encoding] of [
      ["br", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
      ["identity", null],
    ] as const) {
      const response = await get(page, { "accept-encoding": accepted });
      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(await response.text()).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    }
  });
});

test("with no memory for them, none is kept", async () => {
  const forgetful = await anotherHub({ cacheBytes: 0 });
  try {
    await namesOf(forgetful, "88010");
    expect(await statementsDuring(() => namesOf(forgetful, "88010"))).toBe(1);
  } finally {
    await forgetful.stop();
  }
});
