import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { demonstrationFolder, demonstrationMilliseconds } from "./demonstration-folder.ts";
import { HubProcess, serve } from "./hub-process.ts";

let parent: string;
let dataFolder: string;
/** For what does not depend on whose PostgreSQL it is, as a command starts and stops the hub's own. */
let database: TestDatabase;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "hub-tokens-"));
  dataFolder = await demonstrationFolder(parent);
  database = await createTestDatabase();
}, demonstrationMilliseconds);
afterAll(async () => {
  await HubProcess.endAll();
  await database.drop();
  await rm(parent, { recursive: true, force: true });
});

const token = (...words: string[]) => new HubProcess(dataFolder, ["token", ...words]).ended;
const tokenOfDatabase = (...words: string[]) =>
  new HubProcess(dataFolder, ["token", ...words], { DATABASE_URL: database.url }).ended;
const textIn = (output: string) => /hub_[\w-]{43}/.exec(output)![0];

async function statusWith(url: string, text: string): Promise<number> {
  const response = await fetch(`${url}/graphql?query={municipality{code}}`, {
    headers: { authorization: `Bearer ${text}`, "apollo-require-preflight": "true" },
  });
  return response.status;
}

test("tokens are made and revoked while the hub serves and without it, and the hub heeds them at once", async () => {
  const before = textIn((await token("create", "--role", "reader", "--name", "before")).output);
  const { process, url } = await serve(dataFolder, { HUB_PUBLIC: "false" });
  expect(await statusWith(url, before)).toBe(200);
  const meanwhile = textIn(
    (await token("create", "--role", "analyst", "--name", "meanwhile", "--expires", "2999-01-31")).output,
  );
  expect(await statusWith(url, meanwhile)).toBe(200);
  expect((await token("revoke", "before")).code).toBe(0);
  expect(await statusWith(url, before)).toBe(401);
  await process.end("SIGTERM");

  const { output, code } = await token("list");
  expect(code).toBe(0);
  expect(output).toMatch(/before\treader\t.*revoked/);
  expect(output).toMatch(/meanwhile\tanalyst\t.*\t2999-01-31T14:59:59.999Z\t.*valid/);
  expect(output).not.toContain(before);
  expect(output).not.toContain(meanwhile);
}, 180_000);

test.each([
  ["admin", true],
  ["steward", false],
])(
  "whoever creates a token of the role %s learns whether it permits more than the one below: %s",
  async (role, isEqual) => {
    const { output } = await tokenOfDatabase("create", "--role", role, "--name", `for ${role}`);
    expect(output.includes("permits the same as steward")).toBe(isEqual);
  },
);

test.each([
  ["a role that is not", ["create", "--role", "mayor", "--name", "x"], 2],
  ["a day that is not", ["create", "--role", "reader", "--name", "x", "--expires", "2027-02-30"], 2],
  ["a day that has passed", ["create", "--role", "reader", "--name", "x", "--expires", "2020-01-31"], 2],
  ["no name", ["create", "--role", "reader"], 2],
  ["a name of digits", ["create", "--role", "reader", "--name", "12"], 2],
  ["a token that is not", ["revoke", "nobody"], 1],
])("%s is refused", async (_, words, code) => {
  const ended = await tokenOfDatabase(...words);
  expect(ended.code).toBe(code);
  expect(ended.output).not.toMatch(/hub_/);
});

test.each([
  ["HUB_SECRET", { HUB_PUBLIC: "true" }],
  ["HUB_PUBLIC", { HUB_SECRET: "a secret of this test" }],
])("the hub does not listen elsewhere without %s, and says what to set", async (name, settings) => {
  const { code, output } = await new HubProcess(
    dataFolder,
    ["serve", "--host", "0.0.0.0", "--port", "0"],
    settings,
  ).ended;
  expect(code).toBe(2);
  expect(output).toContain(name);
  expect(output).not.toContain("http://");
});
