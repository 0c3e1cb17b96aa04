import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { embedMaker } from "../../test/setup/embed.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { contractCorrection } from "../../test/setup/templates.ts";
import { momentOf } from "../panels/moment.ts";

let hub: TestHub;
/** When the feeds were published, and when the last of them was corrected. */
let published: string;
let corrected: string;

beforeAll(async () => {
  hub = await startContractHub();
  await importFiles(hub.database, contractCorrection());
  const { data } = await hub.ask('{ releases(municipality: "99990") { nodes { publishedAt } } }');
  [corrected, published] = data.releases.nodes.map((node: { publishedAt: string }) => node.publishedAt);
});
afterAll(() => hub?.stop());

const get = async (path: string, ending = "", asOf = "", more = {}) => {
  const choices = new URLSearchParams({ municipality: "99990", ...(asOf && { asOf }), ...more });
  const answer = await fetch(`${hub.url}${path}${ending}?${choices}`);
  return { status: answer.status, body: await answer.text() };
};

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: "\r\n" });

/** The money of national source that a pledge executed, in 백만원, in the table to take away. */
const executed = async (asOf = "") => {
  const { body } = await get("/panels/funding-lines", ".csv", asOf, { pledge: "1-1-1", quarter: "2025-Q4" });
  return rowsOf(body).find((row) => row.단계 === "집행 누계" && row.재원 === "국비")?.["금액(백만원)"];
};

/** A moment in Korea, to the minute. */
const minute = (moment: string) =>
  new Date(Date.parse(moment) + 9 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

describe("what was corrected", () => {
  test("stands corrected now, and as it was known at a moment before", async () => {
    expect(await executed()).toBe("772.314");
    expect(await executed(corrected)).toBe("772.314");
    expect(await executed(published)).toBe("858.127");
    expect(await executed(new Date(Date.parse(corrected) - 1).toISOString())).toBe("858.127");
  });

  test("says in tables, on pages and in pictures as known when, and leads to facts of that time", async () => {
    const note = `${minute(published)}까지 공표된 대로`;
    const csv = await get("/panels/execution-by-department", ".csv", published);
    const moments = rowsOf(csv.body).map((row) => row["조건: 공표 시점"]);
    expect(new Set(moments)).toEqual(new Set([minute(published)]));
    for (const ending of [".svg", ""]) {
      expect((await get("/panels/execution-by-department", ending, published)).body).toContain(note);
      expect((await get("/panels/execution-by-department", ending)).body).not.toContain("까지 공표된 대로");
    }
    const { body } = await get("/dashboards/budget-execution", "", published);
    expect(body).toMatch(
      new RegExp(`<option value="${published}" selected>${minute(published)} \\(1회차\\)</option>`),
    );
    const facts = [...body.matchAll(/class="facts-link" href="([^"]+)"/g)].map(([, to]) => to);
    expect(facts.length).toBeGreaterThan(10);
    expect(facts.filter((to) => !to?.includes(`asOf=${encodeURIComponent(published)}`))).toEqual([]);
  });

  test("is no correction, finding or release before it happened", async () => {
    const rows = async (panel: string, asOf = "") => {
      const { body } = await get(`/panels/${panel}`, ".csv", asOf);
      return rowsOf(body);
    };
    expect(await rows("corrections")).toHaveLength(3);
    expect(await rows("corrections", published)).toEqual([]);
    expect(await rows("releases")).toHaveLength(2);
    expect(await rows("releases", published)).toHaveLength(1);
  });

  test("is not in an embed of the time before, whose viewer may choose now only where it is allowed", async () => {
    const embeds = await embedMaker(hub);
    const variables = [
      { name: "municipality", value: "99990" },
      { name: "asOf", value: published },
      { name: "pledge", value: "1-1-1" },
      { name: "quarter", value: "2025-Q4" },
    ];
    const { url } = await embeds.make({ panel: "funding-lines", variables });
    const frame = await fetch(hub.url + new URL(url).pathname);
    expect(await frame.text()).toContain("858.13");
    const other = await fetch(`${hub.url}${new URL(url).pathname}?asOf=${encodeURIComponent(corrected)}`);
    expect(other.status).toBe(403);
    const open = await embeds.make({ panel: "funding-lines", variables, change: ["asOf"] });
    const now = await fetch(`${hub.url}${new URL(open.url).pathname}?asOf=`);
    expect(await now.text()).toContain("772.31");
    for (const value of ["어제", "2999-01-01"]) {
      const nowhen = [...variables.slice(0, 1), { name: "asOf", value }];
      await expect(embeds.make({ panel: "funding-lines", variables: nowhen })).rejects.toMatchObject({
        code: "CHOICE_UNKNOWN",
      });
    }
  });
});

describe("a moment that an address names", () => {
  test.each([
    "/dashboards/budget-execution",
    "/dashboards/data-trust",
    "/panels/budget-totals",
    "/panels/purchase-by-department",
    "/panels/releases",
  ])("is told once, and is no lack of reports, where it is wrong: %s", async (path) => {
    for (const wrong of ["2999-01-01", "2025-02-30", "2025-03-01T09:00", "어제"]) {
      const { status, body } = await get(path, "", wrong);
      expect({ wrong, status }).toEqual({ wrong, status: 404 });
      expect(body.match(/<code>[A-Z_]+<\/code>/g)).toEqual(["<code>CHOICE_UNKNOWN</code>"]);
      expect(body).toContain(`‘공표 시점’에 쓸 수 없는 값입니다: ‘${wrong}’.`);
    }
    const early = await get(path, "", "2020-01-01");
    expect(early.body.match(/<code>[A-Z_]+<\/code>/g)).toEqual(["<code>NOTHING_PUBLISHED</code>"]);
    expect(early.body).toContain(`첫 공표(${minute(published)})`);
  });

  test("is the end of a day in Korea, and now for today", () => {
    const now = new Date("2026-03-01T16:00:00Z");
    expect(momentOf("2026-03-01", now)).toEqual(new Date("2026-03-01T14:59:59.999Z"));
    expect(momentOf("2026-03-02", now)).toEqual(now);
    expect(momentOf("2026-03-01T10:00:00Z", now)).toEqual(new Date("2026-03-01T10:00:00Z"));
    expect(momentOf("2026-03-01T19:00 09:00", now)).toEqual(new Date("2026-03-01T10:00:00Z"));
  });

  test.each([
    "",
    "2026",
    "2026-13-01",
    "2026-02-29",
    "2026-03-01T25:00Z",
    "2026-03-01T09:00",
    "이천이십육년",
  ])("is not %p", (text) => {
    expect(momentOf(text, new Date())).toBeNull();
  });
});

const pageAt = async (path: string) =>
  (await fetch(hub.url + path, { headers: { accept: "text/html" } })).text();

/** The permanent address that a page states, and its texts to copy. */
const citationIn = (page: string) => ({
  address: (/<a href="([^"]+)" rel="bookmark">/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&"),
  texts: [...page.matchAll(/class="copied">([^<]*)</g)].map(([, text]) => text!),
});

test.each(["/panels/pledge-money", "/dashboards/budget-execution", "/pledges/99990/1-1-3"])(
  "%s is cited in both languages and as BibTeX, with an address that no later release changes",
  async (path) => {
    const { data } = await hub.ask(`{ releases(municipality: "99990") { nodes { number publishedAt } } }`);
    const [second, first] = data.releases.nodes;
    const query = path.startsWith("/pledges") ? "" : "municipality=99990&";
    const now = citationIn(await pageAt(`${path}?${query}`));
    expect(new URL(now.address).searchParams.get("asOf")).toBe(second.publishedAt);
    expect(now.texts).toHaveLength(5);
    expect(now.texts.slice(0, 2).join()).toMatch(/표본시 \(합성 데이터\).*「.*」.*2회차/);
    expect(now.texts.slice(2, 4).join()).toMatch(/표본시 \(Synthetic data\).*“.*”.*release 2/i);
    // The words of choices are of the language of the citation.
    expect(now.texts.slice(2, 4).join()).not.toMatch(/부서,|분기/);
    expect(now.texts[4]).toMatch(/^@misc\{hub-99990-r2-[\w-]+,\n {2}author = \{\{표본시/);
    const before = citationIn(await pageAt(`${path}?${query}asOf=${encodeURIComponent(first.publishedAt)}`));
    expect(new URL(before.address).searchParams.get("asOf")).toBe(first.publishedAt);
    expect(before.texts[0]).toContain("1회차");
    // What was cited cites itself.
    const again = await pageAt(now.address.replace(hub.url, ""));
    expect(citationIn(again)).toEqual(now);
  },
);

test("a file cites itself: its address in each row, and BibTeX beside it", async () => {
  const choices = "municipality=99990&quarter=2025-Q4";
  const csv = await (await fetch(`${hub.url}/panels/pledge-money.csv?${choices}`)).text();
  const [address = ""] = /http:[^",\r]+asOf=[^",\r]+/.exec(csv) ?? [];
  const pinned = await fetch(address.replace("/pledge-money?", "/pledge-money.csv?"));
  expect(pinned.status).toBe(200);
  const [, row] = csv.split("\r\n");
  expect((await pinned.text()).split("\r\n")[1]!.split(",").slice(0, 5)).toEqual(row!.split(",").slice(0, 5));
  const bib = await (await fetch(`${hub.url}/panels/pledge-money.bib?${choices}`)).text();
  expect(bib).toContain(`  url = {${address}}`);
});
