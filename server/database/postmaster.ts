import { readFileSync, rmSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { databaseStartError } from "./database-error.ts";
import { exists, runsIn } from "./process-state.ts";
import { runProgram } from "./run-program.ts";

/** PostgreSQL's first process, as it describes itself in postmaster.pid. */
export interface Postmaster {
  processId: number;
  /** TCP port on 127.0.0.1. */
  port: number;
  /** Whether it is still running; the file outlives a killed process, whose id may belong to another process by now. */
  alive: boolean;
  /** Whether it has finished starting and is not stopping. */
  ready: boolean;
}

/** Settings for bulk imports of a city's figures on a laptop. Nothing here weakens the durability of commits. */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "''",
  max_connections: "50",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  effective_cache_size: "1GB",
  random_page_cost: "1.1",
  jit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  wal_compression: "on",
  max_wal_size: "2GB",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_checkpoints: "off",
  // Statements contain figures of a city and must not be logged.
  log_min_error_statement: "panic",
};
/** Another process was faster; last backends of a killed server; the port was taken meanwhile. */
const PASSING =
  /lock file ".*" already exists|pre-existing shared memory block|Address already in use|could not create any TCP\/IP sockets/;
/** File in the cluster's folder with the last port. */
const PORT_FILE = "hub-port";
const STOP_POLL_MILLISECONDS = 20;
/** Time limit for recovery after a crash, in seconds. */
const START_LIMIT_SECONDS = "600";

/** The server of a cluster; null if none was started, or if the last one was stopped. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const lines = (await readFile(join(cluster.folder, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [processId, , , port, , , , status] = lines;
  if (processId === undefined || port === undefined) return null;
  return {
    processId: Number(processId),
    port: Number(port),
    alive: await runsIn(Number(processId), cluster.folder),
    ready: status?.trim() === "ready",
  };
}

/** Starts the server of a cluster and waits until it is ready; false after a temporary failure. */
export async function startPostmaster(cluster: Cluster): Promise<boolean> {
  const former = await findPostmaster(cluster);
  if (former && !former.alive && exists(former.processId)) forgetPostmaster(cluster, former);
  // The last port is used again, so that connection pools find a restarted server.
  const portFile = join(cluster.folder, PORT_FILE);
  const port = await freePort(Number(await readFile(portFile, "utf8").catch(() => "0")));
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const logged = await logLength(cluster);
  // Relative paths, because pg_ctl hands its own to a shell.
  const place = ["-D", "postgres", "-l", "postgresql.log"];
  const wait = ["-w", "-t", START_LIMIT_SECONDS];
  const started = await runProgram(
    cluster.programs.pg_ctl,
    ["start", ...wait, ...place, "-o", settings.join(" ")],
    cluster.user,
    cluster.dataFolder,
  );
  if (started.code === 0) {
    await writeFile(portFile, String(port));
    return true;
  }
  if ((await findPostmaster(cluster))?.alive) return false;
  const log = await readLog(cluster, logged);
  if (PASSING.test(log)) return false;
  throw databaseStartError(cluster.dataFolder, `${started.output}${log}`);
}

/**
 * Removes the file of a killed postmaster whose process id now belongs to another process, which PostgreSQL would take
 * for a running server. Read and removed without a pause, lest another process start a postmaster in between.
 */
function forgetPostmaster(cluster: Cluster, former: Postmaster): void {
  const file = join(cluster.folder, "postmaster.pid");
  if (Number.parseInt(readFileSync(file, "utf8"), 10) === former.processId) rmSync(file);
}

/** Ends all connections, writes everything to disk and stops the server; resolves when its process has ended. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const postmaster = await findPostmaster(cluster);
  const { programs, user, dataFolder, folder } = cluster;
  // Without pg_ctl's own waiting, which would mistake a server that another process starts right after for this one.
  await runProgram(programs.pg_ctl, ["stop", "-m", "fast", "-W", "-D", "postgres"], user, dataFolder);
  while (postmaster && (await runsIn(postmaster.processId, folder))) await delay(STOP_POLL_MILLISECONDS);
}

/** PostgreSQL's log after its first `from` bytes; empty if there is no log. */
export async function readLog(cluster: Cluster, from: number): Promise<string> {
  const log = await readFile(cluster.log).catch(() => Buffer.alloc(0));
  return log.subarray(from).toString("utf8");
}

/** Length of PostgreSQL's log, in bytes. */
export const logLength = async (cluster: Cluster): Promise<number> =>
  (await stat(cluster.log).catch(() => null))?.size ?? 0;

/** The preferred port if it is free, otherwise any free one. */
async function freePort(preferred: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
      });
    });
  return (await listen(preferred)) ?? (await listen(0)) ?? 0;
}
