import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Span, type Tracer, trace } from "@opentelemetry/api";
import { embedMaker } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";

const lines: string[] = [];
const spans: string[] = [];
let hub: TestHub;
let embeds: Awaited<ReturnType<typeof embedMaker>>;
beforeAll(async () => {
  hub = await startTestHub({
    logLevel: "info",
    slowMilliseconds: 0,
    logDestination: { write: (line) => lines.push(line) },
  });
  embeds = await embedMaker(hub);
});
afterAll(() => hub.stop());

const entries = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test("/metrics tells Prometheus of responses, connections, releases, wrong tokens and the event loop", async () => {
  const question = '{ pledge(code: "1-4-2") { title } }';
  for (let time = 0; time < 3; time++) await hub.ask(question);
  await hub.ask(question, {}, "hub_wrong");
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  const value = (name: string) =>
    new RegExp(`^${name.replace(/[{}]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1];
  const posted = 'hub_http_responses_total{route="/graphql",method="POST",status="STATUS",source="SOURCE"}';
  const responses = (status: string, source: string) =>
    value(posted.replace("STATUS", status).replace("SOURCE", source));
  expect(responses("200", "computed")).toBe("1");
  expect(responses("200", "kept")).toBe("2");
  expect(responses("401", "computed")).toBe("1");
  expect(value('hub_wrong_tokens_total{code="TOKEN_UNKNOWN"}')).toBe("1");
  expect(value('hub_newest_release{municipality="41280"}')).toBe("1");
  expect(value("hub_database_up")).toBe("1");
  expect(Number(value('hub_database_connections{state="idle"}'))).toBeGreaterThan(0);
  expect(text).toMatch(/^hub_nodejs_eventloop_lag_p99_seconds \S+$/m);
});

test("the log has an id per request and slow statements with it, and no token, signature or parameter", async () => {
  const { url } = await embeds.make();
  lines.length = 0;
  await fetch(`${url}?quarter=secret-choice`, { headers: { "x-request-id": "from-the-proxy-1" } });
  const response = await fetch(`${hub.url}/panels`, { headers: { authorization: "Bearer hub_wrong" } });
  const id = response.headers.get("x-request-id")!;
  expect(id).toMatch(/^[\da-f-]{36}$/);
  await fetch(`${hub.url}/health`, { headers: { "x-request-id": 'x"} forged' } });
  const of = (requestId: string) => entries().filter((entry) => entry.reqId === requestId);
  expect(of("from-the-proxy-1")).toContainEqual(
    expect.objectContaining({
      msg: "slow statement",
      statement: expect.stringContaining("SELECT"),
      milliseconds: expect.any(Number),
    }),
  );
  expect(of("from-the-proxy-1")).toContainEqual(expect.objectContaining({ msg: "request completed" }));
  expect(of(id)).toContainEqual(
    expect.objectContaining({ msg: "wrong token", code: "TOKEN_UNKNOWN", ip: "127.0.0.1" }),
  );
  const text = lines.join("");
  const token = url.slice(url.indexOf("/embed/") + "/embed/".length);
  for (const secret of [token, token.slice(20, 60), embeds.token, "hub_wrong", "secret-choice", "forged"])
    expect(text).not.toContain(secret);
});

test("OpenTelemetry sees requests and their statements", async () => {
  const span = {
    setAttribute: () => span,
    setStatus: () => span,
    recordException: () => {},
    end: () => {},
  } as unknown as Span;
  const tracer = {
    startSpan: (name: string) => {
      spans.push(name);
      return span;
    },
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  await hub.ask('{ another: pledge(code: "1-4-2") { title } }');
  trace.disable();
  expect(spans).toContain("POST /graphql");
  expect(spans).toContain("statement");
});
