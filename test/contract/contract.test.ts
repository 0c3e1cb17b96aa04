import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { startTestHub, type TestHub } from "../setup/hub.ts";
import { contractCases, deviations } from "./cases.ts";

const feeds = "test/contract/feeds";

let hub: TestHub;
let beforeCorrection: string;

/** Sets the stage of the contract: the real report, the feeds 01 to 10, and then their correction. */
beforeAll(async () => {
  hub = await startTestHub();
  const names = readdirSync(feeds).sort();
  await load(names.filter((name) => !name.startsWith("11")));
  beforeCorrection = (await hub.ask("{ releases(first: 1) { nodes { publishedAt } } }")).data.releases
    .nodes[0].publishedAt;
  await load(
    names.filter((name) => name.startsWith("11")),
    "집행액 정정",
  );
});
afterAll(() => hub.stop());

async function load(names: string[], reason?: string) {
  const files = names.map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
  const outcome = await importFiles(hub.database, { files, municipality: "99990", reason });
  expect(outcome.refused).toBe(false);
}

test.each(contractCases)("case %s holds as it stands", async (name) => {
  expect(await deviations(name, beforeCorrection, hub.ask)).toEqual([]);
});
