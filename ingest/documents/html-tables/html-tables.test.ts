import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { readTables } from "../read-tables.ts";
import { displayText, type Table } from "../table.ts";

async function tablesOf(html: string | Uint8Array): Promise<Table[]> {
  const tables = await readTables({ name: "현황.xls", bytes: Buffer.from(html) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables;
}
const rowsOf = (table: Table) => [...table.batches()].flat();
const cellsOf = (table: Table) => rowsOf(table).map(({ cells }) => cells.map(displayText));

describe("tables in HTML", () => {
  test("in CP949, whatever the file is called, with unclosed cells and rows", async () => {
    const html =
      '<html><head><meta charset="euc-kr"><style>td{}</style></head><table border=1><tr><th>부서명<th>금액(원)<tr><td>회계과<td>1,000</table></html>';
    const [table] = await tablesOf(iconv.encode(html, "cp949"));
    expect([table!.format, table!.sheet]).toEqual(["HTML table", null]);
    expect(cellsOf(table!)).toEqual([
      ["부서명", "금액(원)"],
      ["회계과", "1,000"],
    ]);
  });

  test("as a browser shows them: entities, line breaks, paragraphs, no scripts", async () => {
    const html =
      "<table><tr><td> A&amp;B&nbsp;\n 둘 <td>하나<br>둘<td><p>셋</p><p>넷</p><td><b>굵</b>게<script>x()</script></table>";
    expect(cellsOf((await tablesOf(html))[0]!)).toEqual([["A&B 둘", "하나\n둘", "셋\n넷", "굵게"]]);
  });

  test("cells merged over rows and columns keep the others in their columns", async () => {
    const html = "<table><tr><td rowspan=2>가<td colspan=2>나<td>다<tr><td>라<td>마<td>바<tr><td>사</table>";
    const [table] = await tablesOf(html);
    expect(cellsOf(table!)).toEqual([["가", "나", "", "다"], ["", "라", "마", "바"], ["사"]]);
    expect(table!.merges).toEqual([
      { lines: { first: 1, last: 2 }, columns: { first: 1, last: 1 } },
      { lines: { first: 1, last: 1 }, columns: { first: 2, last: 3 } },
    ]);
  });

  test("the text before a table belongs to it, lines count through the file", async () => {
    const html =
      "<p>계약 현황</p>(단위 : 천원)<table><caption>표 1</caption><tr><td>가</table><p>둘째</p><table><tr><td>나</table><p>끝</p>";
    const tables = await tablesOf(html);
    expect(tables.map((table) => rowsOf(table).map(({ line, cells }) => [line, ...cells]))).toEqual([
      [
        [1, "계약 현황"],
        [2, "(단위 : 천원)"],
        [3, "표 1"],
        [4, "가"],
      ],
      [
        [5, "둘째"],
        [6, "나"],
      ],
    ]);
  });

  test("a table inside a cell is one of its own", async () => {
    const tables = await tablesOf("<table><tr><td><table><tr><td>안<td>쪽</table></td><td>밖</table>");
    expect(tables.map(cellsOf)).toEqual([[["안", "쪽"]], [["", "밖"]]]);
  });

  test("stored numbers stand beside what Excel and LibreOffice display", async () => {
    const html =
      '<table><tr><td x:num="1234.56">1,235<td sdval="0.185">18.5%<td x:num="5035146000">5,035,146<td x:num>7<td x:num="45717">2025-03-01</table>';
    const [row] = rowsOf((await tablesOf(html))[0]!);
    expect(row!.cells).toMatchObject([
      { display: "1,235", exact: "1234.56" },
      { display: "18.5%", exact: "18.5%", kind: "percent" },
      { display: "5,035,146", exact: "5035146000", scale: 1_000 },
      "7",
      "2025-03-01",
    ]);
  });

  test("hidden rows and columns are told", async () => {
    const html =
      '<table><col><col span=2 style="display:none"><tr><td>가<tr style="display: none"><td>나</table>';
    expect((await tablesOf(html))[0]!.hidden).toMatchObject({
      rows: [{ first: 2, last: 2 }],
      columns: [{ first: 2, last: 3 }],
    });
  });

  test("a text without a table is no table", async () => {
    const [table] = await tablesOf("<p>부서명</p>\n회계과");
    expect(table!.format).toBe("CSV");
  });

  test("spans without end are refused, not followed", async () => {
    const cells = '<td colspan="16000">x'.repeat(3);
    const finding = await readTables({ name: "x.html", bytes: Buffer.from(`<table><tr>${cells}</table>`) });
    expect(finding).toMatchObject({ finding: { code: "FILE_UNREADABLE" } });
    const huge = '<tr><td rowspan="65000" colspan="9000">x'.repeat(200);
    expect(await readTables({ name: "x.html", bytes: Buffer.from(`<table>${huge}</table>`) })).toMatchObject({
      finding: { code: "FILE_UNREADABLE" },
    });
  });
});

test.each([
  [
    "quoted-printable",
    (html: string) =>
      [...Buffer.from(html)]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join("")
        .replace(/(.{60})(?==)/g, "$1=\r\n"),
  ],
  ["base64", (html: string) => Buffer.from(html).toString("base64")],
])("a single file web page in %s", async (encoding, encode) => {
  const message = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/related;\r\n\tboundary="----=_Next"',
    "",
    "------=_Next",
    "Content-Type: text/html; charset=utf-8",
    `Content-Transfer-Encoding: ${encoding}`,
    "",
    encode("<table><tr><td>부서명<tr><td>회계과</table>"),
    "------=_Next",
    "Content-Type: image/png",
    "",
    "x",
    "------=_Next--",
  ].join("\r\n");
  const [table] = await tablesOf(message);
  expect([table!.format, cellsOf(table!)]).toEqual(["MHTML", [["부서명"], ["회계과"]]]);
});
