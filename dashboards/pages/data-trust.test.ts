import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { contractCorrection } from "../../test/setup/templates.ts";

let hub: TestHub;

beforeAll(async () => {
  hub = await startContractHub();
  await importFiles(hub.database, contractCorrection());
});
afterAll(() => hub.stop());

const get = async (path: string) =>
  (await fetch(hub.url + path, { headers: { accept: "text/html" } })).text();

test.each([
  ["ko", "1-1-3 · 2025년 4/4분기 · 2025년 · 국비", "집행액누계", "736,505,000원", "662,854,000원"],
  ["en", "1-1-3 · Q4 2025 · 2025 · National", "executed", "736,505,000 won", "662,854,000 won"],
])("a correction of thousands of won is told in won, in %s", async (language, ...texts) => {
  const [key, ...others] = texts;
  const page = await get(`/panels/corrections?municipality=99990&lang=${language}`);
  const row = page.split("<tr").find((one) => one.includes(key!));
  for (const text of others) expect(row).toContain(`>${text}<`);
});

test("kinds of data tell up to when they are reported and by which document; what is not reported says so", async () => {
  const page = await get("/panels/freshness?municipality=99990");
  const rowOf = (name: string) => page.split("<tr").find((one) => one.includes(`>${name}<`));
  expect(rowOf("예산")).toMatch(
    /2025년 4\/4분기.*<a href="\/documents\/[0-9a-f]{64}">11-예산-정정\.csv<\/a>/s,
  );
  expect(rowOf("분기 추진실적")).toMatch(/미보고.*미보고/s);
  expect(page).toContain("9가지 가운데 8가지가 보고되었습니다. 미보고: 분기 추진실적.");
});

test("the board begins with the day on which something was last published", async () => {
  const page = await get("/dashboards/data-trust?municipality=99990");
  const { data } = await hub.ask(`{ releases(municipality: "99990", first: 1) { nodes { publishedAt } } }`);
  const inKorea = new Date(Date.parse(data.releases.nodes[0].publishedAt) + 9 * 3_600_000);
  expect(page).toContain(`마지막 공표 ${inKorea.toISOString().slice(0, 10)}`);
});
