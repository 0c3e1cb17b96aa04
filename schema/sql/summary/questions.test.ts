import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import type { City } from "../../../test/city/city.ts";
import { addMunicipality } from "../../../test/setup/add-municipality.ts";
import { HubError } from "../../core/hub-error.ts";

/** One department that met its target to the won, on the first and the last day of a certificate. */
const city: City = {
  pledges: [],
  funding: [],
  certificates: [
    { supplier: "1", kind: "VILLAGE_ENTERPRISE", certifiedOn: "2025-01-10", expiresOn: "2025-02-10" },
    { supplier: "1", kind: "CERTIFIED_SOCIAL_ENTERPRISE", certifiedOn: "2025-02-10", expiresOn: null },
  ],
  purchases: [
    { number: "P1", day: "2025-01-09", department: "가과", supplier: "1", amount: 163, isGrant: false },
    { number: "P2", day: "2025-01-10", department: "가과", supplier: "1", amount: 17, isGrant: false },
    { number: "P3", day: "2025-02-10", department: "가과", supplier: "1", amount: 20, isGrant: false },
  ],
  targets: [{ year: 2025, department: "가과", basis: "SOCIAL_ECONOMY", thousandths: 185 }],
  outlets: [{ code: "S1", kind: "PERMANENT", openedOn: null, closedOn: null, pledge: null }],
  sales: [],
  courses: [],
};

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
  await hub.publish([city]);
  await addMunicipality(hub.database);
});
afterAll(() => hub.stop());

const refusal = (question: string): Promise<unknown> => hub.ask(question).catch((error: unknown) => error);

describe("a question to a summary", () => {
  test("finds a target met at equality, and a purchase counted once by the first of two kinds", async () => {
    const { purchaseSummary } = await hub.ask(`{
      purchaseSummary(basis: SOCIAL_ECONOMY, where: { year: [2025] }, groupBy: [DEPARTMENT, ENTERPRISE_KIND], totals: true) {
        rows { level enterpriseKind total qualifying target targetMet }
      }
    }`);
    // 37 / 200 is 0.185 exactly, which no binary fraction is.
    expect(purchaseSummary.rows).toEqual([
      {
        level: 2,
        enterpriseKind: "CERTIFIED_SOCIAL_ENTERPRISE",
        total: 200,
        qualifying: 20,
        target: 0.185,
        targetMet: false,
      },
      {
        level: 2,
        enterpriseKind: "VILLAGE_ENTERPRISE",
        total: 200,
        qualifying: 17,
        target: 0.185,
        targetMet: false,
      },
      { level: 1, enterpriseKind: null, total: 200, qualifying: 37, target: 0.185, targetMet: true },
      { level: 0, enterpriseKind: null, total: 200, qualifying: 37, target: null, targetMet: null },
    ]);
  });

  test("keeps nothing with an empty filter, and all with none", async () => {
    const rows = async (filter: string) =>
      (await hub.ask(`{ purchaseSummary(basis: SOCIAL_ECONOMY, where: { ${filter} }) { rows { total } } }`))
        .purchaseSummary.rows;
    expect(await rows("department: []")).toEqual([{ total: null }]);
    expect(await rows("year: []")).toEqual([{ total: null }]);
    expect(await rows("department: null, year: null")).toEqual([{ total: 200 }]);
  });

  test.each([
    ["purchaseSummary(basis: SOCIAL_ECONOMY, compareTo: PREVIOUS_YEAR)", "COMPARISON_WITHOUT_PERIOD"],
    [
      "purchaseSummary(basis: SOCIAL_ECONOMY, where: { year: [2024, 2025] }, compareTo: PREVIOUS_YEAR)",
      "COMPARISON_WITHOUT_PERIOD",
    ],
    [
      "purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [YEAR], compareTo: PREVIOUS_QUARTER)",
      "COMPARISON_WITHOUT_PERIOD",
    ],
    ["outletSalesSummary(groupBy: [OUTLET], compareTo: PREVIOUS_YEAR)", "COMPARISON_WITHOUT_PERIOD"],
    ["outletSalesSummary(groupBy: [YEAR], likeForLike: true)", "LIKE_FOR_LIKE_WITHOUT_COMPARISON"],
    ['enrollmentSummary(where: { municipality: ["1", "41280"] })', "SYNTHETIC_AND_REAL"],
    ["fundingSummary(first: -1)", "BAD_USER_INPUT"],
    ['pledgeSummary(asOf: "2999-01-01T00:00:00Z")', "AS_OF_IN_FUTURE"],
  ])("is refused where it has no answer: %s", async (field, code) => {
    const error = await refusal(`{ ${field} { rows { level } } }`);
    expect(error).toBeInstanceOf(HubError);
    expect((error as HubError).code).toBe(code);
  });

  test("may name the same key twice", async () => {
    const { outletSalesSummary } = await hub.ask(`{
      outletSalesSummary(where: { year: [2025] }, groupBy: [YEAR, YEAR], compareTo: PREVIOUS_YEAR, likeForLike: true) {
        rows { level year sales coverage { reporting expected } }
      }
    }`);
    const months = { reporting: 0, expected: 12 };
    expect(outletSalesSummary.rows).toEqual([{ level: 1, year: 2025, sales: null, coverage: months }]);
  });
});
