import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createDataSource } from "../../ormconfig.ts";
import { keptSums } from "../../schema/keep-sums.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createServer } from "../http/create-server.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

describe("null means not reported, and nothing else:", () => {
  test("what is known and not reported is null or an empty list", async () => {
    const { data, errors } = await hub.ask(`{
      pledge(code: "1-4-2") { state(quarter: "2019-Q2") funding(phase: [EXECUTED]) { amount } outlets { code } }
      fundingSummary(where: { pledge: ["1-4-2"], year: [2021] }) { rows { executed execution { value nullReason } } }
      nothing: pledges(where: { department: [] }) { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      pledge: { state: null, funding: [], outlets: [] },
      fundingSummary: {
        rows: [{ executed: null, execution: { value: null, nullReason: "PHASE_NOT_STATED" } }],
      },
      nothing: { totalCount: 0 },
    });
  });

  test.each([
    ["a municipality", '{ municipality(code: "41281") { name } }', "41280"],
    ["one of several", '{ pledges(where: { municipality: ["41280", "41281"] }) { totalCount } }', "41280"],
    ["one of releases", '{ releases(municipality: "41281") { totalCount } }', "41280"],
    ["a pledge", '{ pledge(code: "1-4-3") { title } }', "1-4-2"],
    ["a report's pledge", '{ report(pledge: "1-4-3", quarter: "2019-Q2") { quarter } }', "1-4-2"],
    [
      "a filter's pledge",
      '{ fundingSummary(where: { pledge: ["1-4-2", "1-4-3"] }) { rows { published } } }',
      "1-4-2",
    ],
    [
      "a department",
      '{ pledges(where: { department: ["소상공인지원관"] }) { totalCount } }',
      "소상공인지원과",
    ],
    [
      "a department of a list below",
      '{ pledges { nodes { department { name } } } purchaseSummary(basis: SOCIAL_ECONOMY, where: { department: ["없는과"] }) { coverage { expected } } }',
      "소상공인지원과",
    ],
    ["a quarter after the last", '{ report(pledge: "1-4-2", quarter: "2031-Q1") { quarter } }', "2019-Q2"],
    [
      "a quarter before the first",
      '{ pledgeSummary(where: { quarter: ["1999-Q4"] }) { rows { pledges } } }',
      "2019-Q2",
    ],
    [
      "a quarter among others",
      '{ pledges(where: { quarter: ["2019-Q2", "2031-Q1"] }) { totalCount } }',
      "2019-Q2",
    ],
    ["a quarter of a field below", '{ pledge(code: "1-4-2") { state(quarter: "2031-Q1") } }', "2019-Q2"],
    [
      "a quarter that no plan is about",
      '{ statements(where: { aboutQuarter: ["2019-Q4"] }) { totalCount } }',
      "2019-Q3",
    ],
    ["a year", "{ fundingSummary(where: { year: [2031] }) { rows { published } } }", "2022"],
    [
      "a year before Christ",
      "{ purchaseSummary(basis: SOCIAL_ECONOMY, where: { year: [-1] }) { rows { total } } }",
      "2018",
    ],
    ["a year beyond dates", "{ purchases(where: { year: [2147483647] }) { totalCount } }", "2022"],
    ["a month", '{ outletSales(where: { month: ["1999-12"] }) { totalCount } }', "2019-04"],
    [
      "a document",
      '{ findings(where: { document: "goyang-1-4-2-2019-Q3.txt" }) { totalCount } }',
      "goyang-1-4-2-2019-Q2.txt",
    ],
  ])("what the hub has never known is an error with the nearest value: %s", async (_, question, near) => {
    const { errors } = await hub.ask(question);
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      remedy: { en: expect.stringMatching(new RegExp(`^The nearest is “?${near}”?\\.$`)) },
    });
  });

  test("a value that nothing is known to be near to is refused with a way out", async () => {
    const { errors } = await hub.ask('{ outletSales(where: { outlet: ["S01"] }) { totalCount } }');
    expect(errors![0]!.extensions.remedy.ko).toBe("알려진 판매장코드가 아직 없습니다. 이 조건을 빼십시오.");
  });

  test("text that another system wrote letter by letter (NFD) means the same, in literals, variables and addresses", async () => {
    const apart = "소상공인지원과".normalize("NFD");
    expect(apart).not.toBe("소상공인지원과");
    const question = "query ($names: [String!]) { pledges(where: { department: $names }) { totalCount } }";
    const written = `{ pledges(where: { department: ["${apart}"], search: "${"사회적".normalize("NFD")}" }) { totalCount } }`;
    const escaped = `{ pledges(where: { department: ["${[...apart].map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`).join("")}"] }) { totalCount } }`;
    for (const { data } of [
      await hub.ask(question, { names: [apart] }),
      await hub.ask(written),
      await hub.ask(escaped),
    ])
      expect(data).toEqual({ pledges: { totalCount: 1 } });
    const page = await fetch(
      `${hub.url}/panels/pledge-list.json?municipality=41280&quarter=2019-Q2&department=${encodeURIComponent(apart)}`,
    );
    expect(await page.json()).toMatchObject({ pledges: { totalCount: 1 } });
  });
});

describe("a wrong question is told what to do", () => {
  const pages = (first: string) => `{ pledges(first: ${first}) { totalCount } }`;
  const deep = `{ municipality ${"{ departments ".repeat(200)}{ name }${"}".repeat(200)} }`;
  const aliased = `{ ${Array.from({ length: 10_000 }, (_, index) => `m${index}: municipality { name }`).join(" ")} }`;
  test.each([
    ["a malformed quarter", '{ report(pledge: "1-4-2", quarter: "2019Q2") { quarter } }', /2019-Q2/],
    [
      "a quarter that does not exist",
      '{ report(pledge: "1-4-2", quarter: "2019-Q5") { quarter } }',
      /2019-Q2/,
    ],
    ["a negative first", pages("-1"), /0.*1000/],
    ["too many rows on a page", pages("100000"), /1000/],
    ["a place of no list", '{ pledges(after: "nowhere") { totalCount } }', /endCursor/],
    ["a time to come", '{ pledge(code: "1-4-2", asOf: "2999-01-01T00:00:00Z") { title } }', /asOf/],
    ["a syntax error", "{ pledge(code: }", /Line 1, column 16/],
    ["an unknown field", "{ pledges { nodes { titel } } }", /titel/],
    ["200 levels", deep, /limit/],
    ["10,000 aliases", aliased, /limit/],
  ])("%s", async (_name, query, says) => {
    const { errors } = await hub.ask(query);
    expect(errors).toHaveLength(1);
    const [error] = errors!;
    expect(`${error!.extensions.en} ${error!.extensions.remedy.en}`).toMatch(says);
    expect(error!.extensions.ko).toMatch(/[가-힣]/);
    expect(error!.extensions.remedy.ko).toMatch(/[가-힣]/);
  });

  test.each([
    ["분기가", '{ report(pledge: "1-4-2", quarter: "어제") { quarter } }'],
    ["달이", '{ outletSales(where: { month: ["어제"] }) { totalCount } }'],
    ["시각이", '{ municipality(asOf: "어제") { name } }'],
  ])("in Korean with the particle of what is malformed: %s", async (named, query) => {
    const { errors } = await hub.ask(query);
    expect(errors?.[0]?.extensions.ko).toContain(`"어제" 값이 ${named} 아닙니다.`);
  });

  test("a variable of the wrong kind", async () => {
    const { errors } = await hub.ask(
      'query ($quarter: Quarter!) { report(pledge: "1", quarter: $quarter) { quarter } }',
      {
        quarter: 20192,
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(errors?.[0]?.extensions.remedy.en).toMatch(/2019-Q2/);
  });

  test("a body beyond the limit is refused without being read to its end", async () => {
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ municipality { name } } #${"x".repeat(2_000_000)}` }),
    });
    expect(response.status).toBe(413);
  });
});

describe("a question that the database cannot answer in time", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test("is stopped, and says so", async () => {
    const reader = await createDataSource(database.url, 300).initialize();
    const writer = await createDataSource(database.url).initialize();
    const server = await createServer(reader, { municipality: "41280", publicReading: true, cacheBytes: 0 });
    const lock = writer.createQueryRunner();
    await lock.startTransaction();
    await lock.query(`LOCK TABLE ${keptSums.map(({ table }) => table).join(", ")} IN ACCESS EXCLUSIVE MODE`);
    const response = await server.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: "{ fundingSummary { rows { executed } } }" },
    });
    await lock.rollbackTransaction();
    await lock.release();
    await server.close();
    await reader.destroy();
    await writer.destroy();
    expect(response.json().errors[0].extensions).toMatchObject({ code: "QUERY_TIMEOUT" });
  });
});
