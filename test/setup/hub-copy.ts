import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a copy of the hub consists of. */
const parts = [
  ...["schema", "ingest", "seeds", "server", "dashboards", "ormconfig.ts", "package.json"],
  ...["tsconfig.json", "tsconfig.build.json", "biome.json", ".dependency-cruiser.cjs"],
];

/** The files of a hub in a folder, by their path in it. */
export const filesOfHub = (folder: string): string[] =>
  parts.flatMap((part) =>
    statSync(join(folder, part)).isDirectory()
      ? readdirSync(join(folder, part), { recursive: true, encoding: "utf8" })
          .map((name) => join(part, name))
          .filter((name) => statSync(join(folder, name)).isFile())
      : [part],
  );

/** A copy of the hub in a folder of its own, to be changed, compiled and run: sources, and what was built of them. */
export class HubCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "hub-copy-"));
  /** Where its server listens; empty until it is started. */
  private address = "";
  private server: ChildProcess | undefined;
  private readonly databaseUrl: string;

  constructor(databaseUrl: string) {
    this.databaseUrl = databaseUrl;
    // With dist/ the compiler has only to compile what is changed.
    for (const part of [...parts, "dist"]) cpSync(part, join(this.folder, part), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(this.folder, "node_modules"));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Writes a file, and returns its path in the copy. */
  write(path: string, text: string): string {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    return path;
  }

  /** Runs a program in the copy and returns what it prints. Throws an Error with what it prints as errors. */
  run(program: string, ...words: string[]): string {
    return execFileSync(program, words, { ...this.place, encoding: "utf8", stdio: "pipe" });
  }

  /** Runs a command of the copy's hub. */
  hub(...words: string[]): string {
    return this.run(process.execPath, "dist/server/cli/hub.js", ...words);
  }

  /** Starts its server, with a home municipality that anyone may read. */
  async serve(municipality: string): Promise<void> {
    const script = `
      import { createDataSource } from "./dist/ormconfig.js";
      import { createServer } from "./dist/server/http/create-server.js";
      const database = await createDataSource(process.env.DATABASE_URL).initialize();
      const server = await createServer(database, { municipality: "${municipality}", publicReading: true, cacheBytes: 0 });
      process.send(await server.listen({ host: "127.0.0.1", port: 0 }));
      process.once("disconnect", () => process.exit());`;
    this.server = spawn(process.execPath, ["--input-type=module", "-e", script], {
      ...this.place,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const ended = once(this.server, "exit").then(([code]) => {
      throw new Error(`The copy's server ended with ${code}.`);
    });
    [this.address] = await Promise.race([once(this.server, "message"), ended]);
    ended.catch(() => undefined);
  }

  /** What the server answers to a browser. */
  async get(path: string): Promise<{ status: number; body: string }> {
    const response = await fetch(this.address + path, { headers: { accept: "text/html" } });
    return { status: response.status, body: await response.text() };
  }

  /** The data that the server answers a query with, given without its braces. Throws an Error for one that it refuses. */
  async ask(query: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ ${query} }` }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: object[] };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Ends the server and removes the copy. */
  remove(): void {
    this.server?.disconnect();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get place() {
    return { cwd: this.folder, env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: this.databaseUrl } };
  }
}
