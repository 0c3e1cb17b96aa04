import { createRequire } from "node:module";

/** The version in package.json, from where this file is built to. */
export const { version: hubVersion } = createRequire(import.meta.url)("../../package.json") as {
  version: string;
};
