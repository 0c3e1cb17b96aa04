import { readFile } from "node:fs/promises";

/**
 * Memory of some processes that none of them shares, in MB: what PostgreSQL's backends hold besides its buffers.
 * Null where the system has no /proc that tells, or keeps it from this user.
 */
export async function privateMemory(processIds: readonly number[]): Promise<number | null> {
  let kilobytes = 0;
  for (const processId of processIds) {
    const rollup = await readFile(`/proc/${processId}/smaps_rollup`, "utf8").catch(() => null);
    if (rollup === null) return null;
    for (const [, size] of rollup.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)) kilobytes += Number(size);
  }
  return kilobytes / 1024;
}
