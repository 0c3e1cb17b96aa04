import { mkdir } from "node:fs/promises";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";

// `npm run screenshots` while a hub runs (HUB_URL, or this machine's): the pictures of the README.
const hub = process.env.HUB_URL ?? "http://127.0.0.1:4000";
const folder = "docs/pictures";
const pictures = [
  { file: "funding-by-year.png", path: "/panels/funding-by-year", place: "section.panel" },
  {
    file: "purchase-rate.png",
    path: "/dashboards/purchase-rate?municipality=99999",
    place: "body",
    height: 1900,
  },
];

await mkdir(folder, { recursive: true });
chromium.setGraphicsMode = false;
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox"],
});
try {
  for (const { file, path, place, height = 900 } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1200, height }, deviceScaleFactor: 2 });
    await page.goto(hub + path);
    await page.evaluate("document.fonts.ready");
    // A board is longer than a reader's patience: its first screen is shown.
    if (place === "body") await page.screenshot({ path: `${folder}/${file}` });
    else await page.locator(place).screenshot({ path: `${folder}/${file}` });
    console.log(`${folder}/${file}`);
  }
} finally {
  await browser.close();
}
