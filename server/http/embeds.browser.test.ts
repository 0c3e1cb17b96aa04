import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Browser, Response } from "playwright-core";
import { startChromium } from "../../test/setup/chromium.ts";
import { embedMaker, type MadeEmbed } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";

/** A department's own page: at an address of its own, with a snippet in it. */
interface Department {
  server: Server;
  origin: string;
  /** What the department pasted into its page. */
  snippet: string;
  /** Headers of its page. */
  headers: Record<string, string>;
}

let hub: TestHub;
let browser: Browser;
let embeds: Awaited<ReturnType<typeof embedMaker>>;
let allowed: Department;
let stranger: Department;

beforeAll(async () => {
  [hub, browser, allowed, stranger] = await Promise.all([
    startTestHub({ crossOriginReading: true }),
    startChromium(),
    startDepartment(),
    startDepartment(),
  ]);
  embeds = await embedMaker(hub);
});

afterAll(async () => {
  for (const department of [allowed, stranger]) department?.server.close();
  await Promise.all([hub?.stop(), browser?.close()]);
});

async function startDepartment(): Promise<Department> {
  const department = { snippet: "", headers: {} } as Department;
  department.server = createServer((_, response) => {
    response.setHeaders(new Headers({ "content-type": "text/html; charset=utf-8", ...department.headers }));
    response.end(
      `<!doctype html><html lang="ko"><link rel="icon" href="data:,"><title>부서</title>${department.snippet}</html>`,
    );
  });
  await new Promise<void>((resolve) => department.server.listen(0, "127.0.0.1", resolve));
  department.origin = `http://127.0.0.1:${(department.server.address() as AddressInfo).port}`;
  return department;
}

/** Opens a department's page with this snippet in it; gives the page, what went wrong in it, and the first of that. */
async function paste(
  department: Department,
  { snippet }: Pick<MadeEmbed, "snippet">,
  { headers = {}, ...options }: Partial<Pick<Department, "headers">> & Record<string, unknown> = {},
) {
  department.snippet = snippet;
  department.headers = headers;
  const page = await browser.newPage({ viewport: { width: 900, height: 700 }, ...options });
  const problems: string[] = [];
  const problem = new Promise<string>((resolve) => {
    page.on("console", (message) => message.type() === "error" && resolve(message.text()));
    page.on("pageerror", (error) => resolve(error.message));
  });
  problem.then((text) => problems.push(text));
  const answers: Response[] = [];
  page.on("response", (response) => response.url().startsWith(hub.url) && answers.push(response));
  await page.goto(department.origin);
  return { page, problem, problems, answers };
}

const make = (given: Record<string, unknown> = {}) => embeds.make({ origins: [allowed.origin], ...given });

describe("in a page of another origin", () => {
  test("an embed is shown where its origins allow it, as high as it is, without a complaint", async () => {
    const { page, problems } = await paste(allowed, await make());
    const panel = page.frameLocator("iframe").locator("main");
    await panel.waitFor();
    expect(await panel.locator("figcaption").textContent()).toContain("820백만원 중 시비 680백만원(82.9%)");
    // The frame begins with 640 pixels, and the snippet's script sets it to what the panel says.
    await page.waitForFunction("document.querySelector('iframe').style.height !== ''");
    await panel.locator("details:not(.chosen) > summary").click();
    await page.waitForFunction("document.querySelector('iframe').offsetHeight > 900");
    const inside = page.frames()[1]!;
    expect(await inside.evaluate("document.documentElement.scrollHeight - innerHeight")).toBe(0);
    await panel.locator("details:not(.chosen) > summary").click();
    await page.waitForFunction("document.querySelector('iframe').offsetHeight < 900");
    expect(problems).toEqual([]);
    await page.close();
  });

  test("an embed is not shown where its origins do not allow it", async () => {
    const { page, problem } = await paste(stranger, await make());
    expect(await problem).toContain("frame-ancestors");
    expect(await page.frameLocator("iframe").locator("main").count()).toBe(0);
    await page.close();
  });

  test("a forged one is not shown even where its origins allowed it", async () => {
    const { url, snippet } = await make();
    const { page, problem, answers } = await paste(allowed, { snippet: snippet.replace(url, `${url}x`) });
    expect(await problem).toMatch(/frame-ancestors|status of/);
    expect(answers.map((answer) => answer.status())).toContain(403);
    expect(await page.frameLocator("iframe").locator("main").count()).toBe(0);
    await page.close();
  });

  test.each([
    [
      "revoked",
      async ({ id, snippet }: MadeEmbed) => embeds.revoke(id).then(() => snippet),
      "거두어졌습니다",
    ],
    ["expired", (made: MadeEmbed) => expire(made), "기한이 지났습니다"],
  ])("one that is %s says so in its frame, and nothing else", async (_, spoil, sentence) => {
    const { page, answers } = await paste(allowed, { snippet: await spoil(await make()) });
    const panel = page.frameLocator("iframe").locator("main");
    expect(await panel.getByRole("alert").textContent()).toContain(sentence);
    expect(await panel.locator("svg, table").count()).toBe(0);
    expect(answers[0]!.status()).toBe(410);
    await page.close();
  });

  test.each<[string, string, (snippet: string) => string, Record<string, string>]>([
    [
      "sandbox without an origin",
      "INLINE",
      (snippet) => snippet.replace("<iframe ", '<iframe sandbox="allow-scripts" '),
      {},
    ],
    ["COEP require-corp", "INLINE", (snippet) => snippet, { "cross-origin-embedder-policy": "require-corp" }],
    [
      "COEP credentialless",
      "INLINE",
      (snippet) => snippet,
      { "cross-origin-embedder-policy": "credentialless" },
    ],
    [
      "a CSP without inline scripts",
      "FILE",
      (snippet) => snippet,
      {
        "content-security-policy":
          "default-src 'none'; script-src HUB; frame-src HUB; style-src 'unsafe-inline'; img-src data:",
      },
    ],
  ])("it has its style and its height in a page with %s", async (_, script, change, headers) => {
    const { id } = await make();
    const { embeds: list } = await embeds.ask(`{ embeds { nodes { id snippet(script: ${script}) } } }`);
    const { snippet } = list.nodes.find((node: MadeEmbed) => node.id === id);
    const policy = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll("HUB", hub.url)]),
    );
    const { page, problems } = await paste(allowed, { snippet: change(snippet) }, { headers: policy });
    await page.waitForFunction("document.querySelector('iframe').style.height !== ''");
    const panel = page.frameLocator("iframe").locator("main");
    await panel.locator("details:not(.chosen) > summary").click();
    await page.waitForFunction("document.querySelector('iframe').offsetHeight > 900");
    const font = await page
      .frames()[1]!
      .evaluate(
        "document.fonts.ready.then(() => [getComputedStyle(document.body).fontFamily, [...document.fonts].some((font) => font.status === 'loaded')])",
      );
    expect(font).toEqual([expect.stringContaining("Pretendard"), true]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test("without a script it scrolls where the page allows none", async () => {
    const { id } = await make();
    const { embeds: list } = await embeds.ask("{ embeds { nodes { id snippet(script: NONE) } } }");
    const { snippet } = list.nodes.find((node: MadeEmbed) => node.id === id);
    const headers = { "content-security-policy": "script-src 'self'" };
    const { page, problems } = await paste(allowed, { snippet }, { headers });
    await page.frameLocator("iframe").locator("figcaption").waitFor();
    expect(await page.evaluate("document.querySelector('iframe').offsetHeight")).toBe(640);
    expect(problems).toEqual([]);
    await page.close();
  });

  test("an embed is readable where neither page runs a script", async () => {
    const { page } = await paste(allowed, await make(), { javaScriptEnabled: false });
    const panel = page.frameLocator("iframe").locator("main");
    await panel.locator("figcaption").waitFor();
    expect(await panel.locator("svg:visible").count()).toBe(1);
    await panel.locator("details:not(.chosen) > summary").click();
    await panel.getByRole("link", { name: "106.5", exact: true }).waitFor();
    await page.close();
  });

  test("a viewer changes what the embed allows, inside the frame", async () => {
    const { page, problems } = await paste(allowed, await make({ change: ["quarter"], variables: [] }));
    const panel = page.frameLocator("iframe").locator("main");
    await panel.getByLabel("기준 분기").selectOption("2019-Q2");
    await panel.getByRole("button", { name: "보기" }).click();
    await page.waitForFunction("frames.length === 1");
    await page.frames()[1]!.waitForURL(/quarter=2019-Q2/);
    await panel.locator("figcaption").waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });

  test("an embed weighs at most 60 KB compressed without the font, in at most five requests", async () => {
    const { page, answers } = await paste(allowed, await make());
    await page.frameLocator("iframe").locator("figcaption").waitFor();
    await page.frames()[1]!.evaluate("document.fonts.ready.then(() => undefined)");
    await page.waitForFunction("document.querySelector('iframe').style.height !== ''");
    const weights = await Promise.all(
      answers
        .filter((answer) => !answer.url().endsWith(".woff2"))
        .map(async (answer) => (await answer.request().sizes()).responseBodySize),
    );
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(60_000);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(answers.length).toBeLessThanOrEqual(5);
    const [frame] = answers;
    expect(await frame!.headerValue("content-encoding")).toMatch(/^(br|gzip)$/);
    await page.close();
  });

  test.each([
    [".svg", 960],
    [".png", 1920],
  ])(
    "the picture %s is shown by <img>, in a page that no origin of the embed names",
    async (ending, width) => {
      const { url } = await make({ origins: [] });
      const { page, problems } = await paste(stranger, { snippet: `<img src="${url}${ending}" alt="금액">` });
      const drawn = "document.images[0].decode().then(() => document.images[0].naturalWidth)";
      expect(await page.evaluate(drawn)).toBe(width);
      expect(problems).toEqual([]);
      await page.close();
    },
  );
});

test("a page of another origin shows pictures of panels and reads answers, as a notebook does, and sends no mutation of a reader", async () => {
  const picture = `${hub.url}/panels/funding-by-year.png?municipality=41280&pledge=1-4-2&quarter=2019-Q2`;
  const { page } = await paste(stranger, { snippet: `<img src="${picture}" alt="금액">` });
  expect(await page.evaluate("document.images[0].decode().then(() => document.images[0].naturalWidth)")).toBe(
    1920,
  );
  const read = (query: string) =>
    page.evaluate(
      ([url, body]) =>
        fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: body!,
        }).then(async (response) => [response.headers.get("x-none"), (await response.json()) as unknown]),
      [hub.url, JSON.stringify({ query })],
    );
  expect(await read('{ municipality(code: "41280") { name } }')).toMatchObject([
    null,
    { data: { municipality: { name: "고양시" } } },
  ]);
  expect(JSON.stringify(await read("{ embeds { totalCount } }"))).toContain("TOKEN_REQUIRED");
  await page.close();
});

test.each([1440, 390])("axe finds nothing on an embed %i wide, and it fits", async (width) => {
  const { url } = await make({ change: ["quarter"] });
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  for (const language of ["ko", "en"]) {
    await page.goto(`${url}?lang=${language}`);
    await page.locator("details:not(.chosen) > summary").click();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: { id: string }[] }>("axe.run()");
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
  }
  await page.close();
});

test("an embed is light unless its address asks for another theme", async () => {
  const { url } = await make({ change: ["quarter"] });
  const page = await browser.newPage({ colorScheme: "dark" });
  const papers = [];
  for (const theme of ["", "?theme=light", "?theme=dark", "?theme=auto"]) {
    await page.goto(url + theme);
    papers.push(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
  }
  const [light, dark] = ["rgb(255, 255, 255)", "rgb(0, 0, 0)"];
  expect(papers).toEqual([light, light, dark, dark]);
  // What a viewer chooses keeps the theme.
  expect(await page.locator('form [name="theme"]').inputValue()).toBe("auto");
  expect((await page.goto(`${url}?theme=black`))?.status()).toBe(400);
  expect((await page.goto(`${url}.png?theme=dark`))?.status()).toBe(400);
  await page.close();
});

/** The snippet with the address that the hub gives once the end of an embed has passed. */
async function expire({ id, url, snippet }: MadeEmbed): Promise<string> {
  await hub.database.query("UPDATE embed SET expires_at = now() - interval '1 hour' WHERE id = $1", [id]);
  const { embeds: list } = await embeds.ask("{ embeds(first: 1) { nodes { url } } }");
  return snippet.replace(url, list.nodes[0].url);
}
