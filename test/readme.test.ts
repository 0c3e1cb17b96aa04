import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "./setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("the first question of the README has the answer that the README prints", async () => {
  const readme = readFileSync("README.md", "utf8");
  const block = (language: string) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme)![1]!;
  const { data } = await hub.ask(block("graphql"));
  expect({ data }).toEqual(JSON.parse(block("json")));
});
