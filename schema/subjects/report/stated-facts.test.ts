import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";
import { parseQuarter } from "../../core/scalars/quarter.ts";

const name = "goyang-1-4-2-2019-Q2.txt";
const original = readFileSync(`test/contract/documents/${name}`, "utf8");
const stated = JSON.parse(readFileSync("test/contract/office/stated.json", "utf8"));

let hub: TestHub;
beforeAll(async () => {
  // The tests take figures out of the tables, which no release does.
  hub = await startTestHub({ cacheBytes: 0 });
});
afterAll(() => hub.stop());

const load = (text: string, reason?: string) =>
  importFiles(hub.database, {
    files: [{ name, bytes: Buffer.from(text) }],
    municipality: "41280",
    quarter: parseQuarter("2019-Q2"),
    reason,
  });

const question = `query ($asOf: DateTime) { report(pledge: "1-4-2", quarter: "2019-Q2", asOf: $asOf) {
  document { sha256 }
  figures { value unit label planned section statement { text } citation { line quote } }
  dates { start end precision planned section statement { text } citation { line quote document { sha256 } } }
} }`;

interface Stated {
  value?: number;
  statement: { text: string };
  citation: { line: number; quote: string };
}
async function ask(asOf?: string): Promise<{ document: object; figures: Stated[]; dates: Stated[] }> {
  const { data, errors } = await hub.ask(question, { asOf });
  expect(errors).toBeUndefined();
  return data.report;
}

describe("the real report", () => {
  test.each([
    ["figures", stated.figures],
    ["dates", stated.dates],
  ] as const)(
    "has its %s by the words of their statement, each cited where it is printed",
    async (list, expected) => {
      const found = (await ask())[list];
      for (const { statement, ...facts } of expected)
        expect(found.filter((one) => one.statement.text === statement)).toContainEqual(
          expect.objectContaining(facts),
        );
      const lines = original.split("\n");
      for (const { citation } of found) expect(lines[citation.line - 1]).toContain(citation.quote);
    },
  );
});

test("a correction of a statement replaces its figures and dates, and asOf still has those of before", async () => {
  const before = await ask();
  const { data } = await hub.ask("{ releases(first: 1) { nodes { publishedAt } } }");
  const corrected = original
    .replace("수강인원 : 78명", "수강인원 : 79명")
    .replace("교육 실시(4월)", "교육 실시(5월)");
  await load(corrected, "인원 정정");
  const after = await ask();
  const values = ({ figures }: typeof after) => figures.map(({ value }) => value);
  expect(values(after)).toEqual(values(before).map((value) => (value === 78 ? 79 : value)));
  expect(after.dates).toContainEqual(expect.objectContaining({ start: "2019-05-01", end: "2019-05-31" }));
  expect(await ask(data.releases.nodes[0].publishedAt)).toEqual(before);
  await load(original, "되돌림");
  expect(values(await ask())).toEqual(values(before));
});

describe("a report that was imported before its figures were read", () => {
  const clear = async () => {
    for (const table of ["stated_figure", "stated_date"]) await hub.database.query(`DELETE FROM ${table}`);
  };

  test("has none, and gets them when the same file is imported again, without a reason", async () => {
    const before = await ask();
    await clear();
    expect(await ask()).toMatchObject({ figures: [], dates: [] });
    const { release, refused, findings } = await load(original);
    expect([refused, findings.filter(({ code }) => code === "CORRECTION_WITHOUT_REASON")]).toEqual([
      false,
      [],
    ]);
    expect(release).not.toBeNull();
    expect(await ask()).toEqual(before);
    const { data } = await hub.ask("{ changes(first: 1000) { nodes { release { number } } } }");
    const ofRelease = data.changes.nodes.filter(
      (one: { release: { number: number } }) => one.release.number === release,
    );
    expect(ofRelease).toEqual([]);
  });

  test("once more changes nothing", async () => {
    expect(await load(original)).toMatchObject({ release: null, facts: 0, refused: false });
  });
});
