import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;
let client: Client;
beforeAll(async () => {
  hub = await startContractHub();
  client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${hub.url}/mcp`)));
});
afterAll(async () => {
  await client?.close();
  await hub?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: each tool has an answer of its own
async function call(name: string, input: Record<string, unknown> = {}): Promise<any> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: input });
  return isError ? { problem: (content as { text: string }[])[0]!.text } : structuredContent;
}

const bought = { municipality: "99990", year: "2025" };

test("every tool reads only, and takes these arguments", async () => {
  const { tools } = await client.listTools();
  expect(
    tools.map(({ name, annotations, inputSchema: { properties, required } }) => [
      ...[name, annotations?.readOnlyHint, Object.keys(properties ?? {}), required ?? []],
    ]),
  ).toEqual([
    ["list_measures", true, ["language"], []],
    ["list_panels", true, ["language"], []],
    ["read_panel", true, ["panel", "choices", "language"], ["panel"]],
  ]);
});

test("measures and panels are listed with what is needed to ask for them", async () => {
  const { measures } = await call("list_measures", { language: "en" });
  expect(measures).toContainEqual(expect.objectContaining({ query: "purchaseSummary", field: "rate" }));
  const { panels } = await call("list_panels");
  const panel = panels.find(({ name }: { name: string }) => name === "purchase-by-department");
  expect(panel.title).toBe("부서별 우선구매율과 목표");
  expect(panel.choices.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(["municipality", "year", "basis"]),
  );
});

test("a figure comes with its reason for null, its release and a citation; nothing is read as 0", async () => {
  const answer = await call("read_panel", { panel: "purchase-by-department", choices: bought });
  const headings = answer.columns.map(({ heading }: { heading: string }) => heading);
  const [rate, reason] = [headings.indexOf("우선구매율"), headings.indexOf("우선구매율 값이 없는 까닭")];
  const missing = answer.rows.filter((row: unknown[]) => row[rate] === null);
  expect([answer.rows.length, missing.length, answer.truncated]).toEqual([12, 2, false]);
  expect(missing.map((row: unknown[]) => row[reason])).toEqual(["미보고", "미보고"]);
  expect(answer.citation).toMatch(/부서별 우선구매율과 목표, .*표본시.*공표 회차 1, .*http:\/\/127/);
  expect(answer.notes).toContain("합성 데이터: 실제 지방자치단체가 아닙니다");
});

test("truncated rows say so, and that they must not be added up", async () => {
  const answer = await call("read_panel", { panel: "purchase-lines", choices: bought, language: "en" });
  expect([answer.truncated, answer.rows.length]).toEqual([true, 200]);
  expect(answer.total).toBeGreaterThan(200);
  expect(answer.notes.join()).toContain(`200 of ${answer.total} rows. Do not add them up`);
});

test.each([
  ["a misspelt panel", { panel: "purchase-by-departmen" }, "The nearest is “purchase-by-department”"],
  ["a misspelt choice", { panel: "purchase-lines", choices: { yeer: "2025" } }, "The nearest is “year”"],
  ["an unknown city", { panel: "purchase-lines", choices: { municipality: "41281" } }, "41281"],
])("%s is an error that says what to do", async (_, input, text) => {
  expect((await call("read_panel", { ...input, language: "en" })).problem).toContain(text);
});

test("a page of another site is refused", async () => {
  const { status } = await fetch(`${hub.url}/mcp`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://elsewhere.example" },
    body: "{}",
  });
  expect(status).toBe(403);
});

test("`hub mcp` answers the same on standard input and output", async () => {
  const { url } = hub.database.options as { url?: string };
  const local = new Client({ name: "test", version: "1" });
  await local.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ["dist/server/cli/hub.js", "mcp"],
      env: { DATABASE_URL: url!, HUB_URL: hub.url },
    }),
  );
  try {
    const question = { name: "read_panel", arguments: { panel: "purchase-by-department", choices: bought } };
    const { structuredContent } = await local.callTool(question);
    expect(structuredContent).toEqual((await client.callTool(question)).structuredContent);
  } finally {
    await local.close();
  }
});
