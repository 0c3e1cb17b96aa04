import { describe, expect, test } from "@jest/globals";
import { placesOf, readMapped } from "../../../test/ingest/read-mapped.ts";

const sales = (members: Record<string, string>, more: object = {}) => ({
  feed: "outlet-sales",
  columns: { 판매장코드: { from: "판매장" } },
  unpivot: { column: "매출월", members, measures: { 매출액: "{}" } },
  ...more,
});
const months = { "1월": "2024-01", "2월": "2024-02" };

const contracts = (more: object = {}) => ({
  feed: "purchase",
  columns: {
    구매번호: { from: "계약번호", prefix: "회계과-2025-" },
    구매일자: { from: "계약일" },
    부서명: { from: "담당부서" },
    사업자등록번호: { from: "사업자번호" },
    금액: { from: "계약금액" },
    보조금여부: { from: "보조금", values: { O: "예", "": "아니오" } },
  },
  fillDown: ["담당부서"],
  skip: ["소계", "합계", "※"],
  ...more,
});
const contractHeadings = ["담당부서", "계약번호", "계약일", "사업자번호", "보조금", "계약금액"];
const contract = (department: string, number: string, grant: string, amount: string) => [
  ...[department, number, "2025. 3. 1.", "749-50-76503", grant, amount],
];

describe("columns side by side", () => {
  test("become rows, each cited at its own amount; a blank one is none", async () => {
    const { rows, findings } = await readMapped(
      [
        ["판매장 월별 매출", "", ""],
        ["", "", "(단위 : 천원)"],
        ["판매장", "1월", "2월"],
        ["S01", "1,200", ""],
        ["S02", "0", "7"],
      ],
      sales(months),
    );
    expect(findings).toEqual([]);
    expect(rows.map(({ line, values }) => [line, values.판매장코드, values.매출액])).toEqual([
      [4, "S01", 1_200_000n],
      [5, "S02", 0n],
      [5, "S02", 7_000n],
    ]);
    expect(rows[2]!.cell("amount")).toEqual({ line: 5, column: 3, quote: "7" });
    expect(rows[2]!.key).toBe("S02 2024-02");
  });

  test("take the year of the row's own cell", async () => {
    const { rows } = await readMapped(
      [
        ["연도", "판매장", "1월", "2월"],
        ["2023", "S01", "5", ""],
        ["2024년", "S01", "", "6"],
      ],
      sales({ "1월": "{연도}-01", "2월": "{연도}-2월" }, { unit: "원" }),
    );
    expect(rows.map(({ key }) => key)).toEqual(["S01 2023-01"]);
  });

  test("name the lines of a repeated key, and each cell, as printed", async () => {
    const { findings } = await readMapped(
      [
        ["판매장", "1월", "2월"],
        ["S01", "1", "2"],
        ["S01", "", "3"],
      ],
      sales(months, { unit: "원" }),
    );
    expect(placesOf(findings)).toEqual([["DUPLICATE_KEY", 3, 1]]);
    expect(findings[0]!.message.en).toContain("lines 2 and 3");
  });
});

describe("a column", () => {
  test("takes the feed's words, a prefix and what stands above, and says where they are printed", async () => {
    const { rows, findings } = await readMapped(
      [
        ["(단위 : 원)"],
        contractHeadings,
        contract("회계과", "1", "O", "100"),
        contract("", "2", "", "200"),
        contract("주택과", "3", "", "-"),
      ],
      contracts(),
    );
    expect(findings).toEqual([]);
    expect(
      rows.map(({ values }) => [values.구매번호, values.부서명, values.보조금여부, values.금액]),
    ).toEqual([
      ["회계과-2025-1", "회계과", true, 100n],
      ["회계과-2025-2", "회계과", false, 200n],
      ["회계과-2025-3", "주택과", false, undefined],
    ]);
    expect(rows[0]!.cell("number")).toEqual({ line: 3, column: 2, quote: "1", text: "회계과-2025-1" });
    expect(rows[1]!.cell("department")).toEqual({ line: 3, column: 1, quote: "회계과" });
  });

  test.each([
    ["○", "정상추진"],
    ["●", "정상추진"],
    ["O", "정상추진"],
    ["o", "정상추진"],
    ["✓", "정상추진"],
    ["√", "정상추진"],
    ["V", "정상추진"],
    ["1", "정상추진"],
    ["예", "정상추진"],
    ["", undefined],
    ["-", undefined],
  ])("reads the mark %j", async (mark, state) => {
    const { rows, findings } = await readMapped(
      [
        ["번호", "분기", "완료", "정상"],
        ["1-1", "'25. 1분기", "", mark],
      ],
      marked,
    );
    expect(findings).toEqual([]);
    expect(rows[0]!.values.이행상태).toBe(state && "ON_TRACK");
    const place = state
      ? { line: 2, column: 4, quote: mark, text: state }
      : { line: 2, column: null, quote: "" };
    expect(rows[0]!.cell("state")).toEqual(place);
  });

  test.each([
    ["two marks", "○", "○", 4],
    ["a text that is no mark", "", "90%", 4],
    ["a text beside a mark", "중단", "○", 3],
  ])("refuses %s", async (_, first, second, column) => {
    const { rows, findings } = await readMapped(
      [
        ["번호", "분기", "완료", "정상"],
        ["1-1", "2025-Q1", first, second],
      ],
      marked,
    );
    expect(rows).toEqual([]);
    expect(placesOf(findings)).toEqual([["VALUE_UNKNOWN", 2, column]]);
  });

  test("takes the quarter of the command, or says that it needs one", async () => {
    const json = { ...marked, columns: { ...marked.columns, 기준분기: { option: "quarter" } } };
    const table = [
      ["번호", "완료", "정상"],
      ["1-1", "○", ""],
    ];
    const { rows } = await readMapped(table, json, { quarter: 2025 * 4 + 1 });
    expect(rows[0]!.key).toMatch(/^1-1 2025-Q/);
    expect(placesOf((await readMapped(table, json)).findings)).toEqual([["PERIOD_MISMATCH", null, null]]);
  });
});

const marked = {
  feed: "pledge",
  columns: {
    공약번호: { from: "번호" },
    기준분기: { from: "분기" },
    이행상태: { marked: { 완료: "완료", 정상: "정상추진" } },
  },
};

describe("headings", () => {
  const courses = {
    feed: "academy",
    columns: {
      과정코드: { from: "과정/코드" },
      과정명: { from: "과정/이름" },
      유형: { value: "찾아가는" },
      분기: { from: ["시기", "교육시기"] },
      수강인원: { from: "인원(명)/수강" },
    },
  };
  const rows = [
    ["과정", "", "교육\n시기", "인원(명)", "", "비고"],
    ["코드", "이름", "", "계획", "수강", ""],
    ["A01", "입문", "2025년 1/4분기", "80", "104", "-"],
  ];

  test("in two rows are paths; what the mapping does not name is left out and listed once", async () => {
    const read = await readMapped([["실적"], [], ...rows], courses);
    expect(
      read.rows.map(({ line, values }) => [line, values.과정코드, values.과정명, values.수강인원]),
    ).toEqual([[6, "A01", "입문", 104]]);
    expect(placesOf(read.findings)).toEqual([["CONTENT_IGNORED", 3, null]]);
    expect(read.findings[0]!.message.en).toContain("‘인원(명)/계획’, ‘비고’");
  });

  test("again on the next page are no rows", async () => {
    const read = await readMapped(
      [...rows, ...rows.slice(0, 2), ["A02", "심화", "2025-Q1", "1", "2", ""]],
      courses,
    );
    expect(read.rows.map(({ values }) => values.과정코드)).toEqual(["A01", "A02"]);
  });

  test("that are missing or ambiguous are named, with the nearest", async () => {
    const near = await readMapped(
      [
        ["판매점", "1월", "2월"],
        ["S01", "1", "2"],
      ],
      sales(months),
    );
    expect(placesOf(near.findings)).toEqual([["HEADER_UNKNOWN", 1, null]]);
    expect(near.findings[0]!.message.en).toMatch(/판매장 .* nearest is 판매점/);
    const twice = await readMapped(
      [
        ["판매장", "판매장", "1월", "2월"],
        ["S01", "S01", "1", "2"],
      ],
      sales(months),
    );
    expect(twice.findings[0]!.message.en).toContain("cells 1, 2");
  });
});

describe("the unit of amounts", () => {
  const table = (above: string, heading: string) => [[above], ["판매장", heading, "2월"], ["S01", "5", "6"]];
  const json = (heading: string, more: object = {}) =>
    sales({ [heading]: "2024-01", "2월": "2024-02" }, more);

  test.each<[string, string, object, bigint]>([
    ["(단위 : 천원)", "1월", {}, 5_000n],
    ["[단위: 백만원, 명]", "1월", {}, 5_000_000n],
    ["매출", "1월", { unit: "천원" }, 5_000n],
  ])("comes from %j, the heading %s or the mapping %j", async (above, heading, more, won) => {
    const { rows } = await readMapped(table(above, heading), json(heading, more));
    expect(rows[0]!.values.매출액).toBe(won);
  });

  test.each<[string, string, string, object]>([
    ["is missing", "매출", "1월", {}],
    ["differs between the mapping and a line above", "(단위 : 천원)", "1월", { unit: "원" }],
    ["differs between a heading and a line above", "(단위 : 천원)", "1월(원)", {}],
    ["differs between headings", "매출", "1월(원)", { unit: "천원" }],
  ])("is refused where it %s", async (_, above, heading, more) => {
    const { rows, findings } = await readMapped(table(above, heading), json(heading, more));
    expect(rows).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(["UNIT_MISSING"]);
  });
});
