import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { createDataSource } from "../../ormconfig.ts";
import { migrate } from "../../schema/migrate.ts";
import { firstLoad } from "../../seeds/first-load.ts";
import type { OpenDatabase } from "../../server/database/database.ts";
import { openDatabase } from "../../server/database/open-database.ts";
import { embedMaker } from "../setup/embed.ts";
import { serveDatabase, type TestHub } from "../setup/hub.ts";
import { HubProcess } from "./hub-process.ts";

let folder: string;
let postgres: OpenDatabase;
let hub: TestHub;
/** Embeds that nobody has looked at. */
const embeds: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-faults-"));
  postgres = await openDatabase({ dataFolder: folder }, "command");
  const database = await createDataSource(postgres.url, 2_000).initialize();
  await migrate(database);
  await firstLoad(database, "seeds/documents");
  hub = await serveDatabase({ url: postgres.url, drop: async () => undefined }, database);
  const maker = await embedMaker(hub);
  for (const end of ["2099-01-01T00:00:00Z", null])
    embeds.push(new URL((await maker.make({ end })).url).pathname);
});

afterAll(async () => {
  await HubProcess.endAll();
  await hub?.stop();
  await postgres?.close();
  await rm(folder, { recursive: true, force: true });
});

const keptPage = "/panels/funding-by-year?municipality=41280&pledge=1-4-2&quarter=2019-Q2";
const browser = { accept: "text/html" };
const get = (path: string) => fetch(hub.url + path, { headers: browser });
const title = '{ pledge(code: "1-4-2") { title } }';

describe("while the database is stopped", () => {
  beforeAll(async () => {
    await get(keptPage);
    await get("/");
    await hub.ask(title);
    await postgres.close();
  });
  afterAll(async () => {
    postgres = await openDatabase({ dataFolder: folder }, "command");
  });

  test.each([keptPage, "/"])(
    "%s, which is kept, is served, and says what nobody can look up",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("hub-unconfirmed")).toMatch(/^release=1; confirmed=\d{4}-/);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toMatch(/role="status">데이터베이스에 연결할 수 없어[^<]*공표 1호/);
    },
  );

  test("a kept answer too", async () => {
    expect((await hub.ask(title)).data.pledge.title).toMatch(/^사회적경제기업/);
  });

  test.each(["/panels/funding-by-year", "/dashboards/purchase-rate", "/documents/abc"])(
    "%s, which is not kept, says in words that it cannot be reached",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("5");
      expect(await response.text()).toMatch(/데이터베이스에 연결할 수 없습니다[\s\S]*DATABASE_UNAVAILABLE/);
    },
  );

  test("a question that is not kept is answered 503, in the shape of a GraphQL error", async () => {
    const { status, errors } = await hub.ask('{ pledge(code: "1-4-2") { code } }');
    expect(status).toBe(503);
    expect(errors![0]!.extensions).toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      remedy: { en: expect.stringContaining("reconnects by itself") },
    });
  });

  test("the process is healthy and not ready", async () => {
    expect(await (await fetch(`${hub.url}/health`)).json()).toEqual({ status: "ok" });
    const ready = await fetch(`${hub.url}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ errors: [{ extensions: { code: "DATABASE_UNAVAILABLE" } }] });
  });

  test("a command says so, and nothing of a stack trace", async () => {
    const command = new HubProcess(folder, ["token", "list"], { DATABASE_URL: postgres.url });
    const { code, output } = await command.ended;
    expect(code).toBe(1);
    expect(output).toMatch(/연결하지 못했습니다/);
    expect(output).not.toMatch(/\n\s+at /);
  });
});

/** What every request gets whose answer is not kept, whatever is wrong with the database. */
async function expectRefusals(words: RegExp, embedOfPanel: string): Promise<void> {
  for (const path of ["/panels/money-by-year?municipality=41280", "/documents/abc", embedOfPanel]) {
    const response = await get(path);
    expect([path, response.status, response.headers.get("retry-after")]).toEqual([path, 503, "5"]);
    expect(await response.text()).toMatch(words);
  }
  const { status, errors } = await hub.ask("{ municipalities { code name } }");
  expect([status, errors![0]!.extensions.code]).toEqual([503, "DATABASE_UNAVAILABLE"]);
  expect(errors![0]!.extensions.ko).toMatch(words);
  const kept = await get(keptPage);
  expect([kept.status, kept.headers.get("hub-unconfirmed")]).toEqual([200, expect.any(String)]);
}

/** What an import gets: words, and its last line for scripts. */
async function expectRefusedImport(words: RegExp): Promise<void> {
  const options = ["--municipality", "41280", "--quarter", "2019-Q2", "--json"];
  const report = "seeds/documents/goyang-1-4-2-2019-Q2.txt";
  const command = new HubProcess(folder, ["import", report, ...options], { DATABASE_URL: postgres.url });
  const { code, output } = await command.ended;
  expect(code).toBe(1);
  expect(output).toMatch(words);
  expect(output).not.toMatch(/\n\s+at /);
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  expect(JSON.parse(lines.at(-2)!)).toMatchObject({ code: expect.stringMatching(/^DATABASE_UN/) });
  expect(JSON.parse(lines.at(-1)!)).toEqual({ release: null, facts: 0, errors: 1, warnings: 0, notes: 0 });
}

describe("while the database is there and of no use", () => {
  let other: pg.Client;
  beforeAll(async () => {
    await get(keptPage);
    other = new pg.Client({ connectionString: postgres.url });
    await other.connect();
  });
  afterAll(() => other.end());

  test("because it is slow, every request ends with words", async () => {
    await other.query("ALTER DATABASE hub SET lock_timeout = '500ms'");
    await other.query("BEGIN; LOCK TABLE release");
    try {
      await expectRefusals(/제한 시간 안에 답하지 못했습니다/, embeds[0]!);
      await expectRefusedImport(/제한 시간 안에 답하지 못했습니다/);
    } finally {
      await other.query("ROLLBACK");
      await other.query("ALTER DATABASE hub RESET lock_timeout");
    }
    expect((await get(embeds[0]!)).status).toBe(200);
  });

  test("because it has no free connection, every request ends with words", async () => {
    const clients: pg.Client[] = [];
    const take = async () => {
      const client = new pg.Client({ connectionString: postgres.url });
      client.on("error", () => undefined);
      await client.connect();
      clients.push(client);
    };
    await other.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hub'",
    );
    await expect(
      (async () => {
        for (;;) await take();
      })(),
    ).rejects.toMatchObject({ code: "53300" });
    try {
      await expectRefusals(/데이터베이스에 연결할 수 없습니다/, embeds[1]!);
      await expectRefusedImport(/연결하지 못했습니다.*too many clients/);
    } finally {
      for (const client of clients) await client.end();
    }
    expect((await hub.ask("{ municipalities { code name } }")).status).toBe(200);
  });
});

describe("when the database is back", () => {
  test("the hub answers again without anybody's help", async () => {
    expect((await fetch(`${hub.url}/ready`)).status).toBe(200);
    const response = await get(keptPage);
    expect(response.headers.get("hub-unconfirmed")).toBeNull();
    expect(await response.text()).not.toMatch(/데이터베이스에 연결할 수 없어/);
    expect((await hub.ask('{ pledge(code: "1-4-2") { code } }')).data.pledge.code).toBe("1-4-2");
  });

  test("and one that only reads refuses an import in words", async () => {
    await hub.database.query("ALTER DATABASE hub SET default_transaction_read_only = on");
    try {
      const options = ["--municipality", "41280", "--quarter", "2019-Q2", "--json"];
      const report = "seeds/documents/goyang-1-4-2-2019-Q2.txt";
      const command = new HubProcess(folder, ["import", report, ...options], { DATABASE_URL: postgres.url });
      const { code, output } = await command.ended;
      expect(code).toBe(1);
      expect(output).toMatch(/읽기 전용/);
      expect(output).not.toMatch(/\n\s+at /);
      expect((await hub.ask("{ releases { totalCount } }")).data.releases.totalCount).toBe(1);
    } finally {
      await hub.database.query("SET default_transaction_read_only = off");
      await hub.database.query("ALTER DATABASE hub RESET default_transaction_read_only");
    }
  });
});
