import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { demonstrationFolder, demonstrationMilliseconds } from "./demonstration-folder.ts";
import { findPostgres, isRunning } from "./hub-process.ts";

const run = promisify(execFile);
const { NODE_OPTIONS: _jests, DATABASE_URL: _developers, ...environment } = process.env;

test("the build leaves a command that can be executed as it is, and that knows its version", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  for (const flag of ["--version", "-V"]) {
    const { stdout } = await run("dist/server/cli/hub.js", [flag], { env: environment });
    expect(stdout.trim()).toBe(version);
  }
});

describe("a command of the README that serves passes signals on, and PostgreSQL ends with the hub", () => {
  let parent: string;
  let dataFolder: string;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "hub-command-"));
    dataFolder = await demonstrationFolder(parent);
  }, demonstrationMilliseconds);
  afterAll(async () => {
    for (const child of started) child.kill("SIGTERM");
    await rm(parent, { recursive: true, force: true });
  });

  // Without --ignore-scripts npm would build first, under the feet of other tests.
  test.each([
    ["npm start", ["npm", "start", "--ignore-scripts", "--", "--port", "0"], "SIGTERM"],
    ["npm start", ["npm", "start", "--ignore-scripts", "--", "--port", "0"], "SIGINT"],
    [
      "node dist/server/cli/hub.js serve",
      ["node", "dist/server/cli/hub.js", "serve", "--port", "0"],
      "SIGTERM",
    ],
  ] as const)("%s (%s, %s)", async (inReadme, [program, ...words], signal) => {
    expect(await readFile("README.md", "utf8")).toContain(inReadme);
    const child = spawn(program, words, {
      env: { ...environment, HUB_DATA: dataFolder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(child);
    // Closed when the last process that writes to it has ended, which is the hub's.
    const closed = new Promise((resolve) => child.once("close", resolve));
    await new Promise<void>((resolve) => {
      let output = "";
      child.stdout.on("data", (text: Buffer) => {
        output += text;
        if (/http:\/\/127\.0\.0\.1:\d+\/graphql/.test(output)) resolve();
      });
    });
    const postgres = (await findPostgres(dataFolder))!;
    child.kill(signal);
    await closed;
    expect(await findPostgres(dataFolder)).toBeNull();
    expect(await isRunning(postgres.processId, dataFolder)).toBe(false);
  });
});
