import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Builds dist/, which tests run as commands: otherwise they would test what was there before an edit. */
export default function build() {
  const { status } = spawnSync("npm", ["run", "build"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The tests need dist/, and npm run build failed: see above.");
}
