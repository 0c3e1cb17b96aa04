import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";

let hub: TestHub;

beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub?.stop());

/** Where the form of an address leads; null where it is no form's and stays. */
const leads = async (path: string, choices: Record<string, string>) => {
  const query = new URLSearchParams(choices);
  const { headers, status } = await fetch(`${hub.url}${path}?${query}`, { redirect: "manual" });
  return status === 303 ? headers.get("location") : null;
};
const purchases = "/dashboards/purchase-rate";

test("a form leads to an address of what was chosen, without what was left blank", async () => {
  const chosen = {
    municipality: "99990",
    year: "2024",
    department: "회계과",
    asOf: "",
    basis: "SOCIAL_ECONOMY",
  };
  const search = `municipality=99990&year=2024&department=${encodeURIComponent("회계과")}&basis=SOCIAL_ECONOMY`;
  expect(await leads(purchases, { ...chosen, of: "99990" })).toBe(`${purchases}?${search}`);
  expect(await leads(purchases, { ...chosen, of: "99990", lang: "en" })).toBe(
    `${purchases}?${search}&lang=en`,
  );
});

test("another municipality keeps what it has too, and is asked for nothing that it has not", async () => {
  const chosen = { municipality: "41280", year: "2024", department: "회계과", basis: "SOCIAL_ECONOMY" };
  expect(await leads(purchases, { ...chosen, of: "99990" })).toBe(
    `${purchases}?municipality=41280&basis=SOCIAL_ECONOMY`,
  );
  const report = "/panels/funding-by-year";
  const pledge = { municipality: "99990", pledge: "1-4-2", quarter: "2019-Q2", of: "41280" };
  const address = await leads(report, pledge);
  expect(address).toBe(`${report}?municipality=99990`);
  expect((await fetch(hub.url + address)).status).toBe(404);
});

test("an address that no form made tells what is wrong in it", async () => {
  const wrong = { municipality: "41280", year: "2024" };
  expect(await leads(purchases, wrong)).toBeNull();
  const answer = await fetch(`${hub.url}${purchases}?${new URLSearchParams(wrong)}`);
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("CHOICE_UNKNOWN")]);
});
