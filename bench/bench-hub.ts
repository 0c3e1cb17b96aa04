import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const command = fileURLToPath(new URL("../dist/server/cli/hub.js", import.meta.url));
const reportMemory = new URL("./report-memory.js", import.meta.url).href;

/** How one command of the hub went. */
export interface CommandRun {
  milliseconds: number;
  /** The most memory that its process held, bytes. */
  peakMemory: number;
  /** What it printed. */
  output: string;
}

/** A hub of the bench's own, serving from a data folder that goes with it. */
export class BenchHub {
  readonly url: string;
  /** Address of its PostgreSQL. */
  readonly database: string;
  readonly folder: string;
  private readonly server: ChildProcess;
  private readonly environment: NodeJS.ProcessEnv;

  private constructor(
    url: string,
    database: string,
    folder: string,
    server: ChildProcess,
    environment: NodeJS.ProcessEnv,
  ) {
    this.url = url;
    this.database = database;
    this.folder = folder;
    this.server = server;
    this.environment = environment;
  }

  /** Starts `hub serve` in a new folder, open to any reader without limits; `settings` are environment variables. */
  static async start(settings: Record<string, string> = {}): Promise<BenchHub> {
    const folder = await mkdtemp(join(tmpdir(), "hub-bench-"));
    const { DATABASE_URL: _others, ...inherited } = process.env;
    const unlimited = { HUB_LIMIT_REQUESTS: "0", HUB_LIMIT_COST: "0" };
    const environment = {
      ...inherited,
      HUB_DATA: join(folder, "data"),
      HUB_PUBLIC: "true",
      ...unlimited,
      ...settings,
    };
    const server = spawn(process.execPath, [command, "serve", "--port", "0"], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await printed(server, /http:\/\/127\.0\.0\.1:\d+/);
    return new BenchHub(url, await databaseOf(join(folder, "data")), folder, server, environment);
  }

  /** Runs one command of the hub, as its users do. Throws where it is refused. */
  run(...commandArguments: string[]): Promise<CommandRun> {
    return this.runWith(this.environment, commandArguments);
  }

  /** The same in another data folder. */
  runIn(dataFolder: string, ...commandArguments: string[]): Promise<CommandRun> {
    return this.runWith({ ...this.environment, HUB_DATA: dataFolder }, commandArguments);
  }

  /** Starts a command and kills it after so many milliseconds, unless it has ended by then. */
  async killed(
    commandArguments: string[],
    after: number,
  ): Promise<{ milliseconds: number; isKilled: boolean }> {
    const started = performance.now();
    const child = spawn(process.execPath, [command, ...commandArguments], {
      env: this.environment,
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    const signal = await new Promise((resolve) => child.once("close", (_, by) => resolve(by)));
    clearTimeout(timer);
    return { milliseconds: performance.now() - started, isKilled: signal === "SIGKILL" };
  }

  /** Milliseconds that pg_dump takes to write the database to nowhere; null if it is of an older version. */
  async timeDump(): Promise<number | null> {
    const started = performance.now();
    const dump = promisify(execFile)("pg_dump", ["--format=custom", "--file=/dev/null", this.database]);
    return dump.then(
      () => performance.now() - started,
      () => null,
    );
  }

  private async runWith(environment: NodeJS.ProcessEnv, commandArguments: string[]): Promise<CommandRun> {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", reportMemory, command, ...commandArguments], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    });
    const texts = [child.stdout!, child.stdio[3] as NodeJS.ReadableStream].map(textOf);
    const code = await new Promise((resolve) => child.once("close", resolve));
    const milliseconds = performance.now() - started;
    const [output, memory] = await Promise.all(texts);
    if (code !== 0) throw new Error(`hub ${commandArguments[0]} ended with ${code}: ${output}`);
    return { milliseconds, peakMemory: Number(memory), output: output! };
  }

  /** Asks a GraphQL question; throws where the answer has errors. */
  async ask<Data>(query: string): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Runs SQL through psql. */
  async psql(...statements: string[]): Promise<string> {
    const commands = statements.flatMap((statement) => ["--command", statement]);
    const options = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"];
    return (await promisify(execFile)("psql", [...options, ...commands, this.database])).stdout.trim();
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server.once("close", resolve));
    this.server.kill("SIGTERM");
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Resolves with what a process prints that matches; rejects where it ends before. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout!.on("data", (text: Buffer) => {
      output += text;
      const match = pattern.exec(output);
      if (match) resolve(match[0]);
    });
    child.once("close", () => reject(new Error(`It ended without ${pattern}: ${output}`)));
  });
}

async function databaseOf(dataFolder: string): Promise<string> {
  const [password, server] = await Promise.all(
    ["hub-password", "postmaster.pid"].map((name) => readFile(join(dataFolder, "postgres", name), "utf8")),
  );
  return `postgres://hub:${password!.trim()}@127.0.0.1:${server!.split("\n")[3]}/hub`;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const piece of stream) text += piece;
  return text;
}
