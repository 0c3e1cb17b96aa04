import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { serve } from "./hub-process.ts";

/** How long a test file may take until it has it: others make theirs meanwhile. */
export const demonstrationMilliseconds = 180_000;

/** Arbitrary id of an advisory lock: one test file makes the folder that all copy. */
const lock = 4_128_901;

/**
 * Makes `data` in a test's folder: what the first start of `hub serve` leaves, a PostgreSQL of its own with the
 * demonstration. The start is done once per run, by the first test file that needs it.
 */
export async function demonstrationFolder(parent: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.HUB_TEST_POSTGRES });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${lock})`);
    const original = join(process.env.HUB_TEST_FOLDER!, "demonstration");
    if (!existsSync(original)) await makeDemonstration(original);
    const copy = join(parent, "data");
    // With the owner of each file: PostgreSQL starts with no files of others.
    execFileSync("cp", ["-a", original, copy]);
    return copy;
  } finally {
    await client.end();
  }
}

async function makeDemonstration(folder: string): Promise<void> {
  const unfinished = `${folder}-unfinished`;
  const { process } = await serve(unfinished);
  await process.end("SIGTERM");
  await rename(unfinished, folder);
}
