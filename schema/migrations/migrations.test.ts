import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const folder = "schema/migrations";
/** SHA-256 of each migration's text. Databases out there have run them: add lines for new ones, change none. */
const checksums: Record<string, string> = JSON.parse(readFileSync(`${folder}/checksums.json`, "utf8"));

test("no migration changes once it is on main: a change is a new migration", () => {
  const files = readdirSync(folder).filter((name) => /^\d{4}-.*\.ts$/.test(name));
  const present = files.map((name) => [
    name,
    createHash("sha256")
      .update(readFileSync(`${folder}/${name}`))
      .digest("hex"),
  ]);
  expect(present.length).toBeGreaterThan(5);
  expect(Object.fromEntries(present)).toEqual(checksums);
});
