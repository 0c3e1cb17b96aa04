import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { boards } from "./boards.ts";

let hub: TestHub;
const sent: string[] = [];
const { query } = pg.Client.prototype;

beforeAll(async () => {
  hub = await startContractHub({ cacheBytes: 0 });
  pg.Client.prototype.query = function (this: pg.Client, ...values: unknown[]) {
    const [statement, parameters] = values as [string | { text?: string; values?: unknown[] }, unknown];
    const sentOne =
      typeof statement === "string" ? [statement, parameters] : [statement.text, statement.values];
    // Not what sets up a connection, or looks up the newest releases.
    if (sentOne[0]?.toString().includes(" AS answer, ")) sent.push(JSON.stringify(sentOne));
    return (query as (...values: unknown[]) => unknown).apply(this, values);
  } as typeof query;
});
afterAll(async () => {
  pg.Client.prototype.query = query;
  await hub.stop();
});

/**
 * For each board how many statements it takes with nothing kept. Two are what all panels ask
 * about their municipality. The others are one for each list of choices and each different question.
 */
const statements: Record<string, number> = {
  "budget-execution": 2 + 4 + 7,
  "purchase-rate": 2 + 4 + 6,
  "pledge-progress": 2 + 4 + 8,
  outlets: 2 + 4 + 5,
  // Two panels show the same answer.
  academy: 2 + 4 + 4,
  "data-trust": 2 + 2 + 10,
};

test("every board takes as few statements as it has lists of choices and different questions", async () => {
  const counts: Record<string, number> = {};
  for (const name of boards.keys()) {
    const url = `${hub.url}/dashboards/${name}?municipality=99990`;
    expect((await fetch(url)).status).toBe(200);
    sent.length = 0;
    await (await fetch(url)).text();
    counts[name] = sent.length;
    expect(sent.filter((one, index) => sent.indexOf(one) !== index)).toEqual([]);
  }
  expect(counts).toEqual(statements);
});
