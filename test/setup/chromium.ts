import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Starts the Chromium that comes from npm, without a window; it has no Korean font of its own. */
export async function startChromium(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  // Not its own arguments: they put all in one process, which ends with its first page, and web security off.
  const args = ["--no-sandbox", "--disable-gpu"];
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}
