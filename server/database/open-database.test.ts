import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { HubError } from "../../schema/core/hub-error.ts";
import { openCluster } from "./cluster.ts";
import type { OpenDatabase } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { findPostmaster } from "./postmaster.ts";

let parent: string;
let dataFolder: string;

beforeAll(async () => {
  // As mktemp -d makes them: only its owner may enter.
  parent = await mkdtemp(join(tmpdir(), "hub-database-"));
  await chmod(parent, 0o700);
  dataFolder = join(parent, "시의 $HOME 'data'");
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

const open = (purpose: "serve" | "command"): Promise<OpenDatabase> => openDatabase({ dataFolder }, purpose);

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = async () => findPostmaster(await openCluster(dataFolder));

const refusal = (opened: Promise<unknown>): Promise<HubError> =>
  opened.then(
    () => Promise.reject(new Error("was not refused")),
    (error: unknown) => (error instanceof HubError ? error : Promise.reject(error)),
  );

describe("the hub's own PostgreSQL", () => {
  test("is made by two at once, as one, and stops with the last of them", async () => {
    const [first, second] = await Promise.all([open("serve"), open("command")]);
    expect(second.url).toBe(first.url);
    expect(first.embedded).toBe(true);
    await first.close();
    expect((await postmaster())?.alive).toBe(true);
    await second.close();
    expect(await postmaster()).toBeNull();
  });

  test("keeps Korean text and days in UTC, and its password for itself", async () => {
    const database = await open("command");
    const settings = await query(
      database.url,
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding, datcollate AS locale,
         current_setting('TimeZone') AS zone, current_setting('fsync') AS durable
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(settings).toEqual([{ name: "hub", encoding: "UTF8", locale: "C", zone: "UTC", durable: "on" }]);
    expect((await stat(join(dataFolder, "postgres", "hub-password"))).mode & 0o077).toBe(0);
    const guess = await openDatabase(
      { dataFolder, databaseUrl: database.url.replace(/:[0-9a-f]+@/, ":guess@") },
      "command",
    ).catch((error: HubError) => error.code);
    expect(guess).toBe("DATABASE_UNUSABLE");
    await database.close();
  });

  test("survives that many come and go at once", async () => {
    const visit = async () => {
      for (let round = 0; round < 4; round++) {
        const database = await open("command");
        expect(await query(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
        await database.close();
      }
    };
    await Promise.all([visit(), visit(), visit()]);
    expect(await postmaster()).toBeNull();
  });

  test("serves one hub at a time, and tells the second which one", async () => {
    const first = await open("serve");
    const error = await refusal(open("serve"));
    expect(error.code).toBe("DATA_FOLDER_IN_USE");
    expect(error.text.en).toContain(dataFolder);
    expect(error.text.en).toContain(`PID ${process.pid}`);
    expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await first.close();
    await (await open("serve")).close();
  });

  test("is started again on its address when it is killed, with nothing lost", async () => {
    const database = await open("serve");
    await query(database.url, "CREATE TABLE kept AS SELECT 18900000000::bigint AS won");
    process.kill((await postmaster())!.processId, "SIGKILL");
    const visitor = await open("command");
    expect(visitor.url).toBe(database.url);
    expect(await query(visitor.url, "SELECT won FROM kept")).toEqual([{ won: "18900000000" }]);
    await visitor.close();
    // The visitor may have left, and stopped it, before the server's holder had noticed.
    while (!(await query(database.url, "SELECT 1").catch(() => null))) await delay(50);
    await database.close();
    expect(await postmaster()).toBeNull();
  });

  test("starts where the number of a killed one is taken by a process that ended and that nobody has asked for", async () => {
    const { uid, gid } = await stat(join(dataFolder, "postgres"));
    const parentOfDead = spawn("sh", ["-c", "true & echo $!; exec sleep 600"], { uid, gid });
    const [line] = (await once(parentOfDead.stdout, "data")) as [Buffer];
    await killedPostmaster(Number(line.toString()));
    const database = await open("command");
    expect(await query(database.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await database.close();
    parentOfDead.kill();
  });

  test("starts where the number of a killed one is another program's by now", async () => {
    await killedPostmaster(process.pid);
    await (await open("command")).close();
    expect(await postmaster()).toBeNull();
  });

  /** Leaves what a killed postmaster of this number leaves. */
  async function killedPostmaster(processId: number): Promise<void> {
    const lines = [
      processId,
      join(dataFolder, "postgres"),
      1763900000,
      1,
      "",
      "127.0.0.1",
      "1 1",
      "ready   ",
    ];
    await writeFile(join(dataFolder, "postgres", "postmaster.pid"), `${lines.join("\n")}\n`);
  }
});

describe("refused in one clear line", () => {
  test("a file where the data folder should be", async () => {
    const file = join(parent, "file");
    await writeFile(file, "");
    const error = await refusal(openDatabase({ dataFolder: join(file, "data") }, "command"));
    expect(error.code).toBe("DATA_FOLDER_UNUSABLE");
    expect(error.message).toContain(file);
  });

  test("a folder of another PostgreSQL", async () => {
    const version = join(dataFolder, "postgres", "PG_VERSION");
    await writeFile(version, "12\n");
    const error = await refusal(open("command"));
    await writeFile(version, "18\n");
    expect(error.code).toBe("DATA_FOLDER_UNUSABLE");
    expect(error.text.en).toContain("PostgreSQL 12");
    expect(error.message).not.toContain("\n");
  });

  test("a damaged folder, with what PostgreSQL says", async () => {
    await rm(join(dataFolder, "postgres", "global", "pg_control"));
    const error = await refusal(open("command"));
    expect(error.code).toBe("DATABASE_START_FAILED");
    expect(error.message).toContain("pg_control");
    expect(error.message).not.toContain("\n");
  });
});
