import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readTables } from "../../ingest/documents/read-tables.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase("template0");
  folder = await mkdtemp(join(tmpdir(), "hub-marked-"));
  const rows = "연도,부서명,기준,목표율(%)\n2025,회계과,사회적기업,십\n";
  await writeFile(join(folder, "목표.csv"), rows);
  await writeFile(join(folder, "부서.csv"), "부서명\n회계과\n");
  await run("init", "--municipality", "99998", "--name", "시험시");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

/** Runs a command in the folder; gives how it ended and what it printed on each channel. */
function run(...words: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: database.url };
    const child = execFile(process.execPath, [hub, ...words], { cwd: folder, env }, (_, output, errors) =>
      resolve({ code: child.exitCode, output, errors }),
    );
  });
}

const check = (...words: string[]) => run("import", "--municipality", "99998", "--check", "--json", ...words);

test("a refused import writes the marked workbook; the last line stays what scripts read", async () => {
  const { code, output, errors } = await check("목표.csv", "부서.csv", "--marked", "점검.xlsx");
  expect(code).toBe(1);
  expect(errors).toContain("점검.xlsx");
  expect(JSON.parse(output.trim().split("\n").at(-1)!)).toMatchObject({ release: null, errors: 1 });
  const tables = await readTables({ name: "점검.xlsx", bytes: await readFile(join(folder, "점검.xlsx")) });
  expect(tables).toMatchObject([{ sheet: "목표" }]);
});

test.each([
  [2, ["목표.csv", "--marked", "점검.csv"], "ends in .xlsx"],
  [1, ["목표.csv", "--marked", "없는폴더/점검.xlsx"], "Check that its folder exists"],
  [1, ["원본.xlsx", "--marked", "../원본.xlsx"], "Use another name"],
])("exit code %i, and nothing is written: %j", async (expected, words, problem) => {
  await writeFile(join(folder, "원본.xlsx"), "original");
  const before = await readdir(folder);
  const here = words.map((word) => word.replace("../", `../${folder.split("/").at(-1)}/`));
  const { code, errors } = await check(...here);
  expect([code, errors.includes(problem)]).toEqual([expected, true]);
  expect(await readdir(folder)).toEqual(before);
  expect(await readFile(join(folder, "원본.xlsx"), "utf8")).toBe("original");
});
