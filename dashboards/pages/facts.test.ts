import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { boards } from "../boards/boards.ts";

let hub: TestHub;

beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub?.stop());

const get = async (path: string) =>
  (await fetch(hub.url + path, { headers: { accept: "text/html" } })).text();

/** Where the links to facts in a panel's table lead, by the row's first cells. */
async function factsOf(panel: string) {
  const page = await get(panel);
  const rows = [...page.matchAll(/<tr data-row="\d+">([\s\S]*?)<\/tr>/g)].map(([, row]) => row!);
  return rows.map((row) => ({
    texts: [...row.matchAll(/<t[hd][^>]*>(?:<a [^>]*>)?([^<]*)/g)].map(([, text]) => text!),
    address: /<a class="facts-link" href="([^"]+)"/.exec(row)?.[1]?.replaceAll("&amp;", "&") ?? "",
  }));
}
const rowsIn = (page: string) => page.match(/<tr data-row=/g)?.length ?? 0;

describe("what is not reported leads to its facts, too", () => {
  test("pledges without a state lead to the list of these, from table and picture", async () => {
    const board = "/panels/pledges-by-state?municipality=99990&quarter=2025-Q4";
    const silent = (await factsOf(board)).at(-1)!;
    expect(silent.texts[0]).toBe("미보고");
    const list = await get(silent.address);
    expect(rowsIn(list)).toBeGreaterThan(0);
    expect(rowsIn(list)).toBe(Number(silent.texts[1]));
    expect(list).toContain('<option value="none" selected>미보고</option>');
    const states = (await factsOf(silent.address)).map(({ texts }) => texts[3]);
    expect(states).toEqual(Array.from({ length: rowsIn(list) }, () => "미보고"));
    expect(await get(board)).toMatch(
      /<a class="mark" href="[^"]*state=none[^"]*" data-row="\d+" aria-label="미보고 공약 수 \d+건">/,
    );
  });

  test("amounts before and after the term lead to the pledges that have them", async () => {
    const rows = await factsOf("/panels/published-by-year?municipality=41280&quarter=2019-Q2");
    const ofTerm = rows.filter(({ texts }) => texts[0] === "임기 전후");
    expect(ofTerm.map(({ texts }) => texts[1])).toEqual(["국비", "도비", "시비", "기타"]);
    const page = await get(ofTerm[0]!.address);
    expect(page).toContain('<option value="none" selected>임기 전후</option>');
    expect(rowsIn(page)).toBe(1);
    // The report prints nothing before or after the term; its columns say 0, of which the totals are proof.
    expect((await factsOf(ofTerm[0]!.address))[0]!.texts[7]).toBe("0");
  });

  test("the growth of an outlet leads to the months of both years", async () => {
    const [outlet] = await factsOf("/panels/growth-by-outlet?municipality=99990&year=2025");
    const months = (await factsOf(outlet!.address)).map(({ texts }) => texts[0]!);
    expect(new Set(months.map((month) => month.slice(0, 4)))).toEqual(new Set(["2024", "2025"]));
  });
});

/** Panels of the boards that have facts, each with a period that the sample reported. */
const withFacts = [...boards.values()].flatMap(({ panels }) =>
  panels.flatMap(({ panel }): [string, string][] => {
    const year = "year" in panel.variables ? "&year=2025" : "";
    return panel.facts ? [[panel.name, `/panels/${panel.name}?municipality=99990${year}`]] : [];
  }),
);

/** Rows that say 미보고, as these departments gave no purchase of the year: no fact stands behind them. */
const silent: Record<string, string[]> = { "purchase-by-department": ["소상공인지원과", "주택과"] };

test.each(withFacts)("every row of %s leads to facts that are there", async (name, panel) => {
  const rows = await factsOf(panel);
  expect(rows).not.toEqual([]);
  const empty: string[] = [];
  for (const { texts, address } of rows) {
    expect(address).toMatch(/^\/panels\//);
    if (rowsIn(await get(address)) === 0) empty.push(texts[0]!);
  }
  expect(empty).toEqual(silent[name] ?? []);
});

test("facts keep the year, the quarter and the department that were chosen", async () => {
  const page = await get("/panels/purchase-by-department?municipality=99990&year=2024");
  const links = [...page.matchAll(/<a class="facts-link" href="([^"]+)"/g)].map(([, to]) =>
    to!.replaceAll("&amp;", "&"),
  );
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    const { searchParams } = new URL(link, hub.url);
    expect([searchParams.get("year"), searchParams.get("municipality")]).toEqual(["2024", "99990"]);
    expect(searchParams.get("department")).toBeTruthy();
  }
});
