import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import axe from "axe-core";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Page } from "playwright-core";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { parseQuarter } from "../../schema/core/scalars/quarter.ts";
import { addMunicipality } from "../../test/setup/add-municipality.ts";
import { startChromium } from "../../test/setup/chromium.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { boards } from "../boards/boards.ts";

const panel = "/panels/funding-by-year?municipality=41280&pledge=1-4-2&quarter=2019-Q2";
/** axe reads the widest and the narrowest layout: this one lies between them, has nothing that neither has, and is read in the dark. */
const between = 1024;
const widths = [1440, between, 390];
let hub: TestHub;
let browser: Browser;
let document: string;
/** The same report, as a PDF. */
let officeDocument: string;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startContractHub(), startChromium()]);
  const { data } = await hub.ask("{ releases { nodes { documents { url } } } }");
  document = data.releases.nodes[0].documents[0].url;
  officeDocument = await importPdf();
});

/** Imports the PDF of the report for a city of its own; gives its address. */
async function importPdf(): Promise<string> {
  const municipality = "99991";
  await addMunicipality(hub.database, { code: municipality, name: "시험시" });
  const files = [
    { name: "보고서.pdf", bytes: readFileSync("test/contract/office/goyang-1-4-2-2019-Q2.pdf") },
  ];
  const { refused } = await importFiles(hub.database, {
    files,
    municipality,
    quarter: parseQuarter("2019-Q2"),
  });
  expect(refused).toBe(false);
  const [{ sha256 }] = await hub.database.query(
    "SELECT sha256 FROM source_document WHERE name = '보고서.pdf'",
  );
  return `/documents/${sha256}`;
}

afterAll(() => Promise.all([hub?.stop(), browser?.close()]));

/** Opens an address of the hub and tells what went wrong in the browser and whom it asked. */
async function open(path: string, width: number, height = 900) {
  const page = await browser.newPage({ viewport: { width, height } });
  const problems: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto(hub.url + path);
  await page.evaluate("document.fonts.ready");
  return { page, problems, hosts };
}

/** The sizes of all text in a page's pictures as it is shown, in CSS pixels; none where it has no picture. */
const sizesOfText = (page: Page) =>
  page.evaluate<number[]>(`[...document.querySelectorAll(".picture svg")].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    if (scale === 0) return [];
    return [...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
  })`);

/** What axe objects to on a page as it is shown: the rule and the first element of each. */
async function violationsOf(page: Page, options: object = {}) {
  await page.evaluate(axe.source);
  type Result = { violations: { id: string; nodes: { html: string }[] }[] };
  // It describes the elements of violations only, of which there are none: most of its time goes into the others.
  const { violations } = await page.evaluate<Result>(
    `axe.run(${JSON.stringify({ resultTypes: ["violations"], ...options })})`,
  );
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/** What axe objects to in the colours of the dark. */
async function darkViolationsOf(page: Page) {
  await page.emulateMedia({ colorScheme: "dark" });
  const violations = await violationsOf(page, { runOnly: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  return violations;
}

const overflow = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");

const places: [string, () => string][] = [
  ["the first page", () => "/"],
  ["the panel", () => panel],
  ["the panel in English", () => `${panel}&lang=en`],
  ...["budget-totals", "purchase-by-department", "enrollment-by-course"].map(
    (name): [string, () => string] => [
      `the panel ${name} with its table`,
      () => `/panels/${name}?municipality=99990`,
    ],
  ),
  ["the document", () => `${document}#L51`],
  ["the office document", () => `${officeDocument}#L19C5`],
  ["the form for an embed", () => panel.replace("?", "/embed?")],
  ["the list of embeds", () => "/embeds"],
  ["the page to sign in", () => "/sign-in"],
  ["the list of panels", () => "/panels"],
  ["a board without figures", () => "/dashboards/purchase-rate?municipality=41280"],
  ...[...boards.keys()].map((name): [string, () => string] => [
    `the board ${name}`,
    () => `/dashboards/${name}?municipality=99990`,
  ]),
];

/** Where no picture is expected; all other places must have one. */
const withoutPicture = new Set([
  "the first page",
  "the document",
  "the office document",
  "the form for an embed",
  "the list of embeds",
  "the page to sign in",
  "the list of panels",
  "a board without figures",
]);

describe("at all widths", () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open("/", widths[0]!);
  });
  afterAll(() => opened?.page.close());

  // Loaded once: the hub writes one page for all widths, and no script of it asks for the width.
  test.each(places)(
    "%s fits, fails nowhere, asks no other host, and axe finds nothing",
    async (place, path) => {
      const { page, problems, hosts } = opened;
      problems.splice(0);
      await page.goto(hub.url + path());
      await page.evaluate("document.fonts.ready");
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const wide = await overflow(page);
        const sizes = await sizesOfText(page);
        expect({ width, hasPicture: sizes.length > 0 }).toEqual({
          width,
          hasPicture: !withoutPicture.has(place),
        });
        expect(sizes.filter((size) => size < 11)).toEqual([]);
        const violations = await (width === between ? darkViolationsOf(page) : violationsOf(page));
        expect({ width, problems, hosts: [...hosts], overflow: wide, violations }).toEqual({
          ...{ width, problems: [], hosts: [new URL(hub.url).host], overflow: 0, violations: [] },
        });
      }
    },
  );
});

test("a reader switches to the dark, pictures too; the choice is kept, and print stays on white", async () => {
  const { page } = await open("/dashboards/purchase-rate?municipality=99990", 390);
  type Colours = { paper: string; words: string[] };
  const colours = () =>
    page.evaluate<Colours>(`({
      paper: getComputedStyle(document.body).backgroundColor,
      words: [...new Set([...document.querySelectorAll(".picture.narrow text")].map((text) => getComputedStyle(text).fill))],
    })`);
  /** How light a colour is, from 0 to 255. */
  const lightness = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
  const isDark = ({ paper, words }: Colours) =>
    lightness(paper) < 40 && words.length > 0 && words.every((word) => lightness(word) > 180);
  const isLight = ({ paper, words }: Colours) =>
    lightness(paper) === 255 && words.length > 0 && words.every((word) => lightness(word) < 100);
  expect(isLight(await colours())).toBe(true);
  await page.getByRole("button", { name: "어두운 화면" }).click();
  expect(isDark(await colours())).toBe(true);
  await page.reload();
  expect(isDark(await colours())).toBe(true);
  await page.emulateMedia({ media: "print" });
  expect(isLight(await colours())).toBe(true);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.getByRole("button", { name: "밝은 화면" }).click();
  expect(isLight(await colours())).toBe(true);
  await page.close();
});

test("on a phone the choices take one line, and the first screen holds figures; who opens them goes on choosing", async () => {
  const { page } = await open("/dashboards/purchase-rate?municipality=99990&year=2025", 360, 740);
  const line = page.locator(".chosen > summary");
  const { height: lineHeight } = (await line.boundingBox())!;
  expect([lineHeight < 60, await page.locator("form.choices").isVisible()]).toEqual([true, false]);
  const figures = page.locator(".picture.narrow").first();
  const { y, height } = (await figures.boundingBox())!;
  expect(y + height).toBeLessThan(740);
  await line.click();
  await page.locator('select[name="year"]').selectOption("2024");
  await page.getByRole("status").filter({ hasText: "고른 대로 보입니다." }).waitFor({ state: "attached" });
  expect(await line.innerText()).toContain("2024");
  expect(await page.locator('select[name="year"]').isVisible()).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect([await line.isVisible(), await page.locator("form.choices").isVisible()]).toEqual([false, true]);
  await page.close();
});

test("a board is printed on A4 that lies, two or more panels to a page where they fit", async () => {
  const { page } = await open("/dashboards/purchase-rate?municipality=99990&year=2025", 390);
  const pdf = await getDocument({
    data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })),
    verbosity: 0,
  }).promise;
  const sizes = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const [, , width = 0, height = 0] = (await pdf.getPage(at + 1)).view;
      return [Math.round(width), Math.round(height)];
    }),
  );
  const lying = [842, 595];
  // Two rows of large figures; the departments; the quarters beside the kinds of enterprises.
  expect(sizes).toEqual([lying, lying, lying]);
  await page.close();
});

describe.each(widths)("at a width of %i", (width) => {
  test("pages are set in the hub's own font for Hangul", async () => {
    const { page } = await open("/", width);
    expect(await page.evaluate("document.fonts.check('16px \"Pretendard GOV\"', '공약')")).toBe(true);
    expect(await page.locator("html").getAttribute("lang")).toBe("ko");
    await page.close();
  });

  test("the cited cell of an office document is marked and in view", async () => {
    const { page } = await open(`${officeDocument}#L19C5`, width);
    const cell = page.locator("td:target");
    expect(await cell.textContent()).toBe("612.5");
    const { y, x } = (await cell.boundingBox())!;
    expect([y > 0, y < 900, x > 0, x < width]).toEqual([true, true, true, true]);
    const colours = await page.evaluate<string[]>(
      "[...document.querySelectorAll('td:target, td#L19C6')].map((cell) => getComputedStyle(cell).backgroundColor)",
    );
    expect(new Set(colours).size).toBe(2);
    await page.close();
  });

  test("a click on a figure opens its document with the line marked and in view", async () => {
    const { page } = await open(panel, width);
    await page.getByRole("link", { name: "106.5", exact: true }).click();
    await page.waitForURL(/\/documents\/[0-9a-f]{64}#L51$/);
    const line = page.locator("li:target");
    expect(await line.locator("code").first().textContent()).toContain("국비\t106.5");
    const colour = await page.evaluate(
      "getComputedStyle(document.querySelector('li:target')).backgroundColor",
    );
    expect(colour).not.toBe("rgba(0, 0, 0, 0)");
    const box = await line.boundingBox();
    expect(box!.y >= 0 && box!.y + box!.height <= 900).toBe(true);
    await page.close();
  });
});

test("the pages work without a script: another pledge is chosen by the form", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(hub.url + panel);
  await page.getByLabel("기준 분기").selectOption("2019-Q2");
  await page.getByRole("button", { name: "보기" }).click();
  expect(new URL(page.url()).searchParams.get("quarter")).toBe("2019-Q2");
  expect(await page.locator("figcaption").textContent()).toContain(
    "2019: 820백만원 중 시비 680백만원(82.9%)",
  );
  await context.close();
});

test("captions, pictures and sources of panels side by side stand at one height", async () => {
  const { page } = await open("/dashboards/purchase-rate?municipality=99990", 1440);
  for (const part of ["h2", "figcaption", ".picture.wide", ".foot"]) {
    const heights = await page
      .locator(`.half ${part}`)
      .evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().top)));
    expect([part, heights.length, new Set(heights).size]).toEqual([part, 2, 1]);
  }
  await page.close();
});

test("choosing shows at once what is chosen, keeps the place of the keyboard, and Back goes back", async () => {
  const { page, problems } = await open("/dashboards/purchase-rate?municipality=99990&year=2025", 1440);
  const department = page.getByLabel("소관부서");
  await department.focus();
  await department.selectOption("회계과");
  await page.waitForURL(/department=/);
  expect(await department.inputValue()).toBe("회계과");
  expect(await page.evaluate("document.activeElement.name")).toBe("department");
  expect(await page.locator("[role=status]").last().innerText()).toBe("고른 대로 보입니다.");
  const names = page.locator("section[aria-labelledby=purchase-by-department] tbody th");
  expect(await names.allTextContents()).toEqual(["회계과"]);
  await page.goBack();
  await expect(names.nth(1).waitFor({ state: "attached" })).resolves.toBeUndefined();
  expect(await department.inputValue()).toBe("");
  // Goyang has no purchases of any year: its board says so, and names no year that is wrong.
  await page.getByLabel("지방자치단체").selectOption("41280");
  await page.waitForURL(/municipality=41280&basis=SOCIAL_ENTERPRISE$/);
  await page.getByText("고양시에서 ‘우선구매율’의 수치를 보고한 자료가 아직 없습니다.").waitFor();
  expect(problems).toEqual([]);
  await page.close();
});

test("the skip link leads into the page as it stands, and asks the hub for nothing", async () => {
  const { page } = await open("/dashboards/purchase-rate?municipality=99990&year=2025", 1440);
  const requests = await page.evaluate<string[]>(`new Promise((done) => {
    const requests = [];
    const { fetch } = window;
    window.fetch = (...request) => requests.push(String(request[0])) && fetch(...request);
    addEventListener("hashchange", () => done(requests));
    document.querySelector("a.skip").click();
  })`);
  expect(requests).toEqual([]);
  expect(await page.evaluate("document.activeElement.id")).toBe("content");
  await page.close();
});

test("a kiosk shows each board screen by screen, none of it below the edge, and begins again", async () => {
  const start = `/dashboards/${[...boards.keys()][0]}?municipality=99990&rotate=3600`;
  const titlesShown = new Set<string>();
  let address = start;
  do {
    const { page } = await open(address, 1920, 1080);
    expect(await page.locator("header.top").isHidden()).toBe(true);
    expect(await page.locator("form.choices").isHidden()).toBe(true);
    const below = await page.evaluate("document.documentElement.scrollHeight - innerHeight");
    expect({ address, below }).toEqual({ address, below: 0 });
    for (const title of await page.locator("section.panel > .head h2").allInnerTexts())
      titlesShown.add(title);
    const refresh = await page.locator("meta[http-equiv=refresh]").getAttribute("content");
    expect(refresh).toMatch(/^3600;url=/);
    address = refresh!.slice("3600;url=".length);
    await page.close();
  } while (address !== start);
  const titles = [...boards.values()].flatMap(({ panels }) => panels.map(({ panel }) => panel.title.ko));
  expect(titlesShown).toEqual(new Set(titles));
});

test("every link of the first page leads somewhere", async () => {
  const { page } = await open("/", 1440);
  const links = await page
    .locator("a")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  const answers = await Promise.all(
    [...new Set(links)].map(async (link) => {
      const { status } = await fetch(new URL(link, hub.url), { headers: { accept: "text/html" } });
      return [link, status];
    }),
  );
  expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  expect(links).toContain(document);
  await page.close();
});
