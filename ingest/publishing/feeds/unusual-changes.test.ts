import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../../ormconfig.ts";
import { findingSeverity } from "../../../schema/subjects/release/finding-code.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { contractCorrection } from "../../../test/setup/templates.ts";
import { importFiles } from "../import-files.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase("hub_contract");
  database = await createDataSource(copy.url).initialize();
}, 60_000);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
type File = ReturnType<typeof file>;

let city = 88_100;
let municipality: string;
/** Each case has a city of its own. */
beforeEach(async () => {
  city += 1;
  municipality = String(city);
  const rows = ["회계과", "체육과", "도로과", "공원과"];
  await load([
    file("지자체.csv", "지자체코드,지자체명,합성여부", `${city},시험시${city},예`),
    file("부서.csv", "부서명", ...rows),
    file("공약.csv", "공약번호,공약명,소관부서,기준분기,이행상태", "1-1,도서관,,2024-Q1,정상추진"),
    file(
      "판매장.csv",
      "판매장코드,판매장명,유형,개장일,폐장일,운영협력기관,공약번호",
      "S01,광장,상설,2024-01-01,,,",
      "S02,역전,상설,2024-01-01,,,",
    ),
  ]);
});

async function load(files: File[], reason?: string) {
  if (files.length === 0) return [];
  const outcome = await importFiles(database, { files, municipality, reason });
  expect(outcome.findings.filter(({ code }) => code !== "UNUSUAL_CHANGE")).toEqual([]);
  return outcome.findings;
}

const budget = (...rows: string[]) =>
  file(
    "예산.csv",
    "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)",
    ...rows.map((row) => `1-1,${row}`),
  );
const sales = (...rows: string[]) => file("매출.csv", "판매장코드,매출월,매출액(원),참여기업수(개)", ...rows);
const courses = (...rows: string[]) =>
  file(
    "과정.csv",
    "과정코드,과정명,유형,분기,목표인원(명),수강인원(명),수료인원(명),공약번호",
    ...rows.map((row) => `A01,입문,찾아가는,${row},`),
  );
const purchases = (...rows: [day: string, department: string][]) =>
  file(
    "구매.csv",
    "구매번호,구매일자,부서명,사업자등록번호,구분,금액(원),보조금여부",
    ...rows.map(
      ([day, department], index) => `P${day}-${index},${day},${department},1248100998,물품,1000,아니오`,
    ),
  );

/** What is published, what comes then, and the cells that are unusual, by line and column with a word of the message. */
const cases: [name: string, before: File[], after: File[], expected: [number, number, RegExp][]][] = [
  [
    "a column in the wrong unit, as one finding",
    [sales("S01,2025-01,1200000,3", "S02,2025-01,900000,3")],
    [sales("S01,2025-02,1300,3", "S02,2025-02,800,3")],
    [[2, 3, /about one 1,000th of the 1,200,000 won of Jan 2025.*1 other cell/]],
  ],
  [
    "a thousand times more, of a cumulative amount too",
    [budget("2025-Q1,2025,시비,10,10,1000,100")],
    [budget("2025-Q2,2025,시비,10,10,1000000,150000")],
    [
      [2, 7, /about 1,000 times/],
      [2, 8, /about 1,000 times/],
    ],
  ],
  [
    "a million times less",
    [sales("S01,2025-01,3000000000,3")],
    [sales("S01,2025-02,2500,3")],
    [[2, 3, /one 1,000,000th/]],
  ],
  [
    "ten times every earlier figure",
    [sales("S01,2025-01,100000,3", "S01,2025-02,140000,3")],
    [sales("S01,2025-03,1400000,3")],
    [[2, 3, /ten times every earlier value/]],
  ],
  [
    "ten times the last, but not the largest",
    [sales("S01,2025-01,200000,3", "S01,2025-02,140000,3")],
    [sales("S01,2025-03,1400000,3")],
    [],
  ],
  ["nearly ten times", [courses("2025-Q1,10,10,10")], [courses("2025-Q2,99,99,99")], []],
  [
    "people ten times as many",
    [courses("2025-Q1,100,10,10")],
    [courses("2025-Q2,110,104,95")],
    [[2, 6, /ten times/]],
  ],
  [
    "a cumulative amount that falls",
    [budget("2025-Q1,2025,시비,10,10,1000,400")],
    [budget("2025-Q2,2025,시비,10,10,1000,399.999")],
    [[2, 8, /falls from the 400,000 won of Q1 2025 to 399,999 won/]],
  ],
  [
    "cumulative amounts that stay, grow a lot, or restart in another year",
    [budget("2024-Q4,2024,시비,10,10,1000,900", "2025-Q1,2025,시비,10,10,1000,20")],
    [
      budget(
        "2025-Q1,2024,시비,10,10,1000,850",
        "2025-Q2,2025,시비,10,10,1000,800",
        "2025-Q2,2025,국비,1,1,1,1",
      ),
    ],
    [],
  ],
  [
    "a budget that falls: it is not cumulative",
    [budget("2025-Q1,2025,시비,10,10,1000,400")],
    [budget("2025-Q2,2025,시비,10,10,900,400")],
    [],
  ],
  [
    "after nothing, a dash or 0",
    [sales("S01,2025-01,0,3", "S02,2025-01,-,3")],
    [sales("S01,2025-02,5000000,3", "S02,2025-02,5000000,3")],
    [],
  ],
  [
    "a history that comes at once",
    [],
    [sales("S01,2025-01,5,3", "S01,2025-02,5000,3", "S01,2025-03,5,3")],
    [],
  ],
  [
    "a department that no longer buys",
    [
      purchases(
        ["2025-02-01", "회계과"],
        ["2025-02-01", "체육과"],
        ["2025-03-30", "도로과"],
        ["2024-12-30", "공원과"],
      ),
    ],
    [purchases(["2025-04-01", "회계과"], ["2025-05-01", "체육과"])],
    [[2, 2, /1 of the departments.*도로과/]],
  ],
  [
    "one department's own file",
    [purchases(["2025-02-01", "회계과"], ["2025-02-01", "체육과"], ["2025-03-30", "도로과"])],
    [purchases(["2025-04-01", "회계과"])],
    [],
  ],
  [
    "more of a period that is known",
    [purchases(["2025-02-01", "회계과"], ["2025-02-01", "체육과"], ["2025-04-01", "회계과"])],
    [purchases(["2025-05-01", "회계과"])],
    [],
  ],
];

describe("beside what was published", () => {
  test.each(cases)("%s", async (_, before, after, expected) => {
    expect(await load(before)).toEqual([]);
    const findings = await load(after);
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual(
      expected.map(([line, column]) => ["UNUSUAL_CHANGE", line, column]),
    );
    for (const [index, [, , words]] of expected.entries()) expect(findings[index]!.message.en).toMatch(words);
  });

  test("a correction is compared with the quarter before, so that mending a unit is not unusual", async () => {
    await load([budget("2025-Q1,2025,시비,10,10,1000,100")]);
    expect(await load([budget("2025-Q2,2025,시비,10,10,1000000,200000")])).toHaveLength(2);
    expect(await load([budget("2025-Q2,2025,시비,10,10,1000,200")], "단위 정정")).toEqual([]);
  });

  test("without another quarter a correction is compared with what it replaces", async () => {
    await load([sales("S01,2025-01,1200000,3")]);
    const findings = await load([sales("S01,2025-01,1200,3")], "정정");
    expect(findings.map(({ line, column }) => [line, column])).toEqual([[2, 3]]);
  });

  test("the note stays with the document", async () => {
    await load([budget("2025-Q1,2025,시비,10,10,1000,400")]);
    await load([budget("2025-Q2,2025,시비,10,10,1000,300")]);
    const rows = await database.query(
      `SELECT severity, line, quote FROM finding JOIN municipality ON municipality.id = municipality_id
       WHERE municipality.code = $1 AND finding.code = 'UNUSUAL_CHANGE'`,
      [municipality],
    );
    expect(rows).toEqual([{ severity: "NOTE", line: 2, quote: "300" }]);
  });
});

test("the contract's city and its correction have nothing unusual", async () => {
  const { findings } = await importFiles(database, contractCorrection());
  expect(findings.filter(({ code }) => code === "UNUSUAL_CHANGE")).toEqual([]);
  const [{ count }] = await database.query(
    "SELECT count(*)::integer FROM finding WHERE code = 'UNUSUAL_CHANGE' AND municipality_id IN (SELECT id FROM municipality WHERE code IN ('99990', '41280'))",
  );
  expect(count).toBe(0);
});

test("the contract's city, come quarter by quarter, has what is unusual in it and nothing else", async () => {
  const feeds = "test/contract/feeds";
  const files = readdirSync(feeds)
    .filter((name) => !name.startsWith("11"))
    .map((name) => ({ name, bytes: readFileSync(`${feeds}/${name}`) }));
  const text = ({ bytes }: File) => {
    const utf8 = bytes.toString("utf8");
    return utf8.includes("\ufffd") ? iconv.decode(bytes, "cp949") : utf8;
  };
  const all = files.map((one) => ({ name: one.name, lines: text(one).trim().split(/\r?\n/) }));
  const quarterOf = (line: string): string | null => {
    const quarter = /\b(\d{4}-Q\d)\b/.exec(line)?.[1];
    const month = /,(\d{4})-(\d{2})(?:-\d{2})?,/.exec(line);
    return quarter ?? (month ? `${month[1]}-Q${Math.ceil(Number(month[2]) / 3)}` : null);
  };
  const isDated = (name: string) => /^(?:03|04|06|09|10)/.test(name);
  const quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
  municipality = "88999";
  const unusual: string[] = [];
  for (const [index, quarter] of quarters.entries()) {
    const parts = all.flatMap(({ name, lines: [heading, ...lines] }) => {
      if (!isDated(name)) return index === 0 ? [file(name, heading!, ...lines)] : [];
      const own = lines.filter((line) => quarterOf(line) === quarter);
      return own.length > 0 ? [file(name, heading!, ...own)] : [];
    });
    const renamed = parts.map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(bytes.toString().replaceAll("99990", municipality)),
    }));
    const { refused, findings } = await importFiles(database, { files: renamed, municipality });
    expect(findings.filter(({ code }) => findingSeverity[code] === "ERROR")).toEqual([]);
    expect(refused).toBe(false);
    for (const { code, document, quote } of findings)
      if (code === "UNUSUAL_CHANGE") unusual.push(`${quarter} ${document} ${quote}`);
  }
  expect(unusual).toEqual([
    // Executed amounts that were reported as 0 after half a year.
    ...Array(3).fill("2024-Q3 04-예산.csv 0"),
    // Two of ten departments bought nothing in the first quarter, and had in the last.
    "2025-Q1 06-구매.csv 2025-01-28",
    ...Array(2).fill("2025-Q3 04-예산.csv 0"),
  ]);
}, 60_000);
