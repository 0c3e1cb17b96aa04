import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sampleBytes, sampleCity } from "../../seeds/sample/sample-city.ts";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hub-sample-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `hub sample`; gives how it ended and what it printed on both channels. */
function sample(...words: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((end) => {
    const child = execFile(process.execPath, [hub, "sample", ...words], (_, output, errors) =>
      end({ code: child.exitCode, output: output + errors }),
    );
  });
}

describe("hub sample", () => {
  test("writes all files of a city and prints the commands that import each of them", async () => {
    const out = join(folder, "a city");
    const { code, output } = await sample("--size", "4", "--seed", "9", "--purchases", "2500", "--out", out);
    expect(code).toBe(0);
    const { imports } = sampleCity({ size: 4, seed: 9, purchases: 2500 });
    const files = imports.flatMap((one) => one.files);
    expect((await readdir(out)).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const file of files)
      expect((await readFile(join(out, file.name))).equals(sampleBytes(file).bytes)).toBe(true);
    const commands = output.split("\n").filter((line) => line.startsWith("npx hub import "));
    expect(commands).toHaveLength(imports.length);
    for (const [index, command] of commands.entries()) {
      for (const { name } of imports[index]!.files) expect(command).toContain(`'${join(out, name)}'`);
      expect(command).toContain("--municipality 99999");
      expect(/--reason '(.+)'$/.exec(command)?.[1] ?? null).toBe(imports[index]!.reason);
    }
  });

  test.each([
    ["a size of nothing", ["--size", "0"]],
    ["the code of a real city", ["--municipality", "41280"]],
    ["the code of the contract's city", ["--municipality", "99990"]],
  ])("refuses %s as wrong usage", async (_, words) => {
    const out = join(folder, "refused");
    expect((await sample(...words, "--out", out)).code).toBe(2);
    expect(await readdir(folder)).not.toContain("refused");
  });

  // Node's recursive mkdir never ends below /proc.
  test.each(["file", "file/below", "/proc/none/below"])(
    "says in one line that it cannot write to %s",
    async (name) => {
      await writeFile(join(folder, "file"), "");
      const out = resolve(folder, name);
      const { code, output } = await sample("--out", out);
      expect(code).toBe(1);
      expect(output).toContain(`Cannot write to the folder ${out}`);
      expect(output).not.toContain("    at ");
    },
  );
});
