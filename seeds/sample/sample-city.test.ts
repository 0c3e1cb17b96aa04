import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readFile } from "../../ingest/forms/read-file.ts";
import { dash } from "../../schema/feeds/sample-rows.ts";
import { planCity } from "./plan.ts";
import { purchaseRows } from "./purchases.ts";
import { type SampleCity, sampleBytes, sampleCity } from "./sample-city.ts";

const options = fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 25 }) });

const filesOf = (city: SampleCity) => city.imports.flatMap(({ files }) => files);
const textsOf = (city: SampleCity) =>
  filesOf(city).map((file) => `${file.name}\n${Buffer.from(sampleBytes(file).bytes).toString()}`);

test("the same options give the same bytes, another seed gives others", () => {
  fc.assert(
    fc.property(options, (made) => {
      const texts = textsOf(sampleCity(made));
      expect(textsOf(sampleCity(made))).toEqual(texts);
      expect(textsOf(sampleCity({ ...made, seed: made.seed + 1 }))).not.toEqual(texts);
    }),
    { numRuns: 10 },
  );
});

test("every file is read on its feed's form, without an error, as the rows that were written", async () => {
  await fc.assert(
    fc.asyncProperty(options, async (made) => {
      for (const file of filesOf(sampleCity(made))) {
        const { feeds, findings } = await readFile(sampleBytes(file), {});
        expect(findings).toEqual([]);
        const opened = feeds[0]!;
        expect(opened.feed).toBe(file.feed);
        const read = [...opened.rows()].flat().map(({ values }) => values);
        const fields = file.feed.columns.map(({ field }) => field);
        const expectedRows = [...file.rows()].map((row) =>
          fields.map((field) => (row[field] === dash ? null : row[field])),
        );
        expect(read).toEqual(expectedRows);
        expect(opened.findings.filter(({ code }) => code !== "RATIO_ABOVE_ONE")).toEqual([]);
      }
    }),
    { numRuns: 20 },
  );
});

test("everything grows with the number of pledges", () => {
  const counts = [3, 30, 300].map((size) => {
    const [first] = sampleCity({ seed: 1, size }).imports;
    return first!.files.map(({ feed, rows }) => [feed.name, [...rows()].length] as const);
  });
  for (const [index, [feed]] of counts[0]!.entries()) {
    if (feed === "municipality") continue;
    const [small, middle, large] = counts.map((count) => count[index]![1]);
    expect([feed, small! < middle!, middle! < large!]).toEqual([feed, true, true]);
  }
});

describe("purchases", () => {
  test("are as many as asked for", () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), (purchases) => {
        expect([...purchaseRows(planCity({ seed: 1, size: 5, purchases }))]).toHaveLength(purchases);
      }),
    );
  });

  test("come one by one: the first of ten thousand millions are there at once", () => {
    const rows = purchaseRows(planCity({ seed: 1, size: 5, purchases: 10_000_000_000 }));
    expect(rows.next().value?.number).toMatch(/^B\d{4}-0000000$/);
  });
});
