import chromium from "@sparticuz/chromium";
import build from "./build.js";
import startPostgres from "./start-postgres.js";

/** Jest's globalSetup: dist/ as the sources are now, a PostgreSQL for this run, and the browser out of its package. */
export default async function start() {
  build();
  // Here, once: of two test files that unpack it at a time, one starts a half-written program (ETXTBSY).
  await chromium.executablePath();
  await startPostgres();
}
