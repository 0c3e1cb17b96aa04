import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { startTestHub, type TestHub } from "../setup/hub.ts";
import { contractTableCases, deviationsOfTables } from "./cases.ts";

const folder = "test/contract/tables";
/** The tables of the city 99993 in their order, each with the mapping that reads it and further options. */
const order: [name: string, mapping: string | null, options: string[]][] = JSON.parse(
  readFileSync(`${folder}/order.json`, "utf8"),
);
const fileOf = (name: string) => ({ name, bytes: readFileSync(`${folder}/${name}`) });

let hub: TestHub;
let beforeCorrection: string;
const codes: Record<string, string[]> = {};

beforeAll(async () => {
  hub = await startTestHub();
  for (const [name, mapping, options] of order) {
    if (options.length > 0)
      beforeCorrection = (
        await hub.ask(`{ releases(municipality: "99993", first: 1) { nodes { publishedAt } } }`)
      ).data.releases.nodes[0].publishedAt;
    const outcome = await importFiles(hub.database, {
      files: [fileOf(name)],
      municipality: "99993",
      mapping: mapping === null ? undefined : fileOf(mapping),
      reason: options[0] === "--reason" ? options[1] : undefined,
    });
    expect(outcome).toMatchObject({ refused: false, release: expect.any(Number) });
    codes[mapping ?? name] = outcome.findings.map(({ code }) => code);
  }
}, 120_000);
afterAll(() => hub.stop());

describe("the city in departments' own tables", () => {
  test.each(contractTableCases)("answers case %s as it stands", async (name) => {
    expect(await deviationsOfTables(name, beforeCorrection, hub.ask)).toEqual([]);
  });
});
