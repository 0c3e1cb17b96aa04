import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { findPostgres, type HubProcess } from "./hub-process.ts";

/** Connects to the database of the hub that serves from a data folder, past the hub. */
export async function connect(dataFolder: string): Promise<pg.Client> {
  const password = await readFile(join(dataFolder, "postgres", "hub-password"), "utf8");
  const { port } = (await findPostgres(dataFolder))!;
  const client = new pg.Client({ host: "127.0.0.1", port, user: "hub", password, database: "hub" });
  await client.connect();
  return client;
}

/** Resolves when a process waits for a table that is locked; rejects where it ends before. */
export async function waitForBlocked(client: pg.Client, table: string, halfway: HubProcess): Promise<void> {
  let ended = false;
  halfway.ended.then(() => {
    ended = true;
  });
  const blocked = "SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass";
  while ((await client.query(blocked, [table])).rowCount === 0) {
    if (ended) throw new Error(`It was never held back: ${(await halfway.ended).output}`);
    await delay(20);
  }
}
