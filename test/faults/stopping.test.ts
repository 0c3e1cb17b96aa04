import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { countReleases, findReport, REAL_PLEDGE } from "./facts.ts";
import { findPostgres, HubProcess, isRunning, type ServingHub, serve } from "./hub-process.ts";

let parent: string;
let dataFolder: string;
let hub: ServingHub;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "hub-faults-"));
  dataFolder = join(parent, "data");
  hub = await serve(dataFolder);
});

afterAll(async () => {
  await HubProcess.endAll();
  await rm(parent, { recursive: true, force: true });
});

async function expectRealReportOnce(): Promise<void> {
  expect(await countReleases(hub.url)).toBe(1);
  expect(await findReport(hub.url, REAL_PLEDGE)).not.toBeNull();
}

describe("a hub that is told to stop", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "by %s ends with the database and starts again",
    async (signal) => {
      const postgres = (await findPostgres(dataFolder))!;
      expect(await isRunning(postgres.processId, dataFolder)).toBe(true);
      const ended = await hub.process.end(signal);
      expect(ended).toMatchObject({ code: 0, signal: null });
      expect(await findPostgres(dataFolder)).toBeNull();
      expect(await isRunning(postgres.processId, dataFolder)).toBe(false);
      hub = await serve(dataFolder);
      await expectRealReportOnce();
    },
  );
});

describe("a hub that is killed", () => {
  test("finds its database again, which went on running", async () => {
    const before = await findPostgres(dataFolder);
    await hub.process.end("SIGKILL");
    expect(await isRunning(before!.processId, dataFolder)).toBe(true);
    hub = await serve(dataFolder);
    expect(await findPostgres(dataFolder)).toEqual(before);
    await expectRealReportOnce();
  });

  test("together with its database recovers with nothing lost", async () => {
    const before = (await findPostgres(dataFolder))!;
    const ended = hub.process.end("SIGKILL");
    process.kill(before.processId, "SIGKILL");
    await ended;
    hub = await serve(dataFolder);
    expect((await findPostgres(dataFolder))?.processId).not.toBe(before.processId);
    await expectRealReportOnce();
  });

  test("only in its database starts that again and answers as before", async () => {
    const { processId } = (await findPostgres(dataFolder))!;
    process.kill(processId, "SIGKILL");
    const started = async () => ((await findPostgres(dataFolder))?.processId ?? processId) !== processId;
    while (!(await started())) await delay(50);
    while ((await countReleases(hub.url).catch(() => null)) === null) await delay(50);
    await expectRealReportOnce();
  });
});

describe("a hub that cannot start says why in one line a language", () => {
  const linesAbout = (output: string, subject: string) =>
    output.split("\n").filter((line) => line.includes(subject));

  test("where its data folder is in use, and leaves the other alone", async () => {
    const second = await new HubProcess(dataFolder, ["serve", "--port", "0"]).ended;
    expect(second.code).toBe(1);
    expect(linesAbout(second.output, dataFolder)).toHaveLength(2);
    expect(second.output).not.toContain("    at ");
    await expectRealReportOnce();
  });

  test("where its port is taken, and leaves nothing running", async () => {
    await hub.process.end("SIGTERM");
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = String(typeof address === "object" && address?.port);
    const ended = await new HubProcess(dataFolder, ["serve", "--port", port]).ended;
    other.close();
    expect(ended.code).toBe(1);
    expect(linesAbout(ended.output, port)).toHaveLength(2);
    expect(ended.output).not.toContain("    at ");
    expect(await findPostgres(dataFolder)).toBeNull();
  });
});
