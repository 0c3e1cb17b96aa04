import { describe, expect, test } from "@jest/globals";
import { readMapped } from "../../../test/ingest/read-mapped.ts";
import { inlineRows, workbookBytes } from "../../../test/ingest/write-workbook.ts";

const sales = (more: object = {}) => ({
  feed: "outlet-sales",
  columns: { 판매장코드: { from: "판매장" } },
  unpivot: {
    column: "매출월",
    members: { "1월": "2024-01", "2월": "2024-02" },
    measures: { 매출액: "{}" },
  },
  ...more,
});
const headings = ["판매장", "1월", "2월"];
const row = ["S01", "5", "6"];

const courses = (more: object = {}) => ({
  feed: "academy",
  columns: {
    과정코드: { from: "코드" },
    과정명: { from: "과정명" },
    유형: { value: "찾아가는" },
    분기: { from: "시기" },
    수강인원: { from: "수강" },
  },
  ...more,
});
const courseHeadings = ["코드", "과정명", "시기", "수강"];
const course = ["A1", "입문", "2025-Q1", "3"];

const codes = async (table: string[][], json: object) =>
  (await readMapped(table, json)).findings.map(({ code, line }) => `${code} ${line}`);

describe("a unit is stated anywhere, and never overlooked", () => {
  const inThousands = sales({ unit: "천원" });

  test.each([
    "(단위 : 천원)",
    "[단위: 천원]",
    "<단위: 천원>",
    "단위 : 천원",
    "단위 천원",
    "※ 단위 : 천원",
    "(단위 : 1,000원)",
    "(금액단위: 천원, VAT 포함)",
    "(단위: 매출 천원)",
    "(천원 단위)",
    "2024년 판매장 매출(천원)",
  ])("%j above the table", async (line) => {
    const { rows, findings } = await readMapped([[line], headings, row], sales());
    expect([rows[0]?.values.매출액, findings]).toEqual([5_000n, []]);
    const other = await codes([[line], headings, row], sales({ unit: "백만원" }));
    expect(other).toEqual(["UNIT_MISSING 1"]);
  });

  test.each([["(단위 : 천달러)"], ["(Unit: thousand won)"], ["(단위: 매출 천원, 이익 백만원)"]])(
    "%j is no unit that may be read as another",
    async (line) => {
      expect(await codes([[line], headings, row], inThousands)).toEqual(["UNIT_MISSING 1"]);
      expect(await codes([[line], headings, row], sales())).toHaveLength(1);
    },
  );

  test.each([
    ["※ 10억원 이상만 포함"],
    ["※ 백만원 미만 절사(단위 처리)"],
    ["단위사업 현황"],
    ["(단위 : 명)"],
  ])("%j states none", async (line) => {
    expect(await codes([[line], headings, row], inThousands)).toEqual([]);
  });

  test.each<[string, string[][], object]>([
    ["below the table", [["※ 단위: 백만원", "", ""]], { skip: ["※"] }],
    ["on the next page", [["(단위 : 원)", "", ""], headings, ["S02", "5", "6"]], {}],
    ["in a column without a heading", [["", "", "", "(단위 : 원)"], headings, ["S02", "5", "6"]], {}],
  ])("another one %s refuses the table", async (_, below, more) => {
    const table = [headings, row];
    expect(await codes([...table, ...below], sales({ unit: "천원", ...more }))).toEqual(["UNIT_MISSING 3"]);
  });

  test("the same one on each page is no finding", async () => {
    const page = [["", "", "(단위 : 천원)"], headings];
    const { rows, findings } = await readMapped([...page, row, ...page, ["S02", "7", ""]], sales());
    expect([rows.map(({ values }) => values.매출액), findings]).toEqual([[5_000n, 6_000n, 7_000n], []]);
  });

  test("thousands of people are no people", async () => {
    expect(await codes([["(단위 : 천명)"], courseHeadings, course], courses())).toEqual(["UNIT_MISSING 1"]);
    expect(await codes([["(단위 : 명)"], courseHeadings, course], courses())).toEqual([]);
  });
});

describe("rows that are no records", () => {
  test.each(["평균", "상반기 계", "1분기 계", "과정 계", "합계 ①", "전년 대비", "증감률", "구성비"])(
    "%s is left out with one note",
    async (label) => {
      const { rows, findings } = await readMapped([courseHeadings, course, [label, "", "", "3"]], courses());
      expect([rows.length, findings.map(({ code }) => code)]).toEqual([1, ["CONTENT_IGNORED"]]);
    },
  );

  test("a record that begins with a word of skip is read", async () => {
    const table = [courseHeadings, ["계양-1", "입문", "2025-Q1", "3"], ["계", "", "", "3"]];
    const { rows, findings } = await readMapped(table, courses({ skip: ["계"] }));
    expect([rows.map(({ key }) => key), findings]).toEqual([["계양-1 2025-Q1"], []]);
  });

  test("rows above their parts name what they are the total of", async () => {
    const table = [
      ["공약", "재원", "예산(천원)"],
      ["1-1-1", "계", "11"],
      ["", "국비", "5"],
      ["", "도비", "5"],
      ["1-1-2", "계", "1"],
      ["", "국비", "1"],
    ];
    const json = {
      feed: "budget",
      columns: {
        공약번호: { from: "공약" },
        기준분기: { value: "2025-Q1" },
        회계연도: { value: "2025" },
        재원: { from: "재원" },
        예산현액: { from: "예산(천원)" },
      },
      fillDown: ["공약"],
    };
    const { rows, findings } = await readMapped(table, json);
    expect(rows.map(({ values }) => [values.공약번호, values.예산현액])).toEqual([
      ["1-1-1", 5_000n],
      ["1-1-1", 5_000n],
      ["1-1-2", 1_000n],
    ]);
    expect(findings.filter(({ code }) => code === "SUM_MISMATCH").map(({ line }) => line)).toEqual([2]);
  });

  test("with content only where the mapping reads nothing are told once", async () => {
    const table = [
      ["", ...headings],
      ["2024년", "", "", ""],
      ["", ...row],
      ["2025년", "", "", ""],
      ["", "S02", "7", ""],
    ];
    const { rows, findings } = await readMapped(table, sales({ unit: "천원" }));
    expect([rows.length, findings.map(({ code, line }) => [code, line])]).toEqual([
      3,
      [["CONTENT_IGNORED", 2]],
    ]);
  });
});

describe("headings in three and four rows", () => {
  const json = {
    feed: "budget",
    unit: "백만원",
    columns: {
      공약번호: { from: "공약" },
      기준분기: { value: "2025-Q1" },
      회계연도: { from: "연도" },
    },
    unpivot: {
      column: "재원",
      members: { 국비: "국비", 시비: "시비" },
      measures: { 예산현액: "2025년/예산/{}", 집행액누계: "2025년/집행/{}" },
    },
  };
  const table = [
    ["공약", "연도", "2024년", "", "2025년", "", "", "", "비고"],
    ["", "", "예산", "", "예산", "", "집행", "", ""],
    ["", "", "국비", "시비", "국비", "시비", "국비", "시비", ""],
    ["1-1-1", "2025", "1", "2", "5", "6", "3", "4", ""],
  ];

  test("are paths of their words; a group ends where the one above it ends", async () => {
    const { rows, findings } = await readMapped(table, json);
    expect(rows.map(({ values }) => [values.예산현액, values.집행액누계])).toEqual([
      [5_000_000n, 3_000_000n],
      [6_000_000n, 4_000_000n],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["CONTENT_IGNORED"]);
    expect(findings[0]!.message.en).toContain("‘2024년/예산/국비’, ‘2024년/예산/시비’, ‘비고’");
  });

  test("and may begin below the hundredth row", async () => {
    const notes = Array.from({ length: 120 }, (_, index) => [`안내 ${index}`]);
    expect((await readMapped([...notes, ...table], json)).rows).toHaveLength(2);
  });
});

test("findings name the printed heading, and the feed's where it differs", async () => {
  const json = courses({
    columns: { ...courses().columns, 목표인원: { from: "인원/계획" }, 수강인원: { from: "인원/수강" } },
  });
  const { findings } = await readMapped(
    [
      ["코드", "과정명", "시기", "인원", ""],
      ["", "", "", "계획", "수강"],
      ["A1", "", "모름", "열", "5"],
    ],
    json,
  );
  expect(findings.map(({ message }) => message.en.split(":")[0])).toEqual([
    "과정명",
    "시기 [분기]",
    "인원/계획 [목표인원]",
  ]);
});

describe("in a workbook", () => {
  const cell = (at: string, content: string) => `<c r="${at}" t="inlineStr"><is>${content}</is></c>`;
  const sheet = (name: string, first: string, after = "") => ({
    name,
    rows: `${inlineRows([["(단위 : 천원)"], headings])}<row r="3">${cell("A3", "<t>S01</t>")}${cell("B3", first)}${cell("C3", "<t>7</t>")}</row>`,
    after,
  });
  const run = (property: string, text: string) => `<r><rPr>${property}</rPr><t>${text}</t></r>`;
  const merge = '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>';

  const read = async (...sheets: Parameters<typeof workbookBytes>[0]["sheets"]) => {
    const file = { name: "매출.xlsx", bytes: workbookBytes({ sheets }) };
    const { rows, findings } = await readMapped(file, sales());
    return { amounts: rows.map(({ values }) => values.매출액), found: findings.map(({ code }) => code) };
  };

  test.each([
    ["a raised 1", `<r><t>500</t></r>${run('<vertAlign val="superscript"/>', "1")}`],
    ["a number struck through", `${run("<strike/>", "400")}<r><t>500</t></r>`],
  ])("%s is no digit of the amount beside it", async (_, content) => {
    expect((await read(sheet("매출", content))).found).toEqual(["NOT_A_NUMBER"]);
    const plain = run('<strike val="0"/>', "500");
    expect(await read(sheet("매출", plain))).toEqual({ amounts: [500_000n, 7_000n], found: [] });
  });

  test("an amount merged over two months belongs to neither; a dash to both", async () => {
    expect(await read(sheet("매출", "<t>500</t>", merge))).toEqual({ amounts: [], found: ["NOT_A_NUMBER"] });
    expect((await read(sheet("매출", "<t>-</t>", merge))).found).toEqual([]);
  });

  test("another sheet with the same headings is named", async () => {
    const { amounts, found } = await read(sheet("1분기", "<t>5</t>"), sheet("2분기", "<t>6</t>"));
    expect([amounts, found]).toEqual([[5_000n, 7_000n], ["CONTENT_IGNORED"]]);
  });
});
