import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fastify, { type FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { statePublication } from "../../server/http/publication-headers.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { boards } from "../boards/boards.ts";
import { pngOf } from "../drawing/png.ts";
import { unstated } from "../publication/publication.ts";
import { pages } from "./routes.ts";

let hub: TestHub;
/** A second set of pages that asks the hub by way of this test, which may let a question fail. */
let server: FastifyInstance;
const failing = new Map<string, () => Error>();
/** The operations that these pages asked, in order. */
const questions: string[] = [];

beforeAll(async () => {
  hub = await startContractHub();
  server = fastify();
  statePublication(server, unstated);
  await server.register(
    pages(() => async (query, variables) => {
      const operation = /query (\w+)/.exec(query)?.[1] ?? "";
      questions.push(operation);
      const failure = failing.get(operation) ?? failing.get("*");
      if (failure) throw failure();
      const { data, errors } = await hub.ask(query, variables);
      if (errors) throw Object.assign(new Error("refused"), { errors });
      return data;
    }),
  );
});
afterAll(() => Promise.all([server?.close(), hub?.stop()]));

const get = async (path: string) =>
  (await fetch(hub.url + path, { headers: { accept: "text/html" } })).text();
/** The place of each panel on a board, by the panel's name. */
const placesIn = (page: string) =>
  new Map(
    page
      .split(/<section class="(?:panel |line")/)
      .slice(1)
      .map((place) => [/aria-labelledby="([^"]+)"/.exec(place)![1]!, place]),
  );

/** The board's places while some questions fail. */
async function meanwhile(failures: [string, () => Error][], path: string) {
  for (const [operation, failure] of failures) failing.set(operation, failure);
  try {
    const { body, statusCode } = await server.inject({ url: path });
    return { statusCode, body, places: placesIn(body) };
  } finally {
    failing.clear();
  }
}

const timedOut = () =>
  Object.assign(new Error("refused"), {
    errors: [
      {
        message: "too slow",
        extensions: {
          code: "QUERY_TIMEOUT",
          ko: "질문에 답하는 데 너무 오래 걸립니다.",
          en: "The question takes too long.",
          remedy: { ko: "조건을 좁히십시오.", en: "Narrow it down." },
        },
      },
    ],
  });
const down = () => new Error("connect ECONNREFUSED 10.0.0.1:5432");
const board = "/dashboards/purchase-rate?municipality=99990";

describe("what cannot be shown says so in its place, and the rest of the board stays", () => {
  test.each([
    ["a question that takes too long", timedOut, "QUERY_TIMEOUT", "조건을 좁히십시오."],
    ["a database that is gone", down, "NO_ANSWER", "잠시 뒤 다시 시도하고"],
  ])("%s", async (_, failure, code, remedy) => {
    const { places, body } = await meanwhile([["PurchaseByKind", failure]], board);
    expect(places.get("purchase-by-kind")).toMatch(new RegExp(`role="alert"[\\s\\S]*<code>${code}</code>`));
    expect(places.get("purchase-by-kind")).toContain(remedy);
    expect(places.get("purchase-by-department")).toContain("<svg");
    expect(places.get("purchase-totals")).not.toContain('role="alert"');
    expect(body).not.toContain("10.0.0.1");
  });

  test.each(["/dashboards/purchase-rate", "/panels/purchase-totals"])(
    "choices that cannot be had are no lack of reports: %s",
    async (path) => {
      const { statusCode, body } = await meanwhile([["Years", down]], `${path}?municipality=99990`);
      expect(statusCode).toBe(503);
      expect(body).toContain("<code>NO_ANSWER</code>");
      expect(body).not.toContain("보고된 것이 없습니다");
    },
  );

  test("a hub that answers nothing at all says so on every board", async () => {
    for (const name of boards.keys()) {
      const { statusCode, body } = await meanwhile([["*", down]], `/dashboards/${name}`);
      expect(statusCode).toBeLessThan(504);
      expect(body).toMatch(/role="(alert|status)"/);
      expect(body).not.toContain("10.0.0.1");
    }
  });

  test("a value that does not exist is named, with the choices still there", async () => {
    const { statusCode, body } = await meanwhile([], `${board}&department=${encodeURIComponent("없는과")}`);
    expect(statusCode).toBe(404);
    expect(body).toContain("‘소관부서’에 없는 값입니다: ‘없는과’.");
    expect(body).toMatch(/<select name="department">/);
  });

  test("a value that does not exist leaves the panels that do not ask for it", async () => {
    const path = "/dashboards/budget-execution?municipality=99990&quarter=1999-Q1";
    const { statusCode, places } = await meanwhile([], path);
    expect(statusCode).toBe(404);
    expect(places.get("execution-by-quarter")).toContain("<svg");
    expect(places.get("execution-by-department")).toContain("‘기준 분기’에 없는 값입니다: ‘1999-Q1’.");
  });

  test("a department without figures is no fault: each place says that nothing is reported", async () => {
    const bytes = Buffer.from("부서명\n새로생긴과\n");
    await importFiles(hub.database, { files: [{ name: "부서.csv", bytes }], municipality: "99990" });
    const { places, statusCode, body } = await meanwhile(
      [],
      `${board}&department=${encodeURIComponent("새로생긴과")}`,
    );
    expect(statusCode).toBe(200);
    expect(places.get("purchase-by-department")).toContain("보고된 것이 없습니다");
    expect(places.get("purchase-by-department")).not.toContain('role="alert"');
    expect(places.get("purchase-bases")).toContain("사회적기업 기준 미보고");
    // None of them takes a card of its own.
    expect(body.split("보일 내용이 없는 항목")[1]?.match(/<section class="line"/g)).toHaveLength(places.size);
  });
});

test("a board that the city has nothing for says so, and leads to the cities that have", async () => {
  for (const name of ["purchase-rate", "outlets", "budget-execution", "academy", "pledge-progress"]) {
    const page = await get(`/dashboards/${name}?municipality=41280`);
    expect(page).toMatch(/<section class="silent"><p><strong>고양시에서/);
    expect(page).toContain(`href="/dashboards/${name}?municipality=99990"`);
    expect(page).toContain("(합성 데이터)");
  }
  const trust = await get("/dashboards/data-trust");
  expect(trust).not.toContain('<section class="silent"><p><strong>고양시에서');
  expect(await get(`/dashboards/purchase-rate?municipality=99990`)).not.toContain(
    'class="silent"><p><strong>',
  );
});

test("every board has something of the real report to open with, but those of feeds it does not have", async () => {
  const figures = await Promise.all(
    [...boards.keys()].map(async (name) => [name, placesIn(await get(`/dashboards/${name}`)).size > 0]),
  );
  expect(Object.fromEntries(figures)).toEqual({
    "budget-execution": true,
    "purchase-rate": false,
    "pledge-progress": true,
    outlets: false,
    academy: true,
    "data-trust": true,
  });
});

test("the first page begins with how the city stands, and tells at the dashboards which city is none", async () => {
  const page = await get("/");
  const sections = [...page.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id]) => id);
  const standing = ["figures", "last-release", "missing", "demonstration"];
  expect(sections).toEqual([...standing, "boards", "panels", "municipalities", "releases", "ask"]);
  const [first] = page.match(/<li class="card">[\s\S]*?<\/li>/) ?? [];
  expect(first).toMatch(/>고양시<[^<]*<\/span><\/a>\s+<a/);
  expect(first).toMatch(/municipality=99990">[\s\S]*<span class="badge synthetic">/);
});

test("months and quarters are written as people write them: in pictures, tables, sentences and choices; files sort them", async () => {
  const year = "municipality=99990&year=2024";
  const months = await get(`/panels/sales-by-month?${year}`);
  expect(months).toMatch(/<text[^>]*>2024<\/text>[\s\S]*<text[^>]*>1월<\/text>/);
  expect(months).toMatch(/<figcaption>2024년 12월\(5\/6개월분 보고\) 매출\(전체\) 27.29백만원/);
  expect(months).toContain('<th scope="row">2024년 1월</th>');
  expect(await get(`/panels/sales-by-month?${year}&lang=en`)).toContain('<th scope="row">Jan 2024</th>');
  const facts = await get(`/panels/outlet-months?${year}`);
  expect(facts).toContain('<option value="2024-01">2024년 1월</option>');
  expect(facts).toMatch(
    /<th scope="row">2024년 1월<\/th>\s*<td[^>]*><a href="\/documents\/[0-9a-f]{64}#L2">/,
  );
  const quarters = await get("/dashboards/pledge-progress?municipality=99990");
  expect(quarters).toMatch(/<option value="\d{4}-Q4">\d{4}년 4\/4분기<\/option>/);
  for (const page of [months, facts, quarters]) expect(page).not.toMatch(/>\d{4}-(\d\d|Q\d)</);
  const csv = await (await fetch(`${hub.url}/panels/sales-by-month.csv?${year}`)).text();
  expect(csv).toMatch(/^2024-01,/m);
});

test("a synthetic city's mark is inside the picture and the workbook that are taken away", async () => {
  const address = `${hub.url}/panels/purchase-by-kind`;
  const svg = await (await fetch(`${address}.svg?municipality=99990`)).text();
  expect(svg).toMatch(/<text[^>]*>합성 데이터: 실제 지방자치단체가 아닙니다/);
  const png = Buffer.from(await (await fetch(`${address}.png?municipality=99990`)).arrayBuffer());
  expect(png.equals(await pngOf(svg))).toBe(true);
  expect(png.equals(await pngOf(svg.replace(/<text[^>]*>합성 데이터[^<]*<\/text>/, "")))).toBe(false);
  const workbook = await (await fetch(`${address}.xlsx?municipality=99990`)).arrayBuffer();
  const parts = Object.values(unzipSync(new Uint8Array(workbook))).map((part) =>
    new TextDecoder().decode(part),
  );
  expect(parts.join("")).toContain("합성 데이터: 실제 지방자치단체가 아닙니다");
});

test.each([
  ["purchase-by-kind", "PurchaseByKind", "municipality=99990"],
  ["funding-by-year", "FundingByYear", "municipality=41280"],
])("a page and each download of %s ask its question once", async (panel, operation, choices) => {
  for (const ending of ["", ".csv", ".xlsx", ".json", ".svg", ".png"]) {
    questions.length = 0;
    const { statusCode } = await server.inject({ url: `/panels/${panel}${ending}?${choices}` });
    const operations = questions.filter((name) => name === operation);
    expect({ ending, statusCode, operations }).toEqual({ ending, statusCode: 200, operations: [operation] });
    expect(new Set(questions).size).toBe(questions.length);
  }
});
