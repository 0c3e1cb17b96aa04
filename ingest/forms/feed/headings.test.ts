import { describe, expect, test } from "@jest/globals";
import { feeds } from "../../../schema/feeds.ts";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { inlineRows, workbookBytes } from "../../../test/ingest/write-workbook.ts";
import { readFile } from "../read-file.ts";
import { headingsOf } from "./heading.ts";

const purchase = ["구매번호", "구매일자", "부서명", "사업자등록번호", "구분", "금액(원)", "보조금여부"];
const bought = ["B1", "2025-03-01", "회계과", "124-81-00998", "물품", "1,000", "아니오"];
const headed = (heading: string) => purchase.map((one) => (one === "금액(원)" ? heading : one));

/** The first amount of a file, and all that is found in it: code, line, column. */
async function read(rows: string[][], name = "표.csv") {
  return readBytes(csvBytes(rows), name);
}

async function readBytes(bytes: Uint8Array, name: string) {
  const file = await readFile({ name, bytes }, {});
  const rows = file.feeds.flatMap((feed) => [...feed.rows()].flat());
  const findings = [...file.findings, ...file.feeds.flatMap((feed) => feed.findings)];
  return {
    feeds: file.feeds.map(({ feed }) => feed.name),
    amount: rows[0]?.values[5],
    rows: rows.map(({ values }) => values),
    findings,
    found: findings.map(({ code, line, column }) => [code, line, column]),
  };
}

const sheet = (name: string, rows: string[][]) => ({ name, rows: inlineRows(rows) });

describe("the unit of amounts", () => {
  test.each([
    ["금액(만원)", 10_000_000n],
    ["금액(￦)", 1_000n],
    ["금액(₩)", 1_000n],
    ["금액(십억원)", 1_000_000_000_000n],
    ["금액 (단위: 천 원)", 1_000_000n],
    ["금액(1,000원)", 1_000_000n],
    ["금액\u200b(천원)", 1_000_000n],
    ["\ufeff금액(천\u00ad원)", 1_000_000n],
  ])("in %j is read", async (heading, won) => {
    const { amount, found } = await read([headed(heading), bought]);
    expect(amount).toBe(won);
    expect(found).toEqual([]);
  });

  test.each(["금액(천원, 부가세포함)", "금액(부가세 별도/천원)", "금액(천원)(VAT 포함)"])(
    "in %j is read, and its remark is noted",
    async (heading) => {
      const { amount, found } = await read([headed(heading), bought]);
      expect(amount).toBe(1_000_000n);
      expect(found).toEqual([["CONTENT_IGNORED", 1, 6]]);
    },
  );

  test.each([
    ["금액(달러)", "달러"],
    ["금액(부가세포함)", "부가세포함"],
    ["금액(원, 천원)", "원, 천원"],
  ])("in %j is not known, and is named", async (heading, named) => {
    const { findings, found } = await read([headed(heading), bought]);
    expect(found).toEqual([["UNIT_MISSING", 1, 6]]);
    expect(findings[0]!.message.ko).toContain(named);
  });

  test.each(["(단위 : 천원)", "[단위:천원]", "2025년 구매 현황 (단위: 천원)", "단위 : 천원, 건"])(
    "%j above a heading without one is that of the heading",
    async (line) => {
      expect(await read([[line], headed("금액"), bought])).toMatchObject({ amount: 1_000_000n, found: [] });
      expect(await read([[line], headed("금액(천원)"), bought])).toMatchObject({
        amount: 1_000_000n,
        found: [],
      });
    },
  );

  test.each(["(단위 : 천원)", "[단위:천원]", "2025년 구매 현황 (단위: 천원)", "(천원)"])(
    "%j above a heading in won is another, and both are named",
    async (line) => {
      const { findings, found } = await read([["구매 현황"], ["", line], headed("금액(원)"), bought]);
      expect(found).toEqual([["UNIT_MISSING", 3, 6]]);
      const { ko, en } = findings[0]!.message;
      for (const part of ["2번째 줄", "천원", "3번째 줄", "금액(원)"]) expect(ko).toContain(part);
      expect(en).toContain("line 2");
    },
  );

  test("in a line between the rows has to be the heading's too", async () => {
    const next = ["B2", ...bought.slice(1)];
    expect(await read([purchase, bought, ["(단위 : 원)"], next])).toMatchObject({ found: [] });
    const other = await read([purchase, bought, ["(단위 : 백만원)"], next]);
    expect(other.found).toEqual([["UNIT_MISSING", 3, 1]]);
  });
});

describe("columns that a form does not have", () => {
  test.each(feeds.map((feed) => [feed.name, feed] as const))(
    "비고 and 연번 in %s are read past, and told once",
    async (name, feed) => {
      const { feeds: read1, found } = await read([["연번", ...headingsOf(feed), "비 고"]]);
      expect(read1).toEqual([name]);
      expect(found).toEqual([["CONTENT_IGNORED", 1, 1]]);
    },
  );

  test("without a heading are told once, if they have values", async () => {
    const split = (row: string[], extra: string) => [row[0]!, extra, ...row.slice(1)];
    const rows = [split(purchase, ""), split(bought, ""), split(["B2", ...bought.slice(1)], "급")];
    expect((await read(rows)).found).toEqual([["CONTENT_IGNORED", 3, 2]]);
    expect((await read(rows.slice(0, 2))).found).toEqual([]);
  });
});

describe("headings in several rows", () => {
  const lower = ["", "", "", "", "", "금액(원)", "보조금여부"];

  test("are told as that, once", async () => {
    const upper = [...purchase.slice(0, 5), "계약", ""];
    const { findings, found } = await read([["현황"], upper, lower, bought]);
    expect(found).toEqual([["HEADER_UNKNOWN", 2, null]]);
    expect(findings[0]!.message.ko).toContain("두 줄(2번째, 3번째)");
  });

  test("that each page repeats are skipped, with its title and unit", async () => {
    const page = [["2025년 구매 현황"], ["(단위 : 원)"], purchase.map((heading) => `${heading} `)];
    const next = ["B2", ...bought.slice(1)];
    const { rows, found } = await read([...page, bought, [], ...page, next]);
    expect(rows.map(([number]) => number)).toEqual(["B1", "B2"]);
    expect(found).toEqual([]);
  });
});

describe("a lone 부서명", () => {
  test("on a cover sheet does not make it the form of departments", async () => {
    const cover = sheet("표지", [["2025년 자료 제출"], ["부서명", "회계과"], ["작성자", "홍길동"]]);
    const bytes = workbookBytes({ sheets: [cover, sheet("구매", [purchase, bought])] });
    const { feeds: read1, findings, found } = await readBytes(bytes, "구매.xlsx");
    expect(read1).toEqual(["purchase"]);
    expect(found).toEqual([["CONTENT_IGNORED", null, null]]);
    expect(findings[0]!.message.ko).toContain("표지");
  });

  test.each([
    ["목록", [["부서명"], ["임시과"], ["(선택하세요)"]]],
    ["Sheet2", [["부서명"], ["--선택--"], ["회계과"], ["체육과"]]],
    ["드롭다운", [["부서명"], ["회계과"], ["체육과"]]],
  ])("above the choices of a drop-down, sheet %s, neither", async (name, rows) => {
    const bytes = workbookBytes({ sheets: [sheet("구매", [purchase, bought]), sheet(name, rows)] });
    const { feeds: read1, findings } = await readBytes(bytes, "구매.xlsx");
    expect(read1).toEqual(["purchase"]);
    expect(findings[0]!.message.ko).toContain(name);
  });

  test.each([
    ["회의록.txt", [["회의록"], ["일시: 2025. 3. 1."], ["부서명"], ["회계과"], ["1. 인사말"], ["2. 안건"]]],
    ["회의록.csv", [["회의록"], ["부서명"], ["회의는 3시에 시작함"], ["1. 인사말"], ["회계과 참석"]]],
    ["메모.txt", [["부서명"], ["김철수"], ["박영희"], ["회계과"]]],
  ])("in %s, a note, neither", async (name, rows) => {
    const { feeds: read1, found } = await read(rows, name);
    expect(read1).toEqual([]);
    expect(found).toMatchObject([["FORM_UNKNOWN", 1, 1]]);
  });

  test.each([
    ["부서.csv", "새부서", true],
    ["2025 부서목록.csv", "미래전략", true],
    ["표.csv", "새부서", false],
    ["부서.csv", "회의는 3시에 시작함", false],
    ["부서.txt", "새부서", false],
  ])("in %s above %s only is that form: %s", async (name, department, isForm) => {
    const { feeds: read1 } = await read([["부서명"], [department]], name);
    expect(read1).toEqual(isForm ? ["department"] : []);
  });

  test("above departments is that form, with a title and an unusual name among them", async () => {
    const rows = [
      ["2025년 부서 현황"],
      ["부서명"],
      ["회계과"],
      ["덕양구보건소"],
      ["푸른도시"],
      ["일산동구청"],
    ];
    const { feeds: read1, rows: values, found } = await read(rows);
    expect([read1, values.length, found]).toEqual([["department"], 4, []]);
    const small = ["회계과", "합계", "소계", "계", "※ 2025년 기준", "(끝)", "비고: 직제순"].map((one) => [
      one,
    ]);
    const withRemarks = await read([["부서명"], ...small]);
    expect([withRemarks.rows, withRemarks.found.length]).toEqual([[["회계과"]], 6]);
    const bytes = workbookBytes({
      sheets: [sheet("부서", [["부서명"], ["회계과"]]), sheet("구매", [purchase, bought])],
    });
    expect((await readBytes(bytes, "자료.xlsx")).feeds).toEqual(["department", "purchase"]);
  });
});
