import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { type CityHub, startCityHub } from "../../test/city/ask-city.ts";
import { type City, pledgeCodes } from "../../test/city/city.ts";

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

/** How many statements PostgreSQL runs for a question whose municipalities are remembered. */
async function statementsOf(question: string): Promise<number> {
  await hub.ask(question);
  const query = jest.spyOn(pg.Client.prototype, "query");
  try {
    await hub.ask(question);
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

describe("a root field", () => {
  test.each([
    "{ fundingSummary(groupBy: [PLEDGE], totals: true) { rows { pledge { code title department { name pledges { totalCount } } } executedIn(unit: THOUSAND_WON) } } }",
    "{ purchaseSummary(basis: SOCIAL_ECONOMY, groupBy: [QUARTER]) { coverage { reporting expected } rows { quarter total rate { value } } } }",
    "{ outletSalesSummary(groupBy: [OUTLET], totals: true) { rows { outlet { code partner sales { nodes { month sales outlet { code } } } } sales } } }",
    "{ pledges { totalCount pageInfo { hasNextPage endCursor } nodes { code title department { name purchases { totalCount nodes { number enterprise { certificates { nodes { kind } } } } } targets { nodes { rate } } } } } }",
    "{ pledges { nodes { code funding { amount citation { line url document { name findings { message } } } } outlets { code } courses { code enrollments { nodes { enrolled } } } reports { quarter sections { statements { text parent { text } } } } } } }",
    `{ pledge(code: "${code}") { reports { quarter sections { kind title statements { text depth } } } } }`,
    "{ outlets { nodes { code name kind sales { nodes { month sales enterprises } } } } }",
    "{ municipality { departments { name purchases { nodes { number purchasedOn amount } } targets { nodes { year basis rate } } } } }",
    "{ municipality { departments { name } latestRelease { name documents { name } } latestQuarter pledgeCount holdings { name rows latestPeriod } } }",
  ])("is one statement: %s", async (question) => {
    expect(await statementsOf(question)).toBe(1);
  });

  test("has the names, fragments, directives and variables of the query", async () => {
    const question = `query ($with: Boolean!, $phase: [FundingPhase!]) {
      first: pledges(first: 1) { __typename list: nodes { ...P c: code @include(if: $with) title @skip(if: true) } }
      second: fundingSummary { __typename rows { __typename ... on FundingSummaryRow { e: executed executed } } }
      __typename
    }
    fragment P on Pledge { __typename funding(phase: $phase) { amount } department { name } department { __typename } }`;
    expect(await hub.ask(question, { with: true, phase: ["BUDGETED"] })).toEqual({
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
      __typename: "Query",
    });
    const without = await hub.ask(question, { with: false, phase: null });
    expect(without.first.list[0]).not.toHaveProperty("c");
  });

  test("writes texts as JSON does, whatever is in them", async () => {
    expect(await hub.ask("{ pledges { nodes { title } } }")).toEqual({
      pledges: { nodes: [{ title: '"말" 많은\n공약' }] },
    });
  });

  test("refuses an amount that JSON cannot hold", async () => {
    await hub.publish([city(2 ** 53)]);
    const question = "{ fundingSummary { rows { executed } } }";
    await expect(hub.ask(question)).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE" });
  });

  test.each([
    "{ fundingSummary(first: -1) { rows { level } } }",
    "{ pledges(first: 1001) { totalCount } }",
    '{ pledges(after: "x") { totalCount } }',
    '{ pledges(after: "MTE6OTk.3") { totalCount } }',
  ])("refuses %s", async (question) => {
    await expect(hub.ask(question)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

describe("pages", () => {
  const question = (after: string | null) =>
    `{ outlets(first: 1${after ? `, after: "${after}"` : ""}) { nodes { code } pageInfo { endCursor hasNextPage } } }`;
  const outlets = (...codes: string[]): City => ({
    ...city(3),
    outlets: codes.map((code) => ({ code, kind: "PERMANENT", openedOn: null, closedOn: null, pledge: null })),
  });

  test("are of the release of the first one, whatever is published between them", async () => {
    await hub.publish([outlets("S1", "S2", "S3")]);
    const first = await hub.ask(question(null));
    await hub.publish([outlets("S1", "S2", "S3"), outlets("S0", "S1", "S2", "S3")]);
    const { outlets: second } = await hub.ask(question(first.outlets.pageInfo.endCursor));
    expect(second.nodes).toEqual([{ code: "S2" }]);
    const { outlets: third } = await hub.ask(question(second.pageInfo.endCursor));
    expect(third).toMatchObject({ nodes: [{ code: "S3" }], pageInfo: { hasNextPage: false } });
  });
});

test("a cursor of a list of more municipalities is refused: its position is in other rows", async () => {
  await hub.publish([city(3)]);
  const { pledges } = await hub.ask("{ pledges(first: 1) { pageInfo { endCursor } } }");
  const [releases, position] = pledges.pageInfo.endCursor.split(".");
  const ask = (pinned: string) => {
    const cursor = `${Buffer.from(pinned).toString("base64url")}.${position}`;
    return hub.ask(`{ pledges(after: "${cursor}") { totalCount } }`);
  };
  const own = Buffer.from(releases, "base64url").toString();
  await expect(ask(own)).resolves.toMatchObject({ pledges: { totalCount: expect.any(Number) } });
  await expect(ask(`${own},999999:1`)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
});

describe("a release", () => {
  const question = "{ fundingSummary { rows { executed } } }";

  test("is never missed: a statement for the one before it is compiled again", async () => {
    expect(await hub.ask(question)).toEqual({ fundingSummary: { rows: [{ executed: 3 }] } });
    const none = city(3);
    await hub.publish([
      city(3),
      { ...none, funding: none.funding.filter(({ phase }) => phase !== "EXECUTED") },
    ]);
    expect(await hub.ask(question)).toEqual({ fundingSummary: { rows: [{ executed: null }] } });
  });

  test("of the past answers as it did", async () => {
    await hub.publish([city(1), city(2)]);
    const asOf = (day: number) =>
      `{ fundingSummary(asOf: "2026-01-0${day}T12:00:00Z") { rows { executed } } }`;
    expect(await hub.ask(asOf(1))).toEqual({ fundingSummary: { rows: [{ executed: 1 }] } });
    expect(await hub.ask(asOf(2))).toEqual({ fundingSummary: { rows: [{ executed: 2 }] } });
  });
});
