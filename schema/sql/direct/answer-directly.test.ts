import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type CityHub, startCityHub } from "../../../test/city/ask-city.ts";
import { type City, pledgeCodes } from "../../../test/city/city.ts";

const [code] = pledgeCodes;
const line = { pledge: code!, quarter: 8100, year: 2025, source: "CITY", amount: 3 } as const;

/** One pledge, and of its money what was executed of what was budgeted. */
const city = (executed: number): City => ({
  pledges: [{ code: code!, quarter: 8100, title: '"말" 많은\n공약', department: "가과", state: null }],
  funding: [
    { ...line, phase: "BUDGETED", amount: 4 },
    { ...line, phase: "EXECUTED", amount: executed },
    { ...line, phase: "PLANNED", amount: null },
  ],
  certificates: [],
  purchases: [],
  targets: [],
  outlets: [{ code: "S1", kind: "PERMANENT", openedOn: "2025-02-03", closedOn: null, pledge: null }],
  sales: [{ outlet: "S1", month: 24_300, amount: 5 }],
  courses: [],
});

let hub: CityHub;
beforeAll(async () => {
  hub = await startCityHub();
});
afterAll(() => hub.stop());
beforeEach(() => hub.publish([city(3)]));

/** `ask` throws where the direct answer is not that of the resolvers. */
async function bothAnswer(question: string, variables?: object): Promise<unknown> {
  expect(await hub.askDirectly(question, variables)).not.toBeNull();
  return hub.ask(question, variables);
}

describe("without resolvers", () => {
  test.each([
    "{ fundingSummary(groupBy: [YEAR, SOURCE]) { quarter rows { level year source executed } } }",
    "{ fundingSummary(groupBy: [PLEDGE], totals: true) { rows { pledge { code title department { name } } executedIn(unit: THOUSAND_WON) } } }",
    "{ fundingSummary(groupBy: [DEPARTMENT]) { rows { department { name } execution { value numerator denominator nullReason } coverage { reporting expected } elapsed } } }",
    "{ pledgeSummary(groupBy: [STATE]) { rows { state pledges } } }",
    "{ purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [QUARTER]) { coverage { reporting expected } rows { quarter total rate { value } } } }",
    "{ outletSalesSummary(groupBy: [OUTLET], totals: true) { rows { outlet { code name kind openedOn closedOn partner } sales } } }",
    "{ enrollmentSummary(groupBy: [COURSE]) { rows { course { code name kind } enrolled } } }",
    "{ pledges { totalCount pageInfo { hasNextPage endCursor } nodes { code title department { name } } } }",
    "{ pledges { nodes { code funding { quarter source phase state period { label start end } amount amountIn(unit: MILLION_WON) } } } }",
  ])("is answered %s", (question) => bothAnswer(question));

  test("names, fragments, directives and variables are those of the question", async () => {
    const question = `query ($with: Boolean!, $phase: [FundingPhase!]) {
      first: pledges(first: 1) { __typename list: nodes { ...P c: code @include(if: $with) title @skip(if: true) } }
      second: fundingSummary { __typename rows { __typename ... on FundingSummaryRow { e: executed executed } } }
    }
    fragment P on Pledge { __typename funding(phase: $phase) { amount } department { name } department { __typename } }`;
    expect(await bothAnswer(question, { with: true, phase: ["BUDGETED"] })).toEqual({
      first: {
        __typename: "PledgeConnection",
        list: [
          {
            __typename: "Pledge",
            funding: [{ amount: 4 }],
            department: { name: "가과", __typename: "Department" },
            c: code,
          },
        ],
      },
      second: {
        __typename: "FundingSummary",
        rows: [{ __typename: "FundingSummaryRow", e: 3, executed: 3 }],
      },
    });
    const without = (await bothAnswer(question, { with: false })) as { first: { list: object[] } };
    expect(without.first.list[0]).not.toHaveProperty("c");
  });

  test("nothing is answered that it cannot say, so resolvers do", async () => {
    const cited = "{ pledges { nodes { code funding { citation { line } } } } }";
    expect(await hub.askDirectly(cited)).toBeNull();
    await hub.publish([city(2 ** 53)]);
    const large = "{ fundingSummary { rows { executed } } }";
    expect(await hub.askDirectly(large)).toBeNull();
    await expect(hub.ask(large)).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE" });
  });

  test("the same error is thrown for a question that has no answer", async () => {
    const question = "{ fundingSummary(first: -1) { rows { level } } }";
    const [direct, resolved] = await Promise.allSettled([hub.askDirectly(question), hub.ask(question)]);
    expect(direct).toEqual(resolved);
    expect(direct).toMatchObject({ status: "rejected", reason: { code: "BAD_USER_INPUT" } });
  });
});

describe("a release", () => {
  const question = "{ fundingSummary { rows { executed } } }";

  test("is never missed: what was remembered of the one before answers nothing", async () => {
    expect(await hub.askDirectly(question)).toEqual({ fundingSummary: { rows: [{ executed: 3 }] } });
    await hub.database.query(`
      INSERT INTO release (number, municipality_id, published_at, reason)
        SELECT 2, municipality_id, published_at + interval '1 day', reason FROM release;
      UPDATE funding_line SET known_to = 2 WHERE phase = 'EXECUTED';
      SELECT roll_up_funding(11, 2)`);
    expect(await hub.askDirectly(question)).toBeNull();
    expect(await hub.askDirectly(question)).toEqual({ fundingSummary: { rows: [{ executed: null }] } });
  });

  test("of the past answers as it did", async () => {
    await hub.publish([city(1), city(2)]);
    const asOf = (day: number) =>
      `{ fundingSummary(asOf: "2026-01-0${day}T12:00:00Z") { rows { executed } } }`;
    expect(await bothAnswer(asOf(1))).toEqual({ fundingSummary: { rows: [{ executed: 1 }] } });
    expect(await bothAnswer(asOf(2))).toEqual({ fundingSummary: { rows: [{ executed: 2 }] } });
  });
});
