import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../ormconfig.ts";
import { inlineRows, workbookBytes } from "../../test/ingest/write-workbook.ts";
import { createTestDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { importFiles } from "./import-files.ts";

let copy: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  copy = await createTestDatabase();
  database = await createDataSource(copy.url).initialize();
});
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
const city = file("지자체.csv", "지자체코드,지자체명,합성여부", "88020,시험시,예");
const departments = file("부서.csv", "부서명", "회계과", "체육과");
const pledges = (...lines: string[]) =>
  file("공약.csv", "공약번호,공약명,소관부서,기준분기,이행상태", ...lines);
const outlets = (...lines: string[]) =>
  file("판매장.csv", "판매장코드,판매장명,유형,개장일,폐장일,운영협력기관,공약번호", ...lines);
const sales = (...lines: string[]) =>
  file("매출.csv", "판매장코드,매출월,매출액(원),참여기업수(개)", ...lines);
const budget = (...lines: string[]) =>
  file(
    "예산.csv",
    "공약번호,기준분기,회계연도,재원,총사업비(백만원),확보액(백만원),예산현액(천원),집행액누계(천원)",
    ...lines,
  );

type File = ReturnType<typeof file>;
const findingsOf = async (...files: (File | { name: string; bytes: Uint8Array })[]) =>
  (await importFiles(database, { files: [city, ...files], municipality: "88020", check: true })).findings;
const found = async (...files: Parameters<typeof findingsOf>) =>
  (await findingsOf(...files)).map(({ code, document, line, column }) => [code, document, line, column]);

const goodPledge = "1-1,도서관 건립,회계과,2025-Q1,정상추진";
const outlet = "S01,나눔터,상설,2024-01-01,,농협,1-1";

describe("one cause is one finding, whatever refers to it", () => {
  test("a department that a pledge misspells", async () => {
    const misspelt = pledges("1-1,도서관 건립,회게과,2025-Q1,정상추진");
    expect(
      await found(
        departments,
        misspelt,
        outlets(outlet),
        sales("S01,2025-01,1000,1"),
        budget("1-1,2025-Q1,2025,시비,1,1,1,1"),
      ),
    ).toEqual([["UNKNOWN_REFERENCE", "공약.csv", 2, 3]]);
  });

  test("a wrong cell of an outlet that has sales", async () => {
    const wrong = outlet.replace("2024-01-01", "2024-13-01");
    expect(
      await found(departments, pledges(goodPledge), outlets(wrong), sales("S01,2025-01,1000,1")),
    ).toEqual([["NOT_A_DATE", "판매장.csv", 2, 4]]);
  });

  test("a wrong part of a pledge's key, or a row with too many cells", async () => {
    const lines = budget("1-1,2025-Q1,2025,시비,1,1,1,1");
    const quarter = pledges(goodPledge.replace("2025-Q1", "1분기"));
    expect(await found(departments, quarter, lines)).toEqual([["NOT_A_DATE", "공약.csv", 2, 4]]);
    const surplus = pledges(`${goodPledge},남는 칸`);
    expect(await found(departments, surplus, lines)).toEqual([["VALUE_MISSING", "공약.csv", 2, 6]]);
  });

  test.each([
    ["a heading", file("부서.csv", "부서 이름들,층", "회계과,1"), "FORM_UNKNOWN"],
    ["the whole file", { name: "부서.xlsx", bytes: Buffer.from("PK\x03\x04 damaged") }, "FILE_UNREADABLE"],
  ])("%s of the departments that cannot be read", async (_, unread, code) => {
    const findings = await findingsOf(unread, pledges(goodPledge), outlets(outlet));
    expect(findings.map((finding) => [finding.code, finding.document])).toEqual([[code, unread.name]]);
  });

  test("but two causes are two", async () => {
    const both = await found(
      departments,
      pledges(goodPledge),
      outlets(outlet.replace("1-1", "9-9")),
      sales("S09,2025-01,1,1"),
    );
    expect(both.map(([code, document]) => [code, document])).toEqual([
      ["UNKNOWN_REFERENCE", "판매장.csv"],
      ["UNKNOWN_REFERENCE", "매출.csv"],
    ]);
  });
});

test("one key on two sheets of a workbook names both sheets", async () => {
  const purchase = ["구매번호", "구매일자", "부서명", "사업자등록번호", "구분", "금액(원)", "보조금여부"];
  const bought = ["B1", "2025-03-01", "회계과", "124-81-00998", "물품", "1,000", "아니오"];
  const sheets = ["2월", "3월"].map((name) => ({ name, rows: inlineRows([purchase, bought]) }));
  const findings = await findingsOf(departments, { name: "p.xlsx", bytes: workbookBytes({ sheets }) });
  expect(findings).toMatchObject([
    { code: "DUPLICATE_KEY", document: "p.xlsx", sheet: "3월", line: 2, column: 1 },
  ]);
  expect(findings[0]!.message.ko).toContain("시트 ‘2월’ 2줄");
  expect(findings[0]!.message.en).toContain("sheet 2월, line 2");
});

test("1,250 unknown departments are counted, a thousand of them listed", async () => {
  const lines = Array.from({ length: 1_250 }, (_, index) => `1-${index},도서관,없는과,2025-Q1,정상추진`);
  const findings = await findingsOf(departments, pledges(...lines));
  expect(findings).toHaveLength(1_001);
  expect(findings.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(1_250);
});
