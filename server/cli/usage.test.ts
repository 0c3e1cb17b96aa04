import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";

const hub = fileURLToPath(new URL("../../dist/server/cli/hub.js", import.meta.url));

/** How a command ends, and what it says on standard error. */
function run(words: string[]): Promise<{ code: number; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [hub, ...words], (_, __, errors) => {
      resolve({ code: child.exitCode ?? -1, errors });
    });
  });
}

test.each([
  ["없는 명령입니다: nope", "unknown command", ["nope"]],
  ["없는 옵션입니다: --nope", "unknown option", ["import", "--nope", "a.txt"]],
  ["빠진 값이 있습니다: file", "missing required argument", ["import"]],
  ["쓸 수 없는 값입니다: --quarter", "Write it like 2019-Q2", ["import", "a.txt", "--quarter", "2019-5"]],
  [
    "쓸 수 없는 값입니다: --format",
    "Allowed choices are text, hwpx",
    ["export", "report", "1-4-2", "2019-Q2", "--format", "pdf"],
  ],
])("%s: wrong usage is said in Korean and English", async (korean, english, words) => {
  const { code, errors } = await run(words);
  expect(code).toBe(2);
  expect(errors).toContain(korean);
  expect(errors).toContain(english);
});
