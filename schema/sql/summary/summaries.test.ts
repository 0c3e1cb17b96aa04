import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import { type City, cities, departments } from "../../../test/city/city.ts";
import { sum } from "../../../test/city/slow-sums.ts";
import { publishedAt } from "../../../test/city/store-city.ts";
import type { HubError } from "../../core/hub-error.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

const ratio = "{ value numerator denominator nullReason }";
const coverage = "coverage { reporting expected }";

/** Everything that the summaries tell, as of a time. */
const everything = `query ($asOf: DateTime) {
  fundingSummary(groupBy: [DEPARTMENT, SOURCE, QUARTER], totals: true, asOf: $asOf) {
    quarter rows { level department { name } source quarter published planned secured budgeted executed share ${ratio} execution ${ratio} ${coverage} }
  }
  pledgeSummary(groupBy: [DEPARTMENT, STATE], totals: true, asOf: $asOf) {
    rows { level department { name } state pledges completed ${ratio} ${coverage} }
  }
  purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [YEAR, DEPARTMENT], totals: true, compareTo: PREVIOUS_YEAR, asOf: $asOf) {
    ${coverage} rows { level year department { name } total qualifying rate ${ratio} target targetMet previous ${ratio} }
  }
  outletSalesSummary(groupBy: [YEAR, OUTLET], totals: true, compareTo: PREVIOUS_YEAR, likeForLike: true, asOf: $asOf) {
    rows { level year outlet { code kind openedOn closedOn } sales previousSales growth ${ratio} ${coverage} }
  }
  enrollmentSummary(groupBy: [COURSE, YEAR], totals: true, asOf: $asOf) {
    rows { level course { code kind } year enrolled target completed attainment ${ratio} completion ${ratio} ${coverage} }
  }
  pledges(asOf: $asOf) { nodes { code department { name } outlets { code } courses { code } } }
  purchases(asOf: $asOf) { totalCount nodes { number amount department { name } enterprise { businessNumber } } }
}`;

const titled = (city: City): City => ({
  ...city,
  pledges: city.pledges.map((row) => ({ ...row, title: row.title ?? "길" })),
});
const anyCity = cities
  .map(titled)
  .map((city) => ({ ...city, funding: city.funding.filter(hasPledge(city)) }));

/** Whether a pledge was known when its line was reported. */
const hasPledge =
  (city: City) =>
  (line: City["funding"][number]): boolean =>
    city.pledges.some(({ code, quarter }) => code === line.pledge && quarter <= line.quarter);

describe("every summary", () => {
  test("answers as of a release what it answered then", async () => {
    await fc.assert(
      fc.asyncProperty(anyCity, anyCity, async (first, second) => {
        await hub.publish([first]);
        const then = await hub.ask(everything);
        await hub.publish([first, second]);
        expect(await hub.ask(everything, { asOf: publishedAt(1) })).toEqual(then);
        await hub.publish([second]);
        const afresh = await hub.ask(everything);
        await hub.publish([first, second]);
        expect(await hub.ask(everything)).toEqual(afresh);
      }),
      { numRuns: 10 },
    );
  });

  test("does not depend on the order of rows in files", async () => {
    const shuffled = anyCity.chain((city) =>
      fc.tuple(
        fc.constant(city),
        fc.record(
          Object.fromEntries(
            Object.entries(city).map(([name, rows]) => [
              name,
              fc.shuffledSubarray<unknown>(rows, { minLength: rows.length }),
            ]),
          ),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([city, other]) => {
        await hub.publish([city]);
        const answer = await hub.ask(everything);
        await hub.publish([other as unknown as City]);
        expect(await hub.ask(everything)).toEqual(answer);
      }),
      { numRuns: 10 },
    );
  });

  test("gives the same for a group and for a filter by it", async () => {
    const questions = (filter: string, groupBy: string) => ({
      purchases: `purchases: purchaseSummary(basis: SOCIAL_ECONOMY, where: { year: [2024, 2025] ${filter} }, groupBy: [${groupBy}]) {
        rows { department { name } total qualifying rate ${ratio} }
      }`,
      pledges: `pledges: pledgeSummary(where: { quarter: ["2025-Q1"] ${filter} }, groupBy: [${groupBy}]) { rows { department { name } pledges completed ${ratio} ${coverage} } }`,
      funding: `funding: fundingSummary(where: { quarter: ["2025-Q1"] ${filter} }, groupBy: [${groupBy}]) { rows { department { name } budgeted executed execution ${ratio} ${coverage} } }`,
    });
    await fc.assert(
      fc.asyncProperty(anyCity, fc.constantFrom(...departments), async (city, department) => {
        await hub.publish([city]);
        for (const name of ["purchases", "pledges", "funding"] as const) {
          const ask = (filter: string, groupBy: string) => hub.ask(`{ ${questions(filter, groupBy)[name]} }`);
          const grouped = await ask("", "DEPARTMENT").catch((error: HubError) => error.code);
          // The period is out of this city's reach.
          if (grouped === "BAD_USER_INPUT") continue;
          if (typeof grouped === "string") throw new Error(grouped);
          const filtered = await ask(`department: ["${department}"]`, "DEPARTMENT");
          const alone = await ask(`department: ["${department}"]`, "");
          const ofGroup = grouped[name].rows.filter(
            (row: { department: { name: string } | null }) => row.department?.name === department,
          );
          expect(filtered[name].rows).toEqual(ofGroup);
          for (const row of ofGroup) expect(alone[name].rows).toEqual([{ ...row, department: null }]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test("has subtotals that are the sums of their rows", async () => {
    const question = `{
      funding: fundingSummary(groupBy: [DEPARTMENT, SOURCE], totals: true) { rows { level key: department { name } published budgeted executed } }
      purchases: purchaseSummary(basis: SOCIAL_ENTERPRISE, groupBy: [YEAR, DEPARTMENT], totals: true) { rows { level key: year total qualifying } }
      sales: outletSalesSummary(groupBy: [KIND, MONTH], totals: true) { rows { level key: kind sales } }
      learners: enrollmentSummary(groupBy: [KIND, COURSE], totals: true) { rows { level key: kind enrolled target completed } }
      pledges: pledgeSummary(groupBy: [DEPARTMENT, STATE], totals: true) { rows { level key: department { name } pledges } }
    }`;
    await fc.assert(
      fc.asyncProperty(anyCity, async (city) => {
        await hub.publish([city]);
        for (const { rows } of Object.values(await hub.ask(question)) as {
          rows: Record<string, unknown>[];
        }[]) {
          for (const total of rows.filter(({ level }) => level !== 2)) {
            const parts = rows.filter(
              ({ level, key }) =>
                level === Number(total.level) + 1 &&
                (total.level === 0 || JSON.stringify(key) === JSON.stringify(total.key)),
            );
            for (const measure of Object.keys(total).filter((name) => name !== "level" && name !== "key")) {
              const added = sum(parts.map((part) => part[measure] as number | null));
              expect([measure, total[measure]]).toEqual([
                measure,
                measure === "pledges" ? (added ?? 0) : added,
              ]);
            }
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
