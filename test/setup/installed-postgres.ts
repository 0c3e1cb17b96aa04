import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { chown, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { DataSource } from "typeorm";
import { choosePostgresUser } from "../../server/database/postgres-user.ts";
import { type ProgramUser, runProgram } from "../../server/database/run-program.ts";

/** A server of the PostgreSQL that is installed on this machine, with its own pg_dump, which the hub's own lacks. */
export interface InstalledPostgres {
  /** URL of a database of its superuser. */
  url(database: string): string;
  /** The folder of its data. */
  data: string;
  port: number;
  /** A plain dump of a database. */
  dump(database: string): Promise<string>;
  /** Runs SQL in the database postgres. */
  query(sql: string): Promise<void>;
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
export const startInstalledPostgres = (programs: string): Promise<InstalledPostgres> =>
  start(programs, async (run) => {
    await run("initdb", "-D", "data", "-U", "hub", "-A", "trust", "-E", "UTF8", "--locale=C");
  });

/** Starts a hot standby that streams from a server, which `database` is connected to: made from a copy of its folder. */
export const startStandby = (
  programs: string,
  primary: InstalledPostgres,
  database: DataSource,
): Promise<InstalledPostgres> =>
  start(programs, async (run, folder) => {
    const data = join(folder, "data");
    // A backup ends in the session that it began in.
    const query = database.createQueryRunner();
    await query.query("SELECT pg_backup_start('standby', true)");
    await run("cp", "-a", primary.data, data);
    const [{ labelfile }] = await query.query("SELECT labelfile FROM pg_backup_stop(false)");
    await query.release();
    await rm(join(data, "postmaster.pid"), { force: true });
    const source = `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=hub'`;
    for (const [name, text] of [
      ["backup_label", labelfile],
      ["postgresql.auto.conf", `${source}\n`],
      ["standby.signal", ""],
    ] as const)
      await writeFile(join(data, name), text);
    const { uid, gid } = statSync(data);
    for (const name of ["backup_label", "postgresql.auto.conf", "standby.signal"])
      if (process.getuid?.() === 0) await chown(join(data, name), uid, gid);
  });

type Run = (name: string, ...words: string[]) => Promise<string>;

/** Starts a server whose folder `data` is made by `create`. */
async function start(
  programs: string,
  create: (run: Run, folder: string) => Promise<void>,
): Promise<InstalledPostgres> {
  const program = (name: string) => (name === "cp" ? name : join(programs, name));
  const folder = mkdtempSync(join(tmpdir(), "hub-installed-"));
  chmodSync(folder, 0o755);
  const paths = { initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
  const user: ProgramUser = await choosePostgresUser(paths, folder);
  const run: Run = async (name, ...words) => {
    const { code, output } = await runProgram(program(name), words, user, folder);
    if (code !== 0) throw new Error(`${name}: ${output}`);
    return output;
  };
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  await create(run, folder);
  await run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", options, "start");
  const url = (database: string) => `postgres://hub@127.0.0.1:${port}/${database}`;
  return {
    ...{ url, port, data: join(folder, "data") },
    dump: (database) => run("pg_dump", "-h", "127.0.0.1", "-p", String(port), "-U", "hub", database),
    query: async (sql) => {
      const client = new pg.Client({ connectionString: url("postgres") });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    },
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
