import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Brings dist/ up to date, which tests run as commands: otherwise they would test what was there before an edit. */
export default function compile() {
  const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
  run(join(typescript, "../bin/tsc"), "--project", "tsconfig.build.json");
  if (!existsSync(join(root, "dist/dashboards/web/assets/hub.css"))) run("dashboards/web/build-assets.js");
}

function run(script, ...options) {
  const { status } = spawnSync(process.execPath, [script, ...options], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`The tests need dist/, and ${script} failed: see above.`);
}
