import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "@swc/core";
import { compiledFiles } from "./compiled-files.js";

/** Where compiled files are kept from run to run. */
let cacheFolder = "";

/** Node calls it with what `register` was given. */
export function initialize(data) {
  cacheFolder = data.cacheFolder;
  mkdirSync(cacheFolder, { recursive: true });
}

/** Tests import what Jest's own loader would make up; see globals.js. */
export const resolve = (specifier, context, next) =>
  specifier === "@jest/globals"
    ? { url: new URL("./globals.js", import.meta.url).href, shortCircuit: true }
    : next(specifier, context);

/** Compiles a file of TypeScript unless it has been compiled as it is now. */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !/\.ts(\?|$)/.test(url)) return next(url, context);
  const path = fileURLToPath(url);
  const text = readFileSync(path, "utf8");
  const { code, map } = compiledFiles(cacheFolder, path, text);
  if (!existsSync(code)) {
    const compiled = await transform(text, { filename: path, sourceMaps: true });
    const named = { ...JSON.parse(compiled.map), sources: [pathToFileURL(path).href] };
    write(map, JSON.stringify(named));
    write(code, compiled.code);
  }
  return { format: "module", source: readFileSync(code, "utf8"), shortCircuit: true };
}

/** Another process may write the same file, and neither may read half of it. */
function write(path, text) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}
