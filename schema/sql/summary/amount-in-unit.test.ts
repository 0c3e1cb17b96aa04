import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.stop());

test("a row gives amounts in units that charts show, null as null, and how much of the year is over", async () => {
  const { data } = await hub.ask(`{ fundingSummary {
    rows { elapsed inMillions: publishedIn(unit: MILLION_WON) executedIn(unit: HUNDRED_MILLION_WON) }
  } }`);
  // The report of 2019-Q2 publishes 3,905 million won and executed amounts of none.
  expect(data.fundingSummary.rows).toEqual([{ elapsed: 0.5, inMillions: 3905, executedIn: null }]);
});
