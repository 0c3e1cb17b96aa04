import { spawn } from "node:child_process";

/** The system user that programs run as: plainly by its ids, or through a command put in front that keeps a right. */
export interface ProgramUser {
  uid?: number;
  gid?: number;
  /** Command and arguments put before the program; empty where none is needed. */
  prefix: string[];
}

/** How a program ended: its exit code, null where a signal ended it, and all that it printed. */
export interface ProgramResult {
  code: number | null;
  output: string;
}

/**
 * Runs a program to its end, in a session of its own: a Ctrl+C meant for the hub reaches neither it nor what it starts.
 * Rejects where it cannot be started at all.
 */
export function runProgram(
  program: string,
  programArguments: string[],
  user: ProgramUser,
  folder: string,
): Promise<ProgramResult> {
  const [command, ...rest] = [...user.prefix, program, ...programArguments] as [string, ...string[]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: folder,
      detached: true,
      uid: user.uid,
      gid: user.gid,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (text: Buffer) => {
      output += text;
    });
    child.stderr.on("data", (text: Buffer) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
