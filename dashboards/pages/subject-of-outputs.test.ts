import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { embedMaker } from "../../test/setup/embed.ts";
import { startTestHub, type TestHub } from "../../test/setup/hub.ts";
import { boards } from "../boards/boards.ts";

const feeds = "test/contract/feeds";
const department = "복지정책과";
const choices = `municipality=99990&year=2025&basis=SOCIAL_ECONOMY&department=${encodeURIComponent(department)}`;
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
  const names = readdirSync(feeds).filter((name) => !name.startsWith("11"));
  const files = names.map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
  await importFiles(hub.database, { files, municipality: "99990" });
});
afterAll(() => hub?.stop());

const get = async (path: string) =>
  (await fetch(hub.url + path, { headers: { accept: "text/html" } })).text();

/** The words of a page or picture, without its choices and markup. */
const wordsOf = (markup: string) =>
  markup
    .replace(/<form[\s\S]*?<\/form>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const isSaidBy = (words: string) => {
  for (const part of ["표본시", "2025년", department, "사회적경제", "공표 회차 1"])
    expect(words).toContain(part);
};

describe("city, period, department, basis and release are said by", () => {
  test("each panel of a board, also in print and on the wall, where nothing can be chosen", async () => {
    for (const path of ["", "&rotate=30"]) {
      const page = await get(`/dashboards/purchase-rate?${choices}${path}`);
      const panels = page.split('<section class="panel').slice(1).map(wordsOf);
      expect(panels.length).toBeGreaterThan(1);
      const withBasis = panels.filter((panel) => !panel.includes("두 기준의 우선구매율"));
      for (const panel of withBasis) isSaidBy(panel);
    }
  });

  test.each(["/panels/purchase-by-kind", "/panels/purchase-by-kind.svg"])("%s", async (path) => {
    isSaidBy(wordsOf(await get(`${path}?${choices}`)));
  });

  test("an embed and its picture", async () => {
    const embeds = await embedMaker(hub);
    const variables = [...new URLSearchParams(choices)].map(([name, value]) => ({ name, value }));
    const { url } = await embeds.make({ panel: "purchase-by-kind", variables });
    for (const ending of ["", ".svg"]) isSaidBy(wordsOf(await get(new URL(url).pathname + ending)));
  });

  test("a picture whose notes do not fit into one line, in more", async () => {
    const svg = await get(`/panels/purchase-by-kind.svg?${choices}`);
    const notes = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
    expect(notes.filter((text) => text.length > 120)).toEqual([]);
  });
});

test("one word, one number: the outlets board names what is like for like, and shows the whole beside it", async () => {
  const page = await get("/dashboards/outlets?municipality=99990&year=2025");
  const { data } = await hub.ask(`{
    ${["alike", "all"].map(
      (
        name,
      ) => `${name}: outletSalesSummary(where: { municipality: ["99990"], year: [2025] }, groupBy: [YEAR], compareTo: PREVIOUS_YEAR, likeForLike: ${name === "alike"}) {
      rows { salesIn(unit: MILLION_WON) }
    }`,
    )}
  }`);
  const figures = [data.alike, data.all].map(({ rows }) => rows[0].salesIn.toFixed(2).replace(/\.?0+$/, ""));
  expect(new Set(figures).size).toBe(2);
  const [totals = ""] = /<figcaption[^>]*>[\s\S]*?<\/figcaption>/.exec(page) ?? [];
  expect(totals).toContain(`매출(같은 조건) ${figures[0]}백만원`);
  expect(totals).toContain(`매출(전체) ${figures[1]}백만원`);
  const names = [...page.matchAll(/<th scope="col"[^>]*>([^<]*(?:매출|성장률)[^<]*)/g)].map(
    ([, name]) => name!,
  );
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !/\((같은 조건|전체)\)/.test(name))).toEqual([]);
  const csv = await get("/panels/growth-by-outlet.csv?municipality=99990&year=2025");
  expect(csv.split("\r\n")[0]).toContain("매출(같은 조건)(백만원)");
});

test("no sentence of a board calls anything the best that is reported in part", async () => {
  let partial = 0;
  for (const name of boards.keys()) {
    const page = await get(`/dashboards/${name}?municipality=99990`);
    for (const [, caption = ""] of page.matchAll(/<figcaption[^>]*>([\s\S]*?)<\/figcaption>/g)) {
      const [, named = ""] = /견주지 않음: ([^.]*)\./.exec(caption) ?? [];
      const best = /(최고|최저): [^.]*/g;
      for (const one of named.split(/\([^)]*\),? ?/).filter(Boolean)) {
        partial += 1;
        expect((caption.match(best) ?? []).filter((part) => part.includes(`: ${one} `))).toEqual([]);
      }
    }
  }
  expect(partial).toBeGreaterThan(0);
});
