import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import type { City } from "../../../test/city/city.ts";

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());

/** Outlets with a figure in January of both years, but for S4, that lacks the earlier. */
const city = (dates: [openedOn: string | null, closedOn: string | null][]): City => ({
  pledges: [],
  funding: [],
  certificates: [],
  purchases: [],
  targets: [],
  courses: [],
  outlets: dates.map(([openedOn, closedOn], index) => {
    return { code: `S${index + 1}`, kind: "PERMANENT", openedOn, closedOn, pledge: null };
  }),
  sales: dates.flatMap((_, index) => [
    { outlet: `S${index + 1}`, month: 2024 * 12, amount: index === 3 ? null : 10 },
    { outlet: `S${index + 1}`, month: 2025 * 12, amount: 11 },
  ]),
});

/** The outlets that are compared, with their sales. */
async function compared(where: string, compareTo: string): Promise<[string, number | null][]> {
  const { outletSalesSummary } = await hub.ask(`{
    outletSalesSummary(where: { ${where} }, groupBy: [OUTLET], compareTo: ${compareTo}, likeForLike: true) {
      rows { outlet { code } sales }
    }
  }`);
  return outletSalesSummary.rows.map((row: { outlet: { code: string }; sales: number | null }) => [
    row.outlet.code,
    row.sales,
  ]);
}

describe("like for like", () => {
  test("keeps outlets open from the first day of the earlier year to the last day of the later", async () => {
    await hub.publish([
      city([
        ["2024-01-01", "2025-12-31"],
        ["2024-01-02", null],
        [null, "2025-12-30"],
        [null, null],
      ]),
    ]);
    expect(await compared("year: [2025]", "PREVIOUS_YEAR")).toEqual([
      ["S1", 11],
      ["S4", null],
    ]);
  });

  test("takes the days of a quarter where that is the period", async () => {
    await hub.publish([
      city([
        ["2024-10-01", "2025-03-31"],
        ["2024-10-02", null],
        [null, "2025-03-30"],
        ["2024-01-01", "2025-03-31"],
      ]),
    ]);
    expect((await compared('quarter: ["2025-Q1"]', "PREVIOUS_QUARTER")).map(([code]) => code)).toEqual([
      "S1",
      "S4",
    ]);
    expect((await compared('quarter: ["2025-Q1"]', "PREVIOUS_YEAR")).map(([code]) => code)).toEqual(["S4"]);
  });
});
