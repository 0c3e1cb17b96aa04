import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("template0");
});
afterAll(() => database.drop());

const environment = () => ({ ...process.env, NODE_OPTIONS: "", DATABASE_URL: database.url });

/** Runs a command on the database; gives how it ended and what it printed on both channels. */
function run(...words: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [hub, ...words], { env: environment() }, (_, output, errors) =>
      resolve({ code: child.exitCode, output: output + errors }),
    );
  });
}

/** Serves the database until `act` has ended; gives what `hub serve` printed when it began to listen. */
async function serving(act: (url: string) => Promise<void>): Promise<string> {
  const child: ChildProcess = spawn(process.execPath, [hub, "serve", "--port", "0"], { env: environment() });
  let output = "";
  try {
    for await (const chunk of child.stdout!) {
      output += chunk;
      if (!output.includes("Ctrl+C stops it")) continue;
      await act(/http:\/\/127\.0\.0\.1:\d+/.exec(output)![0]);
      break;
    }
  } finally {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  }
  return output;
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe("a database that is given, and empty", () => {
  test("is served without any data: it says so, and answers", async () => {
    const output = await serving(async (url) => {
      const asked = "{ municipalities { code } pledges { nodes { code } } releases { nodes { number } } }";
      expect(await ask(url, asked)).toMatchObject({
        data: { municipalities: [], pledges: { nodes: [] }, releases: { nodes: [] } },
      });
      for (const path of ["/", "/panels", "/graphql"]) {
        const { status } = await fetch(`${url}${path}`, { headers: { accept: "text/html" } });
        expect([path, status]).toEqual([path, 200]);
      }
    });
    expect(output).toContain("아직 지자체가 없습니다");
    expect(output).toContain("npx hub init --demo");
  });
});

describe("hub init", () => {
  test("adds a municipality once, and keeps its name", async () => {
    const first = await run("init", "--municipality", "41110", "--name", "수원시");
    expect(first).toEqual({ code: 0, output: expect.stringContaining("만들었습니다") });
    const again = await run("init", "--municipality", "41110", "--name", "수원시".normalize("NFD"));
    expect(again).toEqual({ code: 0, output: expect.stringContaining("바뀐 것이 없습니다") });
    const other = await run("init", "--municipality", "41110", "--name", "수원특례시");
    expect(other).toEqual({
      code: 1,
      output: expect.stringContaining("41110은 이미 수원시(실제)의 코드입니다"),
    });
    const synthetic = await run("init", "--municipality", "41110", "--name", "수원시", "--synthetic");
    expect(synthetic.code).toBe(1);
  });

  test("tells a server whose home municipality is another one", async () => {
    const output = await serving(async (url) => {
      expect(await ask(url, "{ municipalities { code name synthetic } }")).toMatchObject({
        data: { municipalities: [{ code: "41110", name: "수원시", synthetic: false }] },
      });
    });
    expect(output).toMatch(/41280.*HUB_MUNICIPALITY.*41110 수원시/);
  });

  test("loads the demonstration into any database, once", async () => {
    const first = await run("init", "--demo");
    expect(first.code).toBe(0);
    expect(first.output).toMatch(/goyang-1-4-2-2019-Q2\.txt: 회차 1, [\s\S]*99999[\s\S]*회차 3/);
    const again = await run("init", "--demo");
    expect(again.code).toBe(0);
    expect(again.output.match(/already there/g)).toHaveLength(4);
  });

  test.each([
    ["nothing", []],
    ["a name without its code", ["--name", "수원시"]],
    ["a code without its name", ["--municipality", "41110"]],
    ["a code that is none", ["--municipality", "4111", "--name", "수원시"]],
  ])("given %s is wrong usage", async (_, words) => {
    expect((await run("init", ...words)).code).toBe(2);
  });
});

describe("doctor", () => {
  const examine = async (settings: Record<string, string>) => {
    const { NODE_OPTIONS: _jests, ...others } = process.env;
    return new Promise<{
      code: number | null;
      found: Map<string, { state: string; remedy: { ko: string; en: string } | null }>;
    }>((resolve) => {
      const env = { ...others, DATABASE_URL: database.url, ...settings };
      const child = execFile(process.execPath, [hub, "doctor", "--json"], { env }, (_, output) => {
        const lines = output
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line));
        resolve({ code: child.exitCode, found: new Map(lines.map((line) => [line.check, line])) });
      });
    });
  };

  test("finds nothing wrong with a good setup", async () => {
    const { code, found } = await examine({});
    expect(code).toBe(0);
    expect([...found.values()].filter(({ state }) => state !== "OK")).toEqual([]);
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(["node", "database", "writes", "clock", "migrations"]),
    );
  });

  test("says what to do about settings and a database that is not there", async () => {
    const closed = database.url.replace(/:\d+\//, ":1/");
    const { code, found } = await examine({
      HOST: "0.0.0.0",
      HUB_SECRET: "short",
      HUB_PUBLIC: "false",
      DATABASE_URL: closed,
    });
    expect(code).toBe(1);
    const states = ["HUB_SECRET", "HUB_URL", "database"].map((check) => found.get(check)!.state);
    expect(states).toEqual(["WARNING", "WARNING", "PROBLEM"]);
    expect(found.get("HUB_URL")!.remedy!.en).toContain("HUB_URL");
    expect((await examine({ HOST: "0.0.0.0" })).found.get("settings")!.state).toBe("PROBLEM");
  });

  test("notices a database that a newer hub has migrated, and one that may not be written", async () => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query("INSERT INTO migrations (timestamp, name) VALUES (1, 'Later1')");
    await client.query(`ALTER DATABASE "${client.database}" SET default_transaction_read_only = on`);
    const { code, found } = await examine({});
    await client.query("SET transaction_read_only = off");
    await client.query(`ALTER DATABASE "${client.database}" RESET default_transaction_read_only`);
    await client.query("DELETE FROM migrations WHERE name = 'Later1'");
    await client.end();
    expect([code, found.get("migrations")!.state, found.get("writes")!.state]).toEqual([
      1,
      "PROBLEM",
      "WARNING",
    ]);
  });
});
