import { describe, expect, test } from "@jest/globals";
import { feeds } from "../../../schema/feeds.ts";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { readTables } from "../../documents/read-tables.ts";
import type { FindingDraft } from "../../draft-finding.ts";
import { headingsOf } from "./heading.ts";
import { openFeed } from "./open-feed.ts";
import { OpenedFeed } from "./opened-feed.ts";

async function open(rows: string[][], name = "표.csv") {
  const tables = await readTables({ name, bytes: csvBytes(rows) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return openFeed(tables[0]!, feeds);
}

async function feedNameOf(rows: string[][]): Promise<string | undefined> {
  const opened = await open(rows);
  return opened instanceof OpenedFeed ? opened.feed.name : undefined;
}

async function refusal(rows: string[][], name?: string): Promise<FindingDraft[]> {
  const opened = await open(rows, name);
  if (!Array.isArray(opened)) throw new Error("it was not refused");
  return opened;
}

const purchase = ["구매번호", "구매일자", "부서명", "사업자등록번호", "구분", "금액(원)", "보조금여부"];
const with금액 = (heading: string) => purchase.map((one) => (one === "금액(원)" ? heading : one));

describe("which feed a table is", () => {
  test.each(feeds.map((feed) => [feed.name, feed] as const))("%s, by its headings", async (name, feed) => {
    const headings = headingsOf(feed);
    expect(await feedNameOf([headings])).toBe(name);
    expect(await feedNameOf([headings.toReversed()])).toBe(name);
  });

  test("whatever blanks and brackets the headings are written with", async () => {
    expect(await feedNameOf([with금액(" 금 액（천원） ")])).toBe("purchase");
    expect(await feedNameOf([with금액("금액\n[단위: 백만원]")])).toBe("purchase");
    expect(
      await feedNameOf([
        ["과정코드", "과정명", "유형", "분기", "목표인원", "수강인원", "수료인원", "공약번호"],
      ]),
    ).toBe("academy");
  });

  test("with titles above the heading, and blank columns beside it", async () => {
    const rows = [["2025년 구매 현황", ""], [], ["부서명", "회계과"], [...purchase, "", ""]];
    expect(await feedNameOf(rows)).toBe("purchase");
  });

  test("none where fewer than half of the headings of every feed are there", async () => {
    expect(
      await open([
        ["이름", "전화"],
        ["김", "1"],
      ]),
    ).toBeNull();
    expect(await open([["공약번호", "부서", "비고", "유형"]])).toBeNull();
    expect(await open([["제목"], ['본문, "따옴표']], "글.txt")).toBeNull();
  });
});

describe("what is wrong with a heading", () => {
  test("HEADER_UNKNOWN with the nearest, once where a heading is misspelt", async () => {
    const [finding, ...others] = await refusal([with금액("금애(원)")]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "HEADER_UNKNOWN", line: 1, column: 6, quote: "금애(원)" });
    expect(finding!.message.ko).toContain("‘금액(원)’");
    expect(finding!.message.en).toContain("금액(원)");
  });

  test("HEADER_UNKNOWN for one too many, one missing and one twice, all at once", async () => {
    const headings = [...purchase.filter((one) => one !== "구분"), "담당자 연락처", "부서명"];
    const findings = await refusal([["구매 현황"], headings]);
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["HEADER_UNKNOWN", 2, 8],
      ["HEADER_UNKNOWN", 2, 7],
      ["HEADER_UNKNOWN", 2, null],
    ]);
    expect(findings[0]!.message.en).toContain("twice");
    expect(findings[2]!.message.en).toContain("구분");
  });

  test.each(["금액", "금액()", "금액(달러)"])("UNIT_MISSING for %j", async (heading) => {
    const findings = await refusal([with금액(heading)]);
    expect(findings).toMatchObject([{ code: "UNIT_MISSING", line: 1, column: 6, quote: heading }]);
    expect(findings[0]!.message.ko).toContain("금액(원)");
  });

  test("UNIT_MISSING for a percentage, HEADER_UNKNOWN for a count in another unit", async () => {
    expect(await refusal([["연도", "부서명", "기준", "목표율"]])).toMatchObject([{ code: "UNIT_MISSING" }]);
    const sales = ["판매장코드", "매출월", "매출액(원)", "참여기업수(천개)"];
    expect(await refusal([sales])).toMatchObject([{ code: "HEADER_UNKNOWN", quote: "참여기업수(천개)" }]);
  });

  test("a heading with a quote never closed is refused as such in what is called a table", async () => {
    const bytes = Buffer.from('구매번호,"구매일자,부서명\n1,2,3\n');
    const tables = await readTables({ name: "구매.CSV", bytes });
    expect(openFeed((tables as never[])[0]!, feeds)).toMatchObject([{ code: "FILE_UNREADABLE", line: 1 }]);
  });
});
