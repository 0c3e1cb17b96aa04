import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// One archive to install the hub on a closed network: the built hub with the packages that it uses, PostgreSQL included.

const root = fileURLToPath(new URL("../", import.meta.url));
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const name = `hub-${version}-${process.platform}-${process.arch}`;
const parts = ["dist", "seeds/documents", "deploy", "docs", "README.md", "package.json", "package-lock.json"];

const folder = await mkdtemp(join(tmpdir(), "hub-bundle-"));
try {
  const target = join(folder, name);
  for (const part of parts) await cp(join(root, part), join(target, part), { recursive: true });
  // Links within packages stay; node_modules itself may be one.
  await cp(await realpath(join(root, "node_modules")), join(target, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const run = (command, ...words) =>
    execFileSync(command, words, { cwd: target, stdio: ["ignore", "inherit", "inherit"] });
  run("npm", "prune", "--omit=dev", "--ignore-scripts", "--offline", "--no-audit", "--no-fund");
  const archive = join(root, `${name}.tar.gz`);
  execFileSync("tar", ["-czf", archive, "-C", folder, name], { stdio: "inherit" });
  const hash = createHash("sha256")
    .update(await readFile(archive))
    .digest("hex");
  console.log(`${hash}  ${archive}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
