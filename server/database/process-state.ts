import { readFile, readlink, realpath } from "node:fs/promises";

/** Whether a process of this number exists, of whatever user; also one that has ended and that nobody has asked for. */
export function exists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process runs and works in a folder. Numbers are given out again, so one from a file may be another's by now.
 * Where the system does not tell the folder, a running process is taken for the one meant.
 */
export async function runsIn(processId: number, folder: string): Promise<boolean> {
  if (!exists(processId) || (await hasEnded(processId))) return false;
  const working = await readlink(`/proc/${processId}/cwd`).catch(() => null);
  return working === null || working === (await realpath(folder));
}

/** Whether a process has ended and stands in the list until its parent asks: for ever, in a container without an init. */
async function hasEnded(processId: number): Promise<boolean> {
  const state = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => "");
  return /\) [ZX]/.test(state);
}
