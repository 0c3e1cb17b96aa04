const { readFileSync } = require("node:fs");
const { register } = require("node:module");
const { join } = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");

let isRegistered = false;
let files = 0;
const maps = new Map();

/**
 * Runs test files in the process itself, by Node's own modules, where Jest's runtime gives each file a VM with modules
 * of its own. What a file imports is thus loaded and optimised once per worker, not once per file, which is half of
 * the time of all tests. So a test must not declare anything that others would see, such as an entity.
 * It has what jest-runner and jest-circus call; `jest.mock` and coverage are not there.
 */
module.exports = class NativeRuntime {
  constructor(config, environment) {
    this.environment = environment;
    this.cacheFolder = join(config.cacheDirectory, "native");
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const { compiledFiles } = await import("./compiled-files.js");
    this.compiledFiles = compiledFiles;
    if (!isRegistered) {
      register("./load-typescript.js", pathToFileURL(__filename), {
        data: { cacheFolder: this.cacheFolder },
      });
    }
    isRegistered = true;
    files += 1;
    const { setGlobals } = await import("./globals.js");
    setGlobals(this.globals);
    // Tests and setup files register with Jest as they load, so they are loaded for each run.
    await import(`${pathToFileURL(path).href}?${files}`);
  }

  /** Loads jest-circus anew, so that it knows nothing of the file before. */
  requireInternalModule(path) {
    globalThis[Symbol.for("EVENT_HANDLERS")] = undefined;
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    const { moduleMocker, fakeTimersModern } = this.environment;
    const jest = {
      spyOn: moduleMocker.spyOn.bind(moduleMocker),
      restoreAllMocks: moduleMocker.restoreAllMocks.bind(moduleMocker),
      useFakeTimers: fakeTimersModern.useFakeTimers.bind(fakeTimersModern),
      useRealTimers: fakeTimersModern.useRealTimers.bind(fakeTimersModern),
    };
    this.globals = { ...globals, jest };
  }

  /** For the lines in stack traces: the map of a compiled file, by its address. */
  getSourceMaps() {
    const mapOf = (source) => {
      if (!/^file:.*\.ts(\?|$)/.test(source)) return undefined;
      const path = fileURLToPath(source);
      return this.compiledFiles(this.cacheFolder, path, readFileSync(path, "utf8")).map;
    };
    const get = (source) => {
      if (!maps.has(source)) maps.set(source, mapOf(source));
      return maps.get(source);
    };
    return Object.assign(new Map(), { get });
  }

  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
  getAllCoverageInfoCopy() {
    return undefined;
  }
};
