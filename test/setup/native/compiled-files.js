import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { version } = createRequire(import.meta.url)("@swc/core/package.json");
const settings = readFileSync(new URL("../../../.swcrc", import.meta.url), "utf8");

/** Where the compiled code of a file and its source map are kept: by what they are made of. */
export function compiledFiles(folder, path, text) {
  const hash = createHash("sha256");
  for (const part of [version, settings, path, text]) hash.update(`${part}\0`);
  const name = join(folder, hash.digest("hex"));
  return { code: `${name}.js`, map: `${name}.map` };
}
