import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startChromium } from "../../test/setup/chromium.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";

const panel = "/panels/purchase-by-department?municipality=99990";
let hub: TestHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startContractHub(), startChromium()]);
});
afterAll(() => Promise.all([hub?.stop(), browser?.close()]));

/** Opens an address of the hub, by mouse or by finger, and tells what went wrong in the browser. */
async function open(path: string, { hasTouch = false, width = 1440 } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, hasTouch });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(hub.url + path);
  return { page, problems };
}

test("a click on a link to facts opens a drawer, and a click there leads to the line of the document", async () => {
  const { page, problems } = await open("/dashboards/budget-execution?municipality=99990");
  await page.getByRole("link", { name: "근거 보기" }).last().click();
  const quote = page.getByRole("dialog").getByRole("row").nth(1).getByRole("link");
  await quote.waitFor();
  await quote.click();
  await page.waitForURL(/\/documents\/[0-9a-f]{64}/);
  expect(problems).toEqual([]);
  await page.close();
});

test("a mark tells numerator and denominator under the mouse and under the keyboard, and Enter opens its facts", async () => {
  const { page, problems } = await open(panel);
  const marks = page.locator(".picture.wide a.mark");
  await marks.first().hover();
  const hint = page.locator(".hint");
  await expect(hint.innerText()).resolves.toMatch(/우선구매율: [\d.]+%.*[\d.,]+ \/ [\d.,]+백만원/s);
  await page.mouse.move(0, 0);
  expect(await hint.isHidden()).toBe(true);
  // From the last control before the picture, as somebody without a mouse comes to it.
  await page.getByRole("button", { name: "보기" }).focus();
  await page.keyboard.press("Tab");
  const isOnFirst = "document.activeElement === document.querySelector('.picture.wide a.mark')";
  expect(await page.evaluate(isOnFirst)).toBe(true);
  await expect(hint.innerText()).resolves.toMatch(/[\d.,]+ \/ [\d.,]+백만원/);
  const label = await marks.first().getAttribute("aria-label");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("row").nth(1).getByRole("link").first().waitFor();
  const departments = await drawer.locator("tbody tr td:nth-child(3)").allTextContents();
  expect(new Set(departments)).toEqual(new Set([label!.split(" ")[0]]));
  expect(problems).toEqual([]);
  await page.close();
});

describe("the drawer is left as it was come to", () => {
  const isOnFirst = "document.activeElement === document.querySelector('.picture.wide a.mark')";

  test("by keyboard: Esc closes it, and focus is on the mark again", async () => {
    const { page } = await open(panel);
    await page.getByRole("button", { name: "보기" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    expect(await page.locator(".hint").isHidden()).toBe(true);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("닫기");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await page.waitForFunction(isOnFirst);
    await page.close();
  });

  test("by mouse: a click beside it closes it", async () => {
    const { page } = await open(panel);
    await page.locator(".picture.wide a.mark").first().click();
    await page.getByRole("dialog").waitFor();
    await page.mouse.click(20, 400);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.waitForFunction(isOnFirst);
    await page.locator(".hint").waitFor({ state: "hidden" });
    expect(await page.getByRole("dialog").isVisible()).toBe(false);
    await page.close();
  });

  test("by finger: a tap opens it, facts in it stay in it, and its button closes it", async () => {
    const { page } = await open("/dashboards/budget-execution?municipality=99990", {
      hasTouch: true,
      width: 390,
    });
    await page.locator("[data-panel='execution-by-department'] .picture.narrow a.mark").first().tap();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("heading", { name: "집행이 더딘 공약" }).waitFor();
    await drawer
      .getByRole("link", { name: /근거 보기/ })
      .first()
      .tap();
    await drawer.getByRole("heading", { name: "공약의 금액과 출처" }).waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("닫기");
    await drawer.getByRole("button", { name: "닫기" }).tap();
    await drawer.waitFor({ state: "hidden" });
    await page.waitForFunction(
      "document.activeElement.closest('[data-panel]')?.dataset.panel === 'execution-by-department'",
    );
    await page.close();
  });
});

test("the form for an embed opens over its panel, and Esc leads back to where it was opened", async () => {
  const { page, problems } = await open(panel);
  const link = page.getByRole("link", { name: "퍼가기" });
  await link.click();
  const dialog = page.getByRole("dialog", { name: "퍼가기: 부서별 우선구매율과 목표" });
  await dialog.getByLabel("넣을 화면의 출처(한 줄에 하나)").fill("https://www.example.go.kr");
  await dialog.getByLabel("분석가의 토큰").fill("hub_wrong");
  await page.keyboard.press("Escape");
  expect(await dialog.isHidden()).toBe(true);
  expect(await page.evaluate("document.activeElement.textContent")).toBe("퍼가기");
  await link.click();
  await dialog.getByLabel("분석가의 토큰").fill("hub_wrong");
  await dialog.getByRole("button", { name: "코드 만들기" }).click();
  await page.waitForURL(/\/panels\/purchase-by-department\/embed/);
  await page.getByRole("alert").waitFor();
  expect(problems.filter((problem) => !problem.includes("status of 4"))).toEqual([]);
  await page.close();
});
