import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { retract } from "../../../ingest/publishing/feeds/retract.ts";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { startContractHub, type TestHub } from "../../../test/setup/hub.ts";
import { contractCorrection } from "../../../test/setup/templates.ts";

const csv = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const headings = {
  sales: "판매장코드,매출월,매출액(원),참여기업수(개)",
  course: "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호",
  pledge: "공약번호,공약명,소관부서,기준분기,이행상태",
};

let hub: TestHub;
/** When each release was published, oldest first. */
let published: string[];

beforeAll(async () => {
  hub = await startContractHub();
  const imports = [
    contractCorrection(),
    // A month that comes without a figure tells nothing of that month.
    { files: [csv("매출.csv", headings.sales, "S01,2026-01,1000,", "S01,2026-02,-,")] },
  ];
  for (const request of imports) await importFiles(hub.database, { ...request, municipality: "99990" });
  const { data } = await hub.ask(`{ releases(municipality: "99990") { nodes { publishedAt } } }`);
  published = data.releases.nodes.map((release: { publishedAt: string }) => release.publishedAt).reverse();
});
afterAll(() => hub.stop());

interface Held {
  subject: string;
  name: string;
  rows: number;
  latestPeriod: string | null;
  document: { name: string; release: { publishedAt: string } } | null;
}

async function holdings(code: string, asOf?: string, language = "KO"): Promise<Held[]> {
  const { data, errors } = await hub.ask(
    `query ($asOf: DateTime) { municipality(code: "${code}", asOf: $asOf) { holdings {
      subject name(language: ${language}) rows latestPeriod(language: ${language})
      document { name release { publishedAt } } } } }`,
    { asOf },
  );
  expect(errors).toBeUndefined();
  return data.municipality.holdings;
}

const inShort = (held: Held[]) =>
  held.map(({ name, rows, latestPeriod, document }) => [
    ...[name, rows, latestPeriod, document?.name ?? null],
    document ? published.indexOf(document.release.publishedAt) : null,
  ]);

test("each kind of data tells its rows, its latest period, and the document and release they came by", async () => {
  // Rows and latest periods are those of the files; of sales one month was added with a figure and one without.
  expect(inShort(await holdings("99990"))).toEqual([
    ["분기 추진실적", 0, null, null, null],
    ["공약 이행상태", 160, "2025년 4/4분기", "03-공약.csv", 0],
    ["예산", 388, "2025년 4/4분기", "11-예산-정정.csv", 1],
    ["사회적경제기업", 44, null, "05-사회적경제기업.csv", 0],
    ["구매", 1265, "2025-12-31", "06-구매.csv", 0],
    ["구매목표", 41, "2025년", "07-구매목표.csv", 0],
    ["판매장", 7, null, "08-판매장.csv", 0],
    ["판매장 매출", 137, "2026년 1월", "매출.csv", 2],
    ["아카데미", 44, "2025년 4/4분기", "10-아카데미.csv", 0],
  ]);
});

test("asOf tells what was there before later releases", async () => {
  const [first] = published;
  const held = inShort(await holdings("99990", first));
  expect(held).toContainEqual(["예산", 388, "2025년 4/4분기", "04-예산.csv", 0]);
  expect(held).toContainEqual(["판매장 매출", 135, "2025년 12월", "09-판매장매출.csv", 0]);
});

test("amounts and titles of reports are no budgets and no pledge states", async () => {
  const held = inShort(await holdings("41280")).map((one) => one.slice(0, 4));
  expect(held).toContainEqual(["분기 추진실적", 1, "2019년 2/4분기", "goyang-1-4-2-2019-Q2.txt"]);
  expect(held).toContainEqual(["예산", 0, null, null]);
  expect(held).toContainEqual(["공약 이행상태", 0, null, null]);
});

test("a municipality of which nothing is reported still lists all kinds, in either language", async () => {
  const bytes = Buffer.from("지자체코드,지자체명,합성여부\n88020,빈시,예\n");
  await importFiles(hub.database, { files: [{ name: "지자체.csv", bytes }], municipality: "88020" });
  const held = await holdings("88020", undefined, "EN");
  expect(held.map(({ subject }) => subject)).toEqual((await holdings("99990")).map(({ subject }) => subject));
  expect(held[0]!.name).toBe("Quarterly reports");
  for (const { rows, latestPeriod, document } of held)
    expect([rows, latestPeriod, document]).toEqual([0, null, null]);
});

test("what is retracted is held no more", async () => {
  const key = "S01 2026-01";
  await retract(hub.database, { feed: "outlet-sales", key, municipality: "99990", reason: "잘못 넣음" });
  const held = inShort(await holdings("99990"));
  expect(held).toContainEqual(["판매장 매출", 136, "2025년 12월", "매출.csv", 2]);
});

test("the last release of a municipality is told as of any date", async () => {
  const latest = async (asOf?: string) =>
    (
      await hub.ask(
        `query ($asOf: DateTime) { municipality(code: "99990", asOf: $asOf) { latestRelease { reason } } }`,
        { asOf },
      )
    ).data.municipality.latestRelease.reason;
  expect([await latest(published[1]), await latest()]).toEqual(["집행액 정정", "잘못 넣음"]);
});

test("each municipality of a list has the last release of its own", async () => {
  const { data } = await hub.ask(
    "{ municipalities { code latestRelease { reason municipality { code } documents { name } } } }",
  );
  const statuses = data.municipalities.map(
    (one: { code: string; latestRelease: { reason: string; municipality: object; documents: object[] } }) => [
      one.code,
      one.latestRelease,
    ],
  );
  const document = { name: "goyang-1-4-2-2019-Q2.txt" };
  expect(statuses).toContainEqual([
    "41280",
    { reason: null, municipality: { code: "41280" }, documents: [document] },
  ]);
  expect(statuses).toContainEqual([
    "99990",
    { reason: "잘못 넣음", municipality: { code: "99990" }, documents: expect.any(Array) },
  ]);
});

test("names, kinds and titles without a figure or a state report nothing", async () => {
  const courses = (figures: string) =>
    csv("과정.csv", headings.course, `Z99,새 과정,기초·심화,2026-Q3,${figures},1-1-1`);
  const pledges = (state: string) =>
    csv("공약.csv", headings.pledge, `1-1-1,새 이름,공원관리과,2026-Q2,${state}`);
  const periods = async (figures: string, state: string) => {
    const files = [courses(figures), pledges(state)];
    const outcome = await importFiles(hub.database, { files, municipality: "99990" });
    expect(outcome.refused).toBe(false);
    const held = inShort(await holdings("99990"));
    return held
      .filter(([name]) => name === "아카데미" || name === "공약 이행상태")
      .map((one) => one.slice(0, 3));
  };
  // A course and a quarter of a pledge more than in the files of the contract.
  expect(await periods(",,", "")).toEqual([
    ["공약 이행상태", 161, "2025년 4/4분기"],
    ["아카데미", 45, "2025년 4/4분기"],
  ]);
  expect(await periods(",12,", "정상추진")).toEqual([
    ["공약 이행상태", 161, "2026년 2/4분기"],
    ["아카데미", 45, "2026년 3/4분기"],
  ]);
});
