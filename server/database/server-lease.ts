import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { HubError } from "../../schema/core/hub-error.ts";
import { particle } from "../../schema/core/particle.ts";
import { type Cluster, SUPERUSER } from "./cluster.ts";
import { databaseStartError } from "./database-error.ts";
import { findPostmaster, logLength, readLog, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { exists } from "./process-state.ts";

/** Purpose of a process: `serve` (at most one per data folder), or a single command. */
export type Purpose = "serve" | "command";

/**
 * A process's lease of a running server: one connection to the database `postgres` that holds a shared lock for as long
 * as the process needs the server. A leaving process stops the server if it then gets the exclusive lock.
 */
export interface ServerLease {
  port: number;
  client: pg.Client;
}

/** The hub's database within a cluster. */
export const DATABASE = "hub";
/** Ids of advisory locks in the database `postgres`, which is used for nothing else. */
const NEEDED = 1;
const SERVING = 2;
/** The locks of a killed process disappear as soon as the server notices; those of a running one stay. */
const SERVING_PATIENCE_MILLISECONDS = 1_000;
const START_ATTEMPTS = 3;
const JOIN_LIMIT_MILLISECONDS = 60_000;
const CONNECT_LIMIT_MILLISECONDS = 10_000;
const CLEARING_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 50;
/** Temporary errors: server starting, stopping or stopped; connection refused or cut. */
const PASSING = new Set(["57P03", "57P01", "57P02", "08006", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);

/** Acquires a lease of the server of a cluster, starting it first if none is running. Throws DATA_FOLDER_IN_USE, DATABASE_START_FAILED. */
export async function acquireLease(cluster: Cluster, purpose: Purpose): Promise<ServerLease> {
  const start = Date.now();
  const logged = await logLength(cluster);
  let failure: unknown = null;
  let failedStarts = 0;
  while (Date.now() < start + JOIN_LIMIT_MILLISECONDS) {
    try {
      const postmaster = await findPostmaster(cluster);
      if (postmaster?.alive && postmaster.ready) return await register(cluster, postmaster.port, purpose);
      // The process id of a killed server is free once the system has removed the process, if it does.
      const leaving =
        postmaster && exists(postmaster.processId) && Date.now() < start + CLEARING_MILLISECONDS;
      if (!postmaster?.alive && !leaving && (await startPostmaster(cluster))) continue;
    } catch (error) {
      // If another process stopped or killed the server during its start, the start did not fail by itself.
      if (isFailedStart(error)) failedStarts += 1;
      if (!isPassing(error) && (!isFailedStart(error) || failedStarts === START_ATTEMPTS)) throw error;
      failure = error;
    }
    await delay(RETRY_MILLISECONDS);
  }
  throw databaseStartError(cluster.dataFolder, `${failure ?? ""}\n${await readLog(cluster, logged)}`);
}

/** Releases a lease, and stops the server if no other process needs it. Resolves when it has stopped or is left to others. */
export async function releaseLease(cluster: Cluster, { client }: ServerLease): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [NEEDED]);
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS last", [NEEDED]);
    if (rows[0].last) await stopPostmaster(cluster);
  } catch (error) {
    if (!isPassing(error)) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function register(cluster: Cluster, port: number, purpose: Purpose): Promise<ServerLease> {
  const client = new pg.Client({
    ...{ host: "127.0.0.1", port, user: SUPERUSER, password: cluster.password, database: "postgres" },
    application_name: `hub ${purpose} ${process.pid}`,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_LIMIT_MILLISECONDS,
  });
  client.on("error", () => undefined); // A cut connection also emits "end", which is what is listened to.
  await client.connect();
  const lease = { port, client };
  try {
    // Waits while the previous last process stops the server, and is then disconnected.
    await client.query("SELECT pg_advisory_lock_shared($1)", [NEEDED]);
    if (purpose === "serve") await claimServing(cluster, client);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`).catch(ignoreExisting);
    return lease;
  } catch (error) {
    await releaseLease(cluster, lease);
    throw error;
  }
}

async function claimServing(cluster: Cluster, client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = ${SERVING_PATIENCE_MILLISECONDS}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SERVING]);
  } catch (error) {
    if (codeOf(error) !== "55P03") throw error;
    const holder = `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND objid = $1 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = 'postgres')`;
    const { rows } = await client.query(holder, [SERVING]);
    throw inUse(cluster.dataFolder, /\d+$/.exec(rows[0]?.name ?? "")?.[0]);
  }
  await client.query("RESET lock_timeout");
}

function inUse(dataFolder: string, processId: string | undefined): HubError {
  const known = processId === undefined ? "" : ` (PID ${processId})`;
  return new HubError(
    "DATA_FOLDER_IN_USE",
    {
      ko: `다른 허브${known}가 데이터 폴더 ${particle(dataFolder, "으로")} 이미 서비스하고 있습니다.`,
      en: `Another hub${known} is already serving from the data folder ${dataFolder}.`,
    },
    {
      ko: "그 허브를 멈추거나 HUB_DATA에 다른 폴더를 지정하세요.",
      en: "Stop it, or set HUB_DATA to another folder.",
    },
  );
}

/** Two processes created the database at once: for one of them it exists (42P04) or its row does (23505). */
function ignoreExisting(error: Error): void {
  if (!["42P04", "23505"].includes(codeOf(error))) throw error;
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? "";

const isFailedStart = (error: unknown): boolean => codeOf(error) === "DATABASE_START_FAILED";

const isPassing = (error: unknown): boolean =>
  PASSING.has(codeOf(error)) ||
  /Connection terminated|not queryable|timeout expired/.test((error as Error).message);
