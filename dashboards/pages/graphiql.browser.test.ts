import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "../../test/setup/chromium.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { firstQuery } from "../assets/first-query.ts";

let hub: TestHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startTestHub(), startChromium()]);
});

afterAll(() => Promise.all([hub?.stop(), browser?.close()]));

test("the first query is answered without an error and with a citation a figure", async () => {
  const { data, errors } = await hub.ask(firstQuery);
  expect(errors).toBeUndefined();
  expect(data.pledges.nodes[0].funding).toContainEqual(
    expect.objectContaining({
      source: "NATIONAL",
      amount: 106_500_000,
      citation: expect.objectContaining({ line: 51, quote: "106.5" }),
    }),
  );
});

test("GraphiQL opens with the first query, asks only this hub, and shows an answer", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const problems: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => hosts.add(new URL(request.url()).host));

  await page.goto(`${hub.url}/graphql`);
  await page.locator(".graphiql-query-editor .view-line", { hasText: "FirstQuestion" }).waitFor();
  await page.getByRole("button", { name: /execute/i }).click();
  await page.locator(".result-window .view-line", { hasText: "사회적경제기업" }).waitFor();

  expect({ problems, hosts: [...hosts] }).toEqual({ problems: [], hosts: [new URL(hub.url).host] });
});
