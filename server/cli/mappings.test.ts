import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase("template0");
  folder = await mkdtemp(join(tmpdir(), "hub-mappings-"));
  await writeFile(join(folder, "부서.csv"), "부서명\n회계과\n");
  for (const [name, rate] of [
    ["본청", "10"],
    ["사업소", "12"],
  ] as const) {
    await mkdir(join(folder, name));
    const table = `구매 목표\n년도,부서,목표 기준,목표(%)\n2025,회계과,${name === "본청" ? "사회적기업" : "사회적경제"},${rate}\n`;
    await writeFile(join(folder, name, "목표.csv"), table);
  }
  await run("init", "--municipality", "99997", "--name", "시험시");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

/** Runs a command in the folder; gives how it ended and what it printed on each channel. */
function run(...words: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: database.url, HUB_MUNICIPALITY: "99997" };
    const child = execFile(process.execPath, [hub, ...words], { cwd: folder, env }, (_, output, errors) =>
      resolve({ code: child.exitCode, output, errors }),
    );
  });
}

test("a mapping is proposed, given once for several files, remembered and forgotten", async () => {
  const proposed = await run("map", "본청/목표.csv");
  expect([proposed.code, proposed.errors]).toEqual([0, expect.stringContaining("columns.부서명 = 부서")]);
  await writeFile(join(folder, "목표.mapping.json"), proposed.output);
  const files = ["부서.csv", "본청/목표.csv", "사업소/목표.csv"];
  const first = await run("import", ...files, "--mapping", "목표.mapping.json");
  expect([first.code, first.errors]).toEqual([0, ""]);
  expect((await run("mappings")).output).toContain("목표.mapping.json\t1\tpurchase-target");
  expect((await run("mappings", "forget", "목표.mapping.json")).code).toBe(0);
  // Files of one name are told apart by their folders, and marked each.
  const refused = await run("import", ...files.slice(1), "--marked", "점검.xlsx");
  expect(refused.code).toBe(1);
  for (const name of files.slice(1)) expect(refused.errors).toMatch(new RegExp(`_UNKNOWN ${name}`));
  expect(refused.errors).toContain("점검.xlsx");
}, 180_000);
