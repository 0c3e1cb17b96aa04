import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { FastifyRequest } from "fastify";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { unknownToken } from "../access/find-token.ts";
import { createToken } from "../access/manage-tokens.ts";
import { anonymous } from "../access/permissions.ts";
import { createServer } from "../http/create-server.ts";
import { ExpensiveLane } from "./expensive-lane.ts";
import { visitorOf } from "./visitor-limits.ts";
import { WrongTokens } from "./wrong-tokens.ts";

const limits = { requests: 20, cost: 20_000 };
let hub: TestHub;
let token: string;
beforeAll(async () => {
  hub = await startTestHub({ limits, trustedProxies: ["127.0.0.1"], requestTimeoutMilliseconds: 500 });
  token = await createToken(hub.database, { name: "script", role: "reader", expiresAt: null });
});
afterAll(() => hub.stop());

/** Asks as somebody at an address: each test is somebody else. */
async function ask(address: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address, ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
const title = (number: number) => `{ a${number}: pledge(code: "1-4-2") { title } }`;
const expensive = "{ pledges(first: 1000) { nodes { code title department { name } } } }";
const numbers = Array.from({ length: limits.requests }, (_, number) => number);

describe("a visitor", () => {
  test("who asks too often is told when to come back, in words and headers; others go on asking", async () => {
    for (const number of numbers) expect((await ask("192.0.2.1", title(number))).status).toBe(200);
    const { status, headers, body } = await ask("192.0.2.1", title(99));
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(headers.get("ratelimit-policy")).toBe('"requests";q=20;w=60, "cost";q=20000;w=60');
    expect(headers.get("ratelimit")).toMatch(/^"requests";r=0;t=\d+, "cost";r=\d+;t=\d+$/);
    const { code, ko, en } = JSON.parse(body).errors[0].extensions;
    expect([code, ko, en]).toEqual([
      "LIMIT_EXCEEDED",
      expect.stringContaining("분당 20번"),
      expect.stringContaining("20 requests a minute"),
    ]);
    expect((await ask("192.0.2.2", title(99))).status).toBe(200);
    expect((await ask("192.0.2.1", title(98), { authorization: `Bearer ${token}` })).status).toBe(200);
    const page = await fetch(`${hub.url}/panels`, {
      headers: { "x-forwarded-for": "192.0.2.1", accept: "text/html" },
    });
    expect([page.status, await page.text()]).toEqual([429, expect.stringContaining("LIMIT_EXCEEDED")]);
  });

  test("is charged next to nothing for what is kept", async () => {
    for (let time = 0; time < limits.requests * 3; time++)
      expect((await ask("192.0.2.3", title(0))).status).toBe(200);
    expect((await ask("192.0.2.3", title(1_000))).headers.get("ratelimit")).toMatch(/^"requests";r=(18|19);/);
  });

  test("who asks for too much is refused by cost, while cheap questions are refused only once all is used up", async () => {
    const before = await ask("192.0.2.4", title(2_000));
    const [, left] = /"cost";r=(\d+)/.exec(before.headers.get("ratelimit")!)!;
    expect(Number(left)).toBeGreaterThan(limits.cost - 100);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((first) => ask("192.0.2.4", expensive.replace("1000", `${1_000 - first}`))),
    );
    const refused = answers.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.body).toContain("query cost of 20,000 a minute");
  });

  test("is known by the address that a trusted proxy names, and by no header otherwise", async () => {
    const server = await createServer(hub.database, {
      municipality: "41280",
      publicReading: true,
      cacheBytes: 0,
      limits: { requests: 1, cost: 1e6 },
    });
    const send = (address: string) =>
      server.inject({
        url: "/panels",
        remoteAddress: "198.51.100.1",
        headers: { "x-forwarded-for": address },
      });
    expect([(await send("192.0.2.5")).statusCode, (await send("192.0.2.6")).statusCode]).toEqual([200, 429]);
    await server.close();
  });

  test.each([
    ["2001:db8::1", "2001:db8:0:0:ffff:1:2:3", true],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:3::", false],
    ["::ffff:192.0.2.1", "192.0.2.1", true],
    ["192.0.2.1", "192.0.2.2", false],
  ])("%s and %s are one: %p", (one, other, isSame) => {
    const nobody = anonymous(true);
    expect(visitorOf(nobody, one) === visitorOf(nobody, other)).toBe(isSame);
  });
});

test.each([
  ["that never finishes its headers", "GET /health HTTP/1.1\r\nHost: hub\r\nX-A: "],
  [
    "that never sends its body",
    "POST /graphql HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
  ],
  ["that sends nothing", ""],
])("a connection %s is closed", async (_, sent) => {
  const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
  socket.write(sent);
  socket.resume();
  await once(socket, "close");
  expect(socket.destroyed).toBe(true);
});

test("wrong tokens are answered ever more slowly, logged with their address, and counted", async () => {
  const logged: unknown[] = [];
  const counted: string[] = [];
  const wrongTokens = new WrongTokens((code) => counted.push(code), true);
  const leaving = new AbortController();
  const request = {
    ip: "192.0.2.7",
    log: { warn: (entry: unknown) => logged.push(entry) },
    clientSignal: leaving.signal,
  };
  const send = () => wrongTokens.slowDown(unknownToken(), request as unknown as FastifyRequest);
  for (let time = 0; time < 5; time++) await send();
  const sixth = send().then(() => "answered");
  expect(await Promise.race([sixth, wait(100, "waiting")])).toBe("waiting");
  leaving.abort();
  await sixth;
  expect(counted).toEqual(Array(6).fill("TOKEN_UNKNOWN"));
  expect(logged.at(-1)).toEqual({ code: "TOKEN_UNKNOWN", ip: "192.0.2.7", attempts: 6 });
});

describe("the lane of expensive queries", () => {
  test("lets the cheapest that waits go first, a visitor wait with four only, and those leave whose client does", async () => {
    const lane = new ExpensiveLane(1);
    const order: string[] = [];
    let end = () => {};
    const first = lane.run(
      { cost: 9e5, visitor: "a" },
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    const enter = (visitor: string, cost: number, signal?: AbortSignal) =>
      lane.run({ cost, visitor, signal }, async () => void order.push(`${visitor} ${cost}`));
    const leaving = new AbortController();
    const left = enter("b", 1, leaving.signal);
    const many = Array.from({ length: 16 }, (_, at) => enter("b", 500_000 + at));
    const others = [
      enter("b", 400_000),
      enter("b", 200_000),
      enter("c", 300_000),
      enter("b", 100_000),
      ...many,
    ];
    await expect(enter("b", 5)).rejects.toMatchObject({ code: "QUEUE_FULL" });
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: "AbortError" });
    end();
    await Promise.all([first, ...others]);
    expect(order.slice(0, 4)).toEqual(["b 100000", "b 200000", "c 300000", "b 400000"]);
    expect(lane.waiting).toBe(0);
  });

  test("is for queries that may be large, and for those that were slow", () => {
    const lane = new ExpensiveLane(1);
    expect([lane.isExpensive("{ a }", 1_000), lane.isExpensive("{ a }", 400_000)]).toEqual([false, true]);
    lane.record("{ a(first: 5) }", 1_000, 5_000);
    lane.record("{ b }", 400_000, 3);
    expect([lane.isExpensive("{ a(first: 7) }", 1_001), lane.isExpensive("{ b }", 400_000)]).toEqual([
      true,
      false,
    ]);
  });

  test("answers what waits, and refuses with words what would wait too long", async () => {
    const server = await createServer(hub.database, {
      municipality: "41280",
      publicReading: true,
      cacheBytes: 0,
    });
    const fields = "nodes { code title department { name } outlets { code name } courses { code name } }";
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        server.inject({
          method: "POST",
          url: "/graphql",
          payload: { query: `{ a${at}: pledges(first: 1000) { ${fields} } }` },
        }),
      ),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, body } of refused) {
      expect(headers["retry-after"]).toBe("10");
      expect(JSON.parse(body).errors[0].extensions.code).toBe("QUEUE_FULL");
    }
    const answered = answers.filter(({ statusCode }) => statusCode === 200);
    expect(answered.length).toBe(60 - refused.length);
    expect(answered.map(({ body }) => body).filter((body) => !body.includes('"code":"1-4-2"'))).toEqual([]);
    await server.close();
  });
});
