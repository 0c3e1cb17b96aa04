import { spawn } from "node:child_process";

/** The system user that programs run as: by its ids, or through a prefix command that keeps a capability. */
export interface ProgramUser {
  uid?: number;
  gid?: number;
  /** Prefix command with arguments; empty if not needed. */
  prefix: string[];
}

/** Result of a program: its exit code, null if a signal ended it, and its output. */
export interface ProgramResult {
  code: number | null;
  output: string;
}

/**
 * Runs a program to its end, in a session of its own: Ctrl+C for the hub reaches neither it nor its children.
 * Rejects if it cannot be started.
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
