import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { HubProcess } from "./hub-process.ts";

const folder = mkdtempSync(join(tmpdir(), "hub-full-"));
const mounted = (options: string): boolean => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const isMounted = process.platform === "linux" && mounted("size=500m,mode=755");
const files = mkdtempSync(join(tmpdir(), "hub-full-files-"));

afterAll(async () => {
  await HubProcess.endAll();
  if (isMounted) execFileSync("umount", ["-l", folder]);
  for (const one of [folder, files]) rmSync(one, { recursive: true, force: true });
});

/** Leaves so many MB beside what is there. */
function leaveFree(megabytes: number): void {
  const { bsize, blocks, bfree } = statfsSync(folder);
  const size = Math.ceil(((blocks - bfree) * bsize) / 1e6) + megabytes;
  execFileSync("mount", ["-o", `remount,size=${size}m`, folder]);
}

const run = (...words: string[]) => new HubProcess(join(folder, "data"), words).ended;
const city = ["--municipality", "88000"];

(isMounted ? describe : describe.skip)(
  "a disk that is full (skipped where no small disk can be mounted)",
  () => {
    test("ends an import in words and with its last line; nothing of it is left, and it can be done again", async () => {
      const count = 60_000;
      await run("init", ...city, "--name", "한시");
      const departments = join(files, "부서.csv");
      await writeFile(departments, "부서명\n회계과\n");
      expect((await run("import", departments, ...city)).code).toBe(0);
      const purchases = join(files, "구매.csv");
      const lines = Array.from(
        { length: count },
        (_, index) => `K-${1_000_000 + index},2025-03-01,회계과,124-81-00998,물품,1000,아니오`,
      );
      const heading = "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부";
      await writeFile(purchases, `${[heading, ...lines].join("\n")}\n`);
      leaveFree(10);
      const { code, output } = await run("import", purchases, ...city, "--json");
      expect(code).toBe(1);
      expect(output).not.toMatch(/\n\s+at /);
      const json = output.split("\n").filter((line) => line.startsWith("{"));
      expect(JSON.parse(json.at(-2)!)).toMatchObject({ code: expect.stringMatching(/^DATABASE_/) });
      expect(JSON.parse(json.at(-1)!)).toMatchObject({ release: null, facts: 0, errors: 1 });
      leaveFree(200);
      const again = await run("import", purchases, ...city, "--json");
      expect(JSON.parse(again.output.trim().split("\n").at(-1)!)).toMatchObject({ release: 2, facts: count });
    }, 180_000);
  },
);
