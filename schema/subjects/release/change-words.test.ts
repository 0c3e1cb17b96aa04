import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { retract } from "../../../ingest/publishing/feeds/retract.ts";
import { importFiles } from "../../../ingest/publishing/import-files.ts";
import { startTestHub, type TestHub } from "../../../test/setup/hub.ts";
import { parseQuarter } from "../../core/scalars/quarter.ts";
import { measureOf } from "../../feeds/feed.ts";
import { feeds } from "../../feeds.ts";
import { changedColumn } from "./change-words.ts";

const municipality = "88010";
let hub: TestHub;
/** What each change says, by its subject and measure: key, name, before and after. */
let korean: Map<string, (string | null)[]>;
let english: Map<string, (string | null)[]>;

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });

/** The files of a city in which some cells differ from one import to the next. */
const files = (cells: Record<string, string>) => [
  file("지자체.csv", "지자체코드,지자체명,합성여부", `${municipality},시험시,예`),
  file("부서.csv", "부서명", "회계과"),
  file("공약.csv", "공약번호,공약명,소관부서,기준분기,이행상태", `1-1,도서관,회계과,2025-Q1,${cells.state}`),
  file(
    "예산.csv",
    "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)",
    `1-1,2025-Q1,2025,시비,1000,900,"800,000",${cells.executed}`,
  ),
  file(
    "기업.csv",
    "사업자등록번호,기업명,유형,인증일,만료일",
    `749-50-76503,나눔디자인,마을기업,2023-02-22,${cells.expires}`,
  ),
  file(
    "구매.csv",
    "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
    `B1,2025-03-01,회계과,${cells.supplier},물품,${cells.amount},${cells.grant}`,
  ),
  file("구매목표.csv", "연도,부서명,기준,목표율(%)", `2025년,회계과,사회적경제,${cells.target}`),
  file(
    "판매장.csv",
    "판매장코드,판매장명,유형,개장일,폐장일,운영협력기관,공약번호",
    `S01,나눔터,상설,2024-01-01,,${cells.partner},1-1`,
  ),
  file("매출.csv", "판매장코드,매출월,매출액(원),참여기업수(개)", `S01,2025-03,${cells.sales},9`),
  file(
    "과정.csv",
    "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호",
    `A01,협동조합 입문,${cells.course},2025-Q1,1200,${cells.enrolled},79,1-1`,
  ),
];

const before = {
  ...{ state: "정상추진", executed: '"697,482"', expires: "2026-02-21", supplier: "7495076503" },
  ...{ amount: "76800000", grant: "아니오", target: "18.5", partner: "농협", sales: '"2,778,000"' },
  ...{ course: "기초·심화", enrolled: "1104" },
};
const after = {
  ...{ state: "일부추진", executed: '"658,002"', expires: "2026-03-31", supplier: "469-29-39516" },
  ...{ amount: '"7,680,000"', grant: "Y", target: "20.25%", partner: "코레일", sales: '"2,778,500"' },
  ...{ course: "찾아가는", enrolled: "1110" },
};

const document = readFileSync("test/contract/documents/goyang-1-4-2-2019-Q2.txt", "utf8");
/** The real report with 690 for 680 million won of city money in 2019, and 8 for 7 press reports. */
const corrected = document
  .replace("612.5\t680", "612.5\t690")
  .replace("3,752.5", "3,762.5")
  .replace("-\t-\t-\t7\t1", "-\t-\t-\t8\t1");

const changesOf = async (city: string, language: string) => {
  const { data, errors } = await hub.ask(`{ changes(where: { municipality: ["${city}"] }) { nodes {
    subject measure key: keyShown(language: ${language}) name: measureName(language: ${language})
    before: beforeShown(language: ${language}) after: afterShown(language: ${language}) } } }`);
  expect(errors).toBeUndefined();
  return data.changes.nodes.map((change: Record<string, string>) => [
    `${change.subject} ${change.measure}`,
    [change.key, change.name, change.before, change.after],
  ]);
};

beforeAll(async () => {
  hub = await startTestHub();
  for (const [cells, reason] of [[before], [after, "다시 셈"]] as const) {
    const outcome = await importFiles(hub.database, { files: files(cells), municipality, reason });
    expect(outcome.refused).toBe(false);
  }
  const again = await importFiles(hub.database, {
    ...{ files: [file("보고서.txt", corrected)], municipality: "41280" },
    ...{ quarter: parseQuarter("2019-Q2"), reason: "2019년 시비 정정" },
  });
  expect(again.refused).toBe(false);
  korean = new Map([...(await changesOf(municipality, "KO")), ...(await changesOf("41280", "KO"))]);
  english = new Map([...(await changesOf(municipality, "EN")), ...(await changesOf("41280", "EN"))]);
});
afterAll(() => hub.stop());

test.each([
  [
    ...["a budget in a file of thousands of won", "FUNDING executed"],
    ["1-1 · 2025년 1/4분기 · 2025년 · 시비", "집행액누계", "697,482,000원", "658,002,000원"],
    ["1-1 · Q1 2025 · 2025 · City", "executed", "697,482,000 won", "658,002,000 won"],
  ],
  [
    ...["an amount without separators", "PURCHASE amount"],
    ["B1", "금액", "76,800,000원", "7,680,000원"],
    ["B1", "amount", "76,800,000 won", "7,680,000 won"],
  ],
  [
    ...["a state", "PLEDGE state"],
    ["1-1 · 2025년 1/4분기", "이행상태", "정상추진", "일부추진"],
    ["1-1 · Q1 2025", "state", "On track", "Partial"],
  ],
  [
    ...["a count", "COURSE enrolled"],
    ["A01 · 2025년 1/4분기", "수강인원", "1,104명", "1,110명"],
    ["A01 · Q1 2025", "enrolled", "1,104", "1,110"],
  ],
  [
    ...["a choice of another word than its name", "COURSE kind"],
    ["A01 · 2025년 1/4분기", "유형", "기초·심화", "찾아가는"],
    ["A01 · Q1 2025", "kind", "Basic advanced", "Outreach"],
  ],
  [
    ...["a rate", "PURCHASE_TARGET rate"],
    ["2025년 · 회계과 · 사회적경제", "목표율", "18.5%", "20.25%"],
    ["2025 · 회계과 · Social economy", "target rate", "18.5%", "20.25%"],
  ],
  [
    ...["a business number, however it is written", "PURCHASE businessNumber"],
    ["B1", "사업자등록번호", "749-50-76503", "469-29-39516"],
    ["B1", "business number", "749-50-76503", "469-29-39516"],
  ],
  [
    ...["a yes or no, however it is written", "PURCHASE isGrant"],
    ["B1", "보조금여부", "아니오", "예"],
    ["B1", "grant", "no", "yes"],
  ],
  [
    ...["a day", "ENTERPRISE expiresOn"],
    ["749-50-76503 · 마을기업 · 2023-02-22", "만료일", "2026-02-21", "2026-03-31"],
    ["749-50-76503 · Village enterprise · 2023-02-22", "expires on", "2026-02-21", "2026-03-31"],
  ],
  [
    ...["a name", "OUTLET partner"],
    ["S01", "운영협력기관", "농협", "코레일"],
    ["S01", "partner", "농협", "코레일"],
  ],
  [
    ...["a month's figure", "OUTLET_SALES sales"],
    ["S01 · 2025년 3월", "매출액", "2,778,000원", "2,778,500원"],
    ["S01 · Mar 2025", "sales", "2,778,000 won", "2,778,500 won"],
  ],
  [
    ...["an amount of a report in million won", "FUNDING published"],
    ["1-4-2 · 2019년 2/4분기 · 시비 · 2019-01-01~2019-12-31", "공표액", "680,000,000원", "690,000,000원"],
    ["1-4-2 · Q2 2019 · City · 2019-01-01~2019-12-31", "published", "680,000,000 won", "690,000,000 won"],
  ],
  [
    ...["a count of a report", "REPORT count"],
    ["1-4-2 · 2019년 2/4분기 · 언론/방송 보도", "시민참여 횟수", "7회", "8회"],
    ["1-4-2 · Q2 2019 · Press", "times citizens took part", "7", "8"],
  ],
])("%s is told in words and units", (_, change, inKorean, inEnglish) => {
  expect(korean.get(change as string)).toEqual(inKorean);
  expect(english.get(change as string)).toEqual(inEnglish);
});

test("a retracted row had a value and has none", async () => {
  await retract(hub.database, { feed: "purchase", key: "B1", municipality, reason: "잘못 넣음" });
  const ended = new Map(await changesOf(municipality, "KO").then((changes) => changes.slice(0, 6)));
  expect(ended.get("PURCHASE amount")).toEqual(["B1", "금액", "7,680,000원", null]);
  expect(ended.get("PURCHASE isGrant")).toEqual(["B1", "보조금여부", "예", null]);
});

test("no value of any feed is without a name of its own", () => {
  const correctable = feeds.flatMap(({ subject, columns }) =>
    subject === null ? [] : columns.filter(({ key }) => !key).map((column) => ({ subject, column })),
  );
  const lost = correctable.filter(
    ({ subject, column }) => changedColumn(feeds, subject, measureOf(column))?.column !== column,
  );
  expect(lost).toEqual([]);
});
