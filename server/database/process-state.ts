import { readFile, readlink, realpath } from "node:fs/promises";

/** Whether a process with this id exists, of any user; includes zombies. */
export function exists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process is running with a folder as its working directory. Process ids are reused, so one from a file may
 * belong to another process by now. If the system does not disclose the folder, a running process counts.
 */
export async function runsIn(processId: number, folder: string): Promise<boolean> {
  if (!exists(processId) || (await hasEnded(processId))) return false;
  const working = await readlink(`/proc/${processId}/cwd`).catch(() => null);
  return working === null || working === (await realpath(folder));
}

/** Whether a process is a zombie: it has ended, but its parent has not waited for it; permanent in a container without init. */
async function hasEnded(processId: number): Promise<boolean> {
  const state = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => "");
  return /\) [ZX]/.test(state);
}
