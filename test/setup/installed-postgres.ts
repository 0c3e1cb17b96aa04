import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePostgresUser } from "../../server/database/postgres-user.ts";
import { type ProgramUser, runProgram } from "../../server/database/run-program.ts";

/** A server of the PostgreSQL that is installed on this machine, with its own pg_dump, which the hub's own lacks. */
export interface InstalledPostgres {
  /** URL of a database of its superuser. */
  url(database: string): string;
  /** A plain dump of a database. */
  dump(database: string): Promise<string>;
  stop(): Promise<void>;
}

/** The folder of its programs; null if server and pg_dump are not both installed. */
export function installedPrograms(): string | null {
  try {
    const folder = execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
    return ["initdb", "pg_ctl", "postgres", "pg_dump"].every((name) => existsSync(join(folder, name)))
      ? folder
      : null;
  } catch {
    return null;
  }
}

/** Starts a server with these programs, in a folder of its own. */
export async function startInstalledPostgres(programs: string): Promise<InstalledPostgres> {
  const program = (name: string) => join(programs, name);
  const folder = mkdtempSync(join(tmpdir(), "hub-installed-"));
  chmodSync(folder, 0o755);
  const paths = { initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
  const user: ProgramUser = await choosePostgresUser(paths, folder);
  const run = async (name: string, ...words: string[]) => {
    const { code, output } = await runProgram(program(name), words, user, folder);
    if (code !== 0) throw new Error(`${name}: ${output}`);
    return output;
  };
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  await run("initdb", "-D", "data", "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C");
  await run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", options, "start");
  return {
    url: (database) => `postgres://hub@127.0.0.1:${port}/${database}`,
    dump: (database) => run("pg_dump", "-h", "127.0.0.1", "-p", String(port), "-U", "hub", database),
    stop: async () => {
      await run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
