import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import { type City, cities } from "../../../test/city/city.ts";
import { sum } from "../../../test/city/slow-sums.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

interface Fact {
  counts: { measure: string; part: string; amount: number }[];
  cells: { field: string; amount: number | null; line: number }[];
}

/** Summaries with their arguments, and the measures whose facts have to add up, by kind. */
const summaries = [
  {
    query: "fundingSummary",
    questions: [
      "groupBy: [DEPARTMENT, SOURCE]",
      "groupBy: [QUARTER, PLEDGE]",
      "groupBy: [YEAR]",
      "groupBy: [QUARTER, YEAR], compareTo: PREVIOUS_YEAR",
    ],
    values: ["published", "planned", "secured", "budgeted", "executed", "previousExecuted"],
    ratios: ["share", "execution", "securing", "previousExecution"],
    coverages: ["coverage"],
  },
  {
    query: "purchaseSummary",
    questions: [
      "basis: SOCIAL_ECONOMY, groupBy: [DEPARTMENT, ENTERPRISE_KIND]",
      "basis: SOCIAL_ENTERPRISE, groupBy: [YEAR, DEPARTMENT], compareTo: PREVIOUS_YEAR",
      "basis: SOCIAL_ECONOMY, groupBy: [QUARTER], compareTo: PREVIOUS_QUARTER",
    ],
    values: ["total", "qualifying"],
    ratios: ["rate", "previous"],
    coverages: [],
  },
  {
    query: "outletSalesSummary",
    questions: [
      "groupBy: [KIND, MONTH]",
      "groupBy: [YEAR, OUTLET], compareTo: PREVIOUS_YEAR",
      "groupBy: [QUARTER], compareTo: PREVIOUS_QUARTER, likeForLike: true",
    ],
    values: ["sales", "previousSales"],
    ratios: ["growth"],
    coverages: ["coverage"],
  },
  {
    query: "enrollmentSummary",
    questions: ["groupBy: [COURSE, YEAR]", "groupBy: [KIND]"],
    values: ["enrolled", "target", "completed"],
    ratios: ["attainment", "completion"],
    coverages: ["coverage"],
  },
  {
    query: "pledgeSummary",
    questions: ["groupBy: [DEPARTMENT, STATE]", "groupBy: [QUARTER]"],
    values: ["pledges"],
    ratios: ["completed"],
    coverages: ["coverage"],
  },
];

const anyCity: fc.Arbitrary<City> = cities.map((city) => ({
  ...city,
  pledges: city.pledges.map((row) => ({ ...row, title: row.title ?? "길" })),
  funding: city.funding.filter((line) =>
    city.pledges.some(({ code, quarter }) => code === line.pledge && quarter <= line.quarter),
  ),
}));

const factsOf = (measure: string) =>
  `facts_${measure}: facts(of: ${measure}, first: 1000) { nodes { counts { measure part amount } cells { field amount line } } }`;

describe("the facts behind a row", () => {
  test("add up to its figures, on each side of a rate", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCity, fc.boolean(), async (city, totals) => {
        await hub.publish([city]);
        for (const { query, questions, values, ratios, coverages } of summaries)
          for (const one of questions) {
            const { rows } = (
              await hub.ask(`{ ${query}(${one}, totals: ${totals}) { rows {
                ${values.join(" ")} ${ratios.map((ratio) => `${ratio} { numerator denominator }`).join(" ")}
                ${coverages.map((coverage) => `${coverage} { reporting expected }`).join(" ")}
                ${[...values, ...ratios, ...coverages].map(factsOf).join(" ")}
              } } }`)
            )[query];
            for (const row of rows) {
              const part = (measure: string, name: string) =>
                sum(
                  (row[`facts_${measure}`].nodes as Fact[]).flatMap(({ counts }) =>
                    counts
                      .filter((count) => count.measure === measure && count.part === name)
                      .map(({ amount }) => amount),
                  ),
                );
              for (const value of values) {
                // A figure that is 0 because nothing counts has no fact.
                const added = part(value, "VALUE") ?? (row[value] === 0 ? 0 : null);
                expect([query, one, value, added]).toEqual([query, one, value, row[value]]);
                compared += added === null ? 0 : 1;
              }
              for (const ratio of ratios) {
                if (row[ratio]?.numerator == null) continue;
                const parts = [part(ratio, "NUMERATOR") ?? 0, part(ratio, "DENOMINATOR") ?? 0];
                expect([query, one, ratio, ...parts]).toEqual([
                  ...[query, one, ratio],
                  ...[row[ratio].numerator, row[ratio].denominator],
                ]);
              }
              for (const coverage of coverages)
                expect([part(coverage, "REPORTING") ?? 0, part(coverage, "EXPECTED") ?? 0]).toEqual([
                  row[coverage].reporting,
                  row[coverage].expected,
                ]);
            }
          }
      }),
      { numRuns: 12 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test("stand in cells with those amounts, and without a measure are those of the row itself", async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, async (city) => {
        await hub.publish([city]);
        const { funding, purchases, sales } = await hub.ask(`{
          funding: fundingSummary(groupBy: [PLEDGE]) { rows { executed ${factsOf("executed")}
            facts(first: 1000) { totalCount nodes { pledge { code } } } pledge { code } coverage { expected } } }
          purchases: purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [ENTERPRISE_KIND]) { rows { enterpriseKind
            facts(first: 1000) { nodes { enterpriseKind } } ${factsOf("qualifying")} } }
          sales: outletSalesSummary(groupBy: [OUTLET]) { rows { ${factsOf("sales")} } }
        }`);
        for (const { pledge, facts, coverage, facts_executed } of funding.rows) {
          expect(facts.totalCount).toBe(coverage.expected);
          for (const node of facts.nodes) expect(node.pledge).toEqual(pledge);
          for (const { counts, cells } of facts_executed.nodes as Fact[])
            expect(cells.filter(({ field }) => field === "executed").map(({ amount }) => amount)).toEqual([
              counts.find(({ part }) => part === "VALUE")!.amount,
            ]);
        }
        for (const { enterpriseKind, facts } of purchases.rows)
          for (const node of facts.nodes) expect(node.enterpriseKind).toBe(enterpriseKind);
        for (const [rows, measure] of [
          [purchases.rows, "qualifying"],
          [sales.rows, "sales"],
        ])
          for (const row of rows)
            for (const { counts, cells } of row[`facts_${measure}`].nodes as Fact[])
              expect(cells.map(({ amount }) => amount)).toEqual([counts[0]!.amount]);
      }),
      { numRuns: 8 },
    );
  });
});
