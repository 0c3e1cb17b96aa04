import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runsIn } from "../../server/database/process-state.ts";

const COMMAND = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

/** How a command of the hub ended: `code` is null where a signal ended it. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** All that it printed, on both channels. */
  output: string;
}

/** One command of the hub, run as its users run it, in a data folder and with settings of its own. */
export class HubProcess {
  static readonly #started: HubProcess[] = [];
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  #output = "";

  /** `settings` are environment variables; DATABASE_URL is not passed on from the test's own. */
  constructor(dataFolder: string, commandArguments: string[], settings: Record<string, string> = {}) {
    const { NODE_OPTIONS: _jests, DATABASE_URL: _developers, ...environment } = process.env;
    this.#child = spawn(process.execPath, [COMMAND, ...commandArguments], {
      env: { ...environment, HUB_DATA: dataFolder, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    HubProcess.#started.push(this);
    for (const channel of [this.#child.stdout, this.#child.stderr]) {
      channel?.on("data", (text: Buffer) => {
        this.#output += text;
      });
    }
    this.ended = new Promise((resolve) => {
      this.#child.once("close", (code, signal) => resolve({ code, signal, output: this.#output }));
    });
  }

  /** Ends all that a test file started and that still runs; for afterAll, also where a test failed half way. */
  static async endAll(): Promise<void> {
    await Promise.all(HubProcess.#started.map((process) => process.end("SIGTERM")));
  }

  /** Resolves with what stands at the first place in its output that matches; rejects where it ends before. */
  printed(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(this.#output);
        if (match) resolve(match[0]);
      };
      this.#child.stdout?.on("data", look);
      this.#child.once("close", () => reject(new Error(`The hub ended without ${pattern}: ${this.#output}`)));
      look();
    });
  }

  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** A hub that serves. */
export interface ServingHub {
  process: HubProcess;
  /** http://127.0.0.1 with its port. */
  url: string;
}

/** Starts `hub serve` on any free port; resolves when it listens. */
export async function serve(dataFolder: string, settings: Record<string, string> = {}): Promise<ServingHub> {
  const process = new HubProcess(dataFolder, ["serve", "--port", "0"], settings);
  return { process, url: await process.printed(/http:\/\/127\.0\.0\.1:\d+/) };
}

/** Process number of the PostgreSQL that runs in a data folder, and its port; null where its file says that none does. */
export async function findPostgres(dataFolder: string): Promise<{ processId: number; port: number } | null> {
  const file = await readFile(join(dataFolder, "postgres", "postmaster.pid"), "utf8").catch(() => null);
  const [processId, , , port] = file?.split("\n") ?? [];
  return processId === undefined ? null : { processId: Number(processId), port: Number(port) };
}

/** Whether the PostgreSQL of a data folder still runs as the process of this number. */
export const isRunning = (processId: number, dataFolder: string): Promise<boolean> =>
  runsIn(processId, join(dataFolder, "postgres"));
