import { expect, test } from "@jest/globals";
import { archiveOf } from "../../../test/ingest/write-workbook.ts";
import { readTables } from "../read-tables.ts";
import type { Table } from "../table.ts";

const namespaces = ["office", "table", "text", "style", "number", "calcext"].map(
  (name) => `xmlns:${name}="x:${name}"`,
);
const bytesOf = (body: string, styles = "") =>
  archiveOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content ${namespaces.join(" ")}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
  });

async function tablesOf(body: string, styles = ""): Promise<Table[]> {
  const tables = await readTables({ name: "표", bytes: bytesOf(body, styles) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables;
}
const rowsOf = (table: Table) => [...table.batches()].flat().map(({ line, cells }) => [line, ...cells]);
const sheet = (rows: string, attributes = 'table:name="표"') =>
  `<table:table ${attributes}>${rows}</table:table>`;
const text = (content: string) =>
  `<table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;

test("repeated rows and cells stand as often as they are repeated, blank ones without end", async () => {
  const [table] = await tablesOf(
    sheet(
      `<table:table-row table:number-rows-repeated="2"><table:table-cell/>${text("가").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16381"/></table:table-row>` +
        `<table:table-row table:number-rows-repeated="7"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
        `<table:table-row>${text("나")}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>',
    ),
  );
  expect(rowsOf(table!)).toEqual([
    [1, "", "가", "가"],
    [2, "", "가", "가"],
    [10, "나"],
  ]);
});

test("a text is what the cell displays: paragraphs, spaces and links, without comments and readings", async () => {
  const cell = `<table:table-cell office:value-type="string"><office:annotation><text:p>메모</text:p></office:annotation><text:p>하나<text:s text:c="2"/>둘<text:line-break/>셋 <text:a>넷</text:a><text:ruby><text:ruby-base>공약</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby></text:p><text:p>다섯</text:p></table:table-cell>`;
  const [table] = await tablesOf(sheet(`<table:table-row>${cell}</table:table-row>`));
  expect(rowsOf(table!)).toEqual([[1, "하나  둘\n셋 넷공약\n다섯"]]);
});

test("formulas without a result, errors, dates and amounts of money", async () => {
  const cells = [
    '<table:table-cell table:formula="of:=SUM([.A1:.A2])"/>',
    '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
    '<table:table-cell office:value-type="date" office:date-value="2025-03-01T09:30:00"><text:p>3월 1일</text:p></table:table-cell>',
    '<table:table-cell office:value-type="currency" office:currency="KRW" office:value="1234.56"><text:p>₩1,235</text:p></table:table-cell>',
  ];
  const [table] = await tablesOf(sheet(`<table:table-row>${cells.join("")}</table:table-row>`));
  expect(table!.row(1)!.cells).toEqual([
    { display: "=SUM([.A1:.A2])", exact: "=SUM([.A1:.A2])", kind: "formula" },
    { display: "#DIV/0!", exact: "#DIV/0!", kind: "error" },
    { display: "3월 1일", exact: "2025-03-01 09:30:00", kind: "date" },
    { display: "₩1,235", exact: "1234.56", kind: "number", unit: "₩" },
  ]);
});

test("hidden sheets and filtered rows are told", async () => {
  const styles =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const row = `<table:table-row>${text("가")}</table:table-row>`;
  const filtered = row.replace("<table:table-row", '<table:table-row table:visibility="filter"');
  const tables = await tablesOf(
    sheet(row + filtered) + sheet(row, 'table:name="둘" table:style-name="ta2"'),
    styles,
  );
  expect(
    tables.map(({ sheet: name, hidden }) => [name, hidden.sheet, hidden.isFiltered, hidden.rows]),
  ).toEqual([
    ["표", false, true, [{ first: 2, last: 2 }]],
    ["둘", true, false, []],
  ]);
});

test.each([
  [
    "a text in every cell of a sheet",
    sheet(
      `<table:table-row table:number-rows-repeated="1048576">${text("가").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')}</table:table-row>`,
    ),
  ],
  [
    "more columns than a sheet has",
    sheet(
      `<table:table-row>${text("가").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="999999999"')}</table:table-row>`,
    ),
  ],
])("%s is refused", async (_, body) => {
  expect(await readTables({ name: "표.ods", bytes: bytesOf(body) })).toMatchObject({
    finding: { code: "FILE_UNREADABLE" },
  });
});
