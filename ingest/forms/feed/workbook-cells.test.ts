import { describe, expect, test } from "@jest/globals";
import {
  escapeXml,
  type RawSheet,
  type RawWorkbook,
  workbookBytes,
} from "../../../test/ingest/write-workbook.ts";
import { readFile } from "../read-file.ts";

const text = (content: string) =>
  content === "" ? "<c/>" : `<c t="inlineStr"><is><t>${escapeXml(content)}</t></is></c>`;
const row = (cells: string[], attributes = "") =>
  `<row ${attributes}>${cells.map((cell) => (cell.startsWith("<") ? cell : text(cell))).join("")}</row>`;

async function read(sheets: RawSheet[], more: Partial<RawWorkbook> = {}) {
  const file = await readFile({ name: "자료.xlsx", bytes: workbookBytes({ sheets, ...more }) }, {});
  const rows = file.feeds.map((feed) => [...feed.rows()].flat().map(({ values }) => values));
  return { rows, findings: [...file.findings, ...file.feeds.flatMap((feed) => feed.findings)] };
}

const sheetOf = (headings: string[], rows: string[][], more: Partial<RawSheet> = {}): RawSheet => ({
  name: "자료",
  rows: [headings, ...rows].map((cells) => row(cells)).join(""),
  ...more,
});

const budget = (program = "예산현액(천원)", total = "총사업비(백만원)") => [
  ...["공약번호", "기준분기", "회계연도", "재원", total, "확보액(백만원)", program, "집행액누계(천원)"],
];
const sales = ["판매장코드", "매출월", "매출액(원)", "참여기업수(개)"];
const outlet = ["판매장코드", "판매장명", "유형", "개장일", "폐장일", "운영협력기관", "공약번호"];
const number = (value: string | number, style = 0) => `<c s="${style}"><v>${value}</v></c>`;

describe("what a cell displays and what it stores cannot both be right", () => {
  const ofBudget = (headings: string[], amount: string, at: number) => {
    const cells = ["1-1", "2025-Q1", "2025", "시비", "10", "5", "5", ""];
    cells[at] = amount;
    return sheetOf(headings, [cells]);
  };

  test.each([
    ["#,##0,", budget(), 5_035_146_000, 6, ["5,035,146", "5035146000"]],
    ["#,##0.0,,", budget(), 5_035_146_000, 4, ["5,035.1", "5035146000"]],
    ['#,##0"억원"', budget(), 371, 6, ["억원", "천원"]],
    ['#,##0"천원"', budget("예산현액(원)"), 371, 6, ["천원", "‘원’"]],
    ["₩#,##0", budget(), 5_035_146, 6, ["₩", "천원"]],
    ['"△"#,##0', budget(), 371, 6, ["△371", "371"]],
    ["(#,##0)", budget(), 371, 6, ["(371)", "371"]],
    [";;;", budget(), 371, 6, ["371"]],
    ["#,##0;-#,##0;", budget(), 0, 6, ["0"]],
    ["0", budget(), "1234567890123456", 6, ["15자리"]],
    ["#,##0", budget("예산현액(원)"), 1234.56, 6, ["1,235", "1234.56"]],
  ])("%s in %j", async (format, headings, value, at, words) => {
    const { findings } = await read([ofBudget(headings, number(value, 1), at)], { formats: [format] });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: "NOT_A_NUMBER", sheet: "자료", line: 2, column: at + 1 });
    for (const word of words) expect(findings[0]!.message.ko).toContain(word);
  });

  test.each([
    ['#,##0"천원"', 371, 371_000n],
    ['#,##0;"△"#,##0', -371, -371_000n],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 0, 0n],
    ["#,##0_);[Red](#,##0)", -371, -371_000n],
    ["#,##0.0", 371.25, 371_250n],
  ])("but %s agrees with thousands of won", async (format, value, won) => {
    const { rows, findings } = await read([ofBudget(budget(), number(value, 1), 6)], { formats: [format] });
    expect(findings).toEqual([]);
    expect(rows[0]![0]![6]).toBe(won);
  });

  test("and so does a format that scales won to the unit that it prints", async () => {
    const sheet = ofBudget(budget("예산현액(원)"), number(5_035_146_000, 1), 6);
    const { rows, findings } = await read([sheet], { formats: ['#,##0,"천원"'] });
    expect(findings).toEqual([]);
    expect(rows[0]![0]![6]).toBe(5_035_146_000n);
  });

  test("a text that its format conceals, and a code of more than 15 digits", async () => {
    const hidden = '<c s="1" t="inlineStr"><is><t>S02</t></is></c>';
    const sheet = sheetOf(sales, [
      [hidden, "2025-01", "1"],
      [number("1234567890123456"), "2025-01", "2"],
    ]);
    const { findings } = await read([sheet], { formats: [";;;"] });
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["VALUE_UNKNOWN", 2, 1],
      ["VALUE_UNKNOWN", 3, 1],
    ]);
  });
});

describe("formulas", () => {
  test.each([
    ["amount", sales, ["S01", "2025-01", "<c><f>SUM(100,200)</f><v></v></c>"], 3, "NOT_A_NUMBER"],
    ["month", sales, ["S01", "<c><f>TODAY()</f><v/></c>", "1"], 2, "NOT_A_DATE"],
    ["text", outlet, ["S01", "<c><f>A1</f><v></v></c>", "상설", "2024-01-01"], 2, "VALUE_UNKNOWN"],
  ])("without a result in a cell for %s", async (_, headings, cells, column, code) => {
    const { findings } = await read([sheetOf(headings, [cells])]);
    expect(findings).toMatchObject([{ code, line: 2, column }]);
    expect(findings[0]!.message.ko).toContain("결과가 저장되어 있지 않습니다");
  });

  test("with the result 0 in a workbook that asks to be calculated are a warning, other results are not", async () => {
    const zero = "<c><f>SUM(100,200)</f><v>0</v></c>";
    const cells = [
      ["S01", "2025-01", zero],
      ["S01", "2025-02", "<c><f>1+6</f><v>7</v></c>"],
      ["S01", "2025-03", number(0)],
    ];
    const uncalculated = await read([sheetOf(sales, cells)], { fullCalcOnLoad: true });
    expect(uncalculated.findings).toMatchObject([{ code: "VALUE_IMPLAUSIBLE", line: 2, column: 3 }]);
    expect(uncalculated.rows[0]!.map((values) => values[2])).toEqual([0n, 7n, 0n]);
    expect((await read([sheetOf(sales, cells)])).findings).toEqual([]);
  });

  test.each(["#REF!", "#SPILL!", "#CALC!", "#FIELD!", "#N/A"])("with the error %s", async (error) => {
    const cell = `<c t="e"><f>X</f><v>${error}</v></c>`;
    const { findings } = await read([
      sheetOf(outlet, [["S01", cell, "상설", "2024-01-01"]]),
      { ...sheetOf(sales, [["S01", "2025-01", cell]]), name: "둘" },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["VALUE_UNKNOWN", "NOT_A_NUMBER"]);
    for (const { message } of findings) expect(message.ko).toContain(error);
  });
});

test("a business number that is displayed with ten digits is one", async () => {
  const headings = ["사업자등록번호", "기업명", "유형", "인증일", "만료일"];
  const cells = [number(123456789, 1), "가", "마을기업", "2024-01-01", ""];
  const { rows } = await read([sheetOf(headings, [cells])], { formats: ["000-00-00000"] });
  expect(rows[0]![0]![0]).toBe("0123456789");
});

describe("merged cells", () => {
  const merge = (...ranges: string[]) => ({
    after: `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`,
  });

  test("texts, dates and words hold for all rows of the merge", async () => {
    const rows = [
      ["S01", "하나", "상설", "2024-01-01", "2025-01-31", "코레일", ""],
      ["S02", "둘", "", "", "", "", ""],
      ["S03", "셋", "", "", "", "농협", ""],
    ];
    const more = merge("C2:C4", "D2:D4", "E2:E4", "F2:F3");
    const { rows: values, findings } = await read([sheetOf(outlet, rows, more)]);
    expect(findings).toEqual([]);
    expect(values[0]!.map((one) => one.slice(2, 6))).toEqual([
      ["PERMANENT", "2024-01-01", "2025-01-31", "코레일"],
      ["PERMANENT", "2024-01-01", "2025-01-31", "코레일"],
      ["PERMANENT", "2024-01-01", "2025-01-31", "농협"],
    ]);
  });

  test("keys hold for all rows, a figure of several rows is refused once", async () => {
    const rows = [
      ["S01", "2025-01", number(600)],
      ["", "2025-02", ""],
      ["S02", "2025-01", "5"],
    ];
    const { findings } = await read([sheetOf(sales, rows, merge("A2:A3", "C2:C3"))]);
    expect(findings).toMatchObject([{ code: "NOT_A_NUMBER", line: 2, column: 3, quote: "600" }]);
    expect(findings[0]!.message.ko).toContain("2–3행");
  });

  test("a figure over two columns is refused; a record of two rows is one", async () => {
    const wide = sheetOf(
      budget(),
      [["1-1", "2025-Q1", "2025", "시비", "10", "5", number(7), ""]],
      merge("G2:H2"),
    );
    expect((await read([wide])).findings).toMatchObject([{ code: "NOT_A_NUMBER", line: 2, column: 7 }]);
    const high = sheetOf(
      sales,
      [
        ["S01", "2025-01", "600"],
        ["", "", ""],
        ["S02", "2025-01", "5"],
      ],
      merge("A2:A3", "B2:B3", "C2:C3"),
    );
    const { rows, findings } = await read([high]);
    expect(findings).toEqual([]);
    expect(rows[0]!.map((values) => values[2])).toEqual([600n, 5n]);
  });
});

describe("what a workbook hides is read as it is, with a note that says which", () => {
  const data = [
    ["S01", "2025-01", "1"],
    ["S01", "2025-02", "2"],
    ["S01", "2025-03", "3"],
  ];
  const rowsWith = (attributes: string[]) =>
    [sales, ...data].map((cells, index) => row(cells, attributes[index] ?? "")).join("");

  test.each([
    ["hidden", ["", 'hidden="1"', "", 'hidden="true"'], "", "hidden (2, 4)"],
    ["without height", ["", "", 'ht="0" customHeight="1"', 'ht="0"'], "", "hidden (3–4)"],
    [
      "filtered away",
      ["", "", 'hidden="1"'],
      '<autoFilter ref="A1:C4"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>',
      "hidden or filtered out (3)",
    ],
  ])("rows %s", async (_, attributes, after, lines) => {
    const { rows, findings } = await read([{ name: "매출", rows: rowsWith(attributes), after }]);
    expect(rows[0]).toHaveLength(3);
    expect(findings).toMatchObject([{ code: "HIDDEN_CONTENT", sheet: "매출" }]);
    expect(findings[0]!.message.en).toContain(lines);
  });

  test("columns", async () => {
    const before = '<cols><col min="1" max="1" width="9"/><col min="3" max="9" hidden="1"/></cols>';
    const { rows, findings } = await read([{ name: "매출", rows: rowsWith([]), before }]);
    expect(rows[0]).toHaveLength(3);
    expect(findings).toMatchObject([{ code: "HIDDEN_CONTENT", sheet: "매출" }]);
    expect(findings[0]!.message.en).toContain("(C)");
  });

  test("hidden rows and columns without content, and the heading, are not worth a note", async () => {
    const sheet = { name: "매출", rows: rowsWith(['hidden="1"']) + row(["", "", ""], 'hidden="1"') };
    const before = '<cols><col min="4" max="16384" hidden="1"/></cols>';
    expect((await read([{ ...sheet, before }])).findings).toEqual([]);
  });

  test("a hidden sheet with data is named as left out, others are not", async () => {
    const sheet = { name: "매출", rows: rowsWith([]) };
    const hidden: RawSheet = { name: "지난 매출", rows: rowsWith([]), state: "hidden" };
    const list: RawSheet = { name: "목록", rows: row(["상설"]), state: "veryHidden" };
    const { rows, findings } = await read([sheet, hidden, list]);
    expect(rows).toHaveLength(1);
    expect(findings).toMatchObject([{ code: "CONTENT_IGNORED", sheet: "지난 매출" }]);
  });

  test("if all sheets are hidden, they are read", async () => {
    const { rows, findings } = await read([{ name: "매출", rows: rowsWith([]), state: "hidden" }]);
    expect(rows[0]).toHaveLength(3);
    expect(findings).toMatchObject([{ code: "HIDDEN_CONTENT", sheet: "매출" }]);
  });
});
