import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import { BenchHub } from "../bench-hub.ts";
import { median, printTable } from "../figures.ts";

/** What one embedded panel may cost its page. */
const limits = { bytes: 60_000, requests: 5 };

interface Visit {
  /** Of all answers but the font's, as they came over the wire. */
  bytes: number;
  requests: number;
  /** From the request of the page that embeds it until the picture stands in the frame. */
  milliseconds: number;
}

/** One panel embedded in a page of another origin: what it weighs, how many requests it takes, and how soon it is drawn. */
export async function benchEmbeds({ rounds }: { rounds: number }): Promise<void> {
  const hub = await BenchHub.start();
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  const browser = await playwright.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  let snippet = "";
  const department = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="ko"><link rel="icon" href="data:,"><title>부서</title>${snippet}</html>`,
    );
  });
  try {
    await new Promise<void>((resolve) => department.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(department.address() as AddressInfo).port}`;
    const token = /hub_[\w-]+/.exec(
      (await hub.run("token", "create", "--role", "analyst", "--name", "bench")).output,
    )![0];
    const rows: string[][] = [];
    let isWithin = true;
    for (const [panel, variables] of panels) {
      snippet = await makeEmbed(hub.url, token, origin, panel, variables);
      for (const javaScriptEnabled of [true, false]) {
        const visits: Visit[] = [];
        for (let round = 0; round < rounds; round += 1)
          visits.push(await show(browser, hub.url, origin, javaScriptEnabled));
        const bytes = Math.max(...shown.map((one) => one.bytes));
        const requests = Math.max(...shown.map((one) => one.requests));
        isWithin &&= bytes > 0 && bytes <= limits.bytes && requests <= limits.requests;
        const drawTime = median(visits.map(({ milliseconds }) => milliseconds));
        rows.push([
          panel,
          javaScriptEnabled ? "yes" : "no",
          `${(bytes / 1000).toFixed(1)} KB`,
          String(requests),
          `${Math.round(drawTime)} ms`,
        ]);
      }
    }
    console.log(`One embedded panel, cold, the median of ${rounds} rounds; its font is not weighed.`);
    printTable(["panel", "script", "weight", "requests", "drawn"], rows);
    console.log(
      `At most ${limits.bytes / 1000} KB in ${limits.requests} requests: ${isWithin ? "held" : "NOT held"}.`,
    );
    if (!isWithin) process.exitCode = 1;
  } finally {
    await browser.close();
    department.closeAllConnections();
    department.close();
    await hub.stop();
  }
}

/** The lightest and the heaviest kinds of panel: a document's, one of many bars, one of a long table. */
const panels: [name: string, variables: Record<string, string>][] = [
  ["funding-by-year", { municipality: "41280", pledge: "1-4-2" }],
  ["states-by-quarter", { municipality: "99999" }],
  ["pledges-behind", { municipality: "99999" }],
];

async function makeEmbed(
  hub: string,
  token: string,
  origin: string,
  panel: string,
  variables: Record<string, string>,
): Promise<string> {
  const response = await fetch(`${hub}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `mutation ($panel: String!, $variables: [PanelVariableInput!]!, $origins: [String!]!) {
        createEmbed(panel: $panel, variables: $variables, allowedOrigins: $origins) { snippet }
      }`,
      variables: {
        panel,
        variables: Object.entries(variables).map(([name, value]) => ({ name, value })),
        origins: [origin],
      },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data: { createEmbed: { snippet: string } };
    errors?: unknown;
  };
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createEmbed.snippet;
}

/** Opens the page with nothing kept from before. */
async function show(
  browser: Browser,
  hub: string,
  origin: string,
  javaScriptEnabled: boolean,
): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 900, height: 700 } });
  try {
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (!request.url().startsWith(hub)) return;
      const isFont = request.url().endsWith(".woff2");
      sizes.push(request.sizes().then((size) => (isFont ? 0 : size.responseBodySize)));
    });
    const started = performance.now();
    await page.goto(origin, { waitUntil: "commit" });
    await page
      .frameLocator("iframe")
      .locator("figure :is(svg, table)")
      .locator("visible=true")
      .first()
      .waitFor();
    const milliseconds = performance.now() - started;
    await page.waitForLoadState("networkidle");
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { bytes, requests: sizes.length, milliseconds };
  } finally {
    await context.close();
  }
}
