import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createDataSource } from "../../ormconfig.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { createServer } from "../http/create-server.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

describe("a question about what is not there", () => {
  test("is answered with null, not with an error or a zero", async () => {
    const answer = await hub.ask(`{
      pledge(code: "9-9-9") { title }
      report(pledge: "1-4-2", quarter: "2031-Q1") { quarter }
      municipality(code: "00000") { name }
      fundingSummary(where: { pledge: ["9-9-9"] }) { rows { published share { value nullReason } } }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      pledge: null,
      report: null,
      municipality: null,
      fundingSummary: { rows: [{ published: null, share: { value: null, nullReason: "NOT_REPORTED" } }] },
    });
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
    await lock.query("LOCK TABLE funding_by_year IN ACCESS EXCLUSIVE MODE");
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
