import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseFeed } from "htmlparser2";
import { importFiles } from "../../ingest/publishing/import-files.ts";
import { startContractHub, type TestHub } from "../../test/setup/hub.ts";
import { entityPages } from "../boards/entity-pages.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startContractHub();
});
afterAll(() => hub?.stop());

const get = (path: string) => fetch(hub.url + path, { headers: { accept: "text/html" } });
const linksOf = (page: string): string[] =>
  [...page.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, path]) => path!.replaceAll("&amp;", "&"));

/** Publishes the correction of three values; another time it changes nothing. */
async function publishCorrection(): Promise<void> {
  const correction = "11-예산-정정.csv";
  const { refused } = await importFiles(hub.database, {
    files: [{ name: correction, bytes: readFileSync(`test/contract/feeds/${correction}`) }],
    municipality: "99990",
    reason: "집행액 정정",
  });
  expect(refused).toBe(false);
}

/** Addresses of an entity of each kind, as the hub lists them. */
async function addresses(): Promise<Record<string, string>> {
  const { data } = await hub.ask(`{
    municipality(code: "99990") { url departments { url } latestRelease { url } }
    pledge(code: "1-4-2", municipality: "41280") { url reports { url } }
    enterprises(where: { municipality: ["99990"] }, first: 1) { nodes { url } }
    outlets(where: { municipality: ["99990"] }, first: 1) { nodes { url } }
    courses(where: { municipality: ["99990"] }, first: 1) { nodes { url } }
  }`);
  return {
    departments: data.municipality.departments[0].url,
    releases: data.municipality.latestRelease.url,
    pledges: data.pledge.url,
    reports: data.pledge.reports[0].url,
    enterprises: data.enterprises.nodes[0].url,
    outlets: data.outlets.nodes[0].url,
    courses: data.courses.nodes[0].url,
  };
}

test("every kind of entity has a page, and its data at the same address followed by .json", async () => {
  const known = await addresses();
  expect(Object.keys(known).sort()).toEqual(entityPages.map(({ folder }) => folder).sort());
  for (const { folder, entity } of entityPages) {
    const page = await get(known[folder]!);
    const data = await get(`${known[folder]}.json`);
    expect({ folder, page: page.status, data: data.status }).toEqual({ folder, page: 200, data: 200 });
    expect(await page.text()).toContain(`${known[folder]}.json`);
    const answer = (await data.json()) as Record<string, { url: string }>;
    expect(answer[entity]?.url).toBe(known[folder]);
  }
});

test("every link of the first page and of the pages of entities leads somewhere", async () => {
  const pages = [
    "/",
    "/documents",
    "/municipalities/99990",
    "/municipalities/41280",
    ...Object.values(await addresses()),
  ];
  const links = new Map<string, string>();
  for (const path of pages) for (const link of linksOf(await (await get(path)).text())) links.set(link, path);
  expect(links.size).toBeGreaterThan(100);
  const broken: string[] = [];
  // Links of one kind are made in one place: a few of each are followed.
  const kinds = new Map<string, number>();
  for (const [link, from] of links) {
    const kind = `${from} ${link.split(/[/?]/)[1]}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kinds.get(kind)! > 3) continue;
    const { status } = await fetch(hub.url + link, { headers: { accept: "text/html" } });
    if (status !== 200) broken.push(`${status} ${link} on ${from}`);
  }
  expect(broken).toEqual([]);
});

test("the page of a pledge has what its report states, each with its place in the document", async () => {
  const page = await (await get("/pledges/41280/1-4-2")).text();
  expect(page).toContain("사회적경제기업 지원시스템 구축 및 공공기관 우선 구매");
  // The report prints 3,905 백만원 in all, and a plan to promote public purchasing.
  expect(page).toMatch(/<td class="number">3,905<\/td>/);
  expect(page).toMatch(/<a href="\/documents\/[0-9a-f]{64}#L\d+">사회적경제기업 공공구매 홍보<\/a>/);
  expect(page).toContain('href="/reports/41280/1-4-2/2019-Q2">2019년 2/4분기</a>');
});

test("an entity that the hub has never known is refused with the nearest, one of another time with what to do", async () => {
  const unknown = await get("/pledges/41280/1-4-3");
  expect(unknown.status).toBe(400);
  expect(await unknown.text()).toContain("1-4-2");
  const data = await get("/departments/99990/없는과.json");
  expect(data.status).toBe(400);
  const { errors } = (await data.json()) as { errors: { code: string }[] };
  expect(errors.map(({ code }) => code)).toEqual(["BAD_USER_INPUT"]);
  const early = await get("/outlets/99990/S01?asOf=2001-01-01");
  expect(early.status).toBe(404);
  expect((await get("/releases/99990/999")).status).toBe(404);
});

test("the page of a release shows what it changed, and is not there before it was published", async () => {
  await publishCorrection();
  const { data } = await hub.ask(
    `{ releases(municipality: "99990") { nodes { url publishedAt changes { totalCount nodes { afterShown } } } } }`,
  );
  const [last, first] = data.releases.nodes;
  const page = await (await get(last.url)).text();
  expect(page).toContain("집행액 정정");
  expect(last.changes.nodes.length).toBeGreaterThan(0);
  for (const { afterShown } of last.changes.nodes) expect(page).toContain(`>${afterShown}</td>`);
  expect((await get(`${last.url}?asOf=${encodeURIComponent(first.publishedAt)}`)).status).toBe(404);
});

/** The feed at an address: its entries, each with its path on the hub, title and content. */
async function feedAt(path: string) {
  const answer = await get(path);
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const feed = parseFeed(await answer.text());
  expect(feed?.type).toBe("atom");
  return feed!.items.map(({ id, title, description }) => ({
    path: id!.replace(hub.url, ""),
    title,
    text: description!,
  }));
}

test("the feed has the releases of a city newest first, those of a subject or a pledge only where they are about it", async () => {
  await publishCorrection();
  const city = "/releases.atom?municipality=99990";
  const all = await feedAt(city);
  expect(all.map(({ path }) => path)).toEqual(["/releases/99990/2", "/releases/99990/1"]);
  expect(all[0]!.text).toContain("사유: 집행액 정정");
  expect(all[0]!.text).toContain("736,505,000원 → 662,854,000원");
  // Three amounts of the file differ from the budgets before.
  expect(all[0]!.title).toBe("표본시 (합성 데이터) 2회차 · 바뀐 값 3");
  expect(await feedAt(`${city}&subject=PURCHASE`)).toEqual([]);
  const corrected = [expect.objectContaining({ path: "/releases/99990/2" })];
  expect(await feedAt(`${city}&subject=FUNDING`)).toEqual(corrected);
  expect(await feedAt(`${city}&pledge=1-1-3`)).toEqual(corrected);
  expect(await feedAt(`${city}&pledge=1-1-2`)).toEqual([]);
  // Its report came with the first release of Goyang.
  const [report] = await feedAt("/releases.atom?pledge=1-4-2");
  expect(report).toMatchObject({ path: "/releases/41280/1", title: "고양시 1회차" });
  expect(report!.text).toContain("goyang-1-4-2-2019-Q2.txt");
  for (const wrong of ["municipality=41281", "pledge=1-4-3", "subject=PURCHASES", "city=41280"]) {
    expect({ wrong, status: (await get(`/releases.atom?${wrong}`)).status }).toEqual({ wrong, status: 400 });
  }
});

test("the first page tells how the home municipality stands, or offers the synthetic city", async () => {
  const home = await (await get("/")).text();
  expect(home).toContain("고양시");
  // Goyang published a report only: no rate can be told of it, and its next report is due since September 2019.
  expect(home).toContain("이 지방자치단체는 아직 수치를 보고하지 않았습니다.");
  expect(home).toMatch(/분기 추진실적: 2019년 3\/4분기 \(<time datetime="2019-09-30">/);
  expect(home).toMatch(/지어낸 예시 도시: <a href="\/municipalities\/99990">표본시<\/a>/);
  const standing = await (await get("/municipalities/99990")).text();
  expect(standing.match(/<ul class="standing">/g)).toHaveLength(1);
});

test("the search box of every page finds a pledge by what its report says", async () => {
  expect(await (await get("/documents")).text()).toContain('action="/search"');
  const found = await (await get(`/search?q=${encodeURIComponent("아카데미")}`)).text();
  expect(found).toMatch(/<h2><a href="\/pledges\/41280\/1-4-2">/);
  expect(found).toMatch(/<a href="\/documents\/[0-9a-f]{64}[^"]*#L\d+">/);
  expect(await (await get("/search?q=zzz")).text()).toContain("찾은 것이 없습니다.");
});
