import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { feeds } from "../../schema/feeds.ts";

const folder = "ingest/publishing";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (name) =>
    name.endsWith(".ts") &&
    !name.endsWith(".test.ts") &&
    !/^(reports|identities|import-files|refusals)/.test(name),
);
/** Every release belongs to a municipality, so that publishing knows this one subject. */
const subjects = readdirSync("schema/subjects", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["municipality", "release"].includes(entry.name))
  .map(({ name }) => name);
const names = new Set([
  ...subjects,
  ...feeds.filter(({ ofHub }) => !ofHub).flatMap(({ name, table }) => [name, table]),
]);

/** Imports are the matter of .dependency-cruiser.cjs. */
const statements = (code: string) =>
  code
    .replace(/^import [\s\S]*?;$/gm, "")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*/g, "");

describe("publishing", () => {
  test("has files to look at, and subjects to look for", () => {
    expect(files.length).toBeGreaterThan(10);
    expect(names.size).toBeGreaterThan(12);
  });

  test.each(files)("%s names no subject, and no feed or table of one", (name) => {
    const code = statements(readFileSync(join(folder, name), "utf8"));
    const found = [...names].filter((word) => new RegExp(`\\b${word}(_id)?\\b`, "i").test(code));
    expect(found).toEqual([]);
  });
});
