import { describe, expect, test } from "@jest/globals";
import { docx, hwpx } from "../../test/ingest/office-files.ts";
import { readFile } from "./read-file.ts";

/** The form of sales of outlets with its unit above, a heading and two rows; the code is merged over both. */
const title = "2025년 판매장 매출";
const heading = ["판매장코드", "매출월", "매출액(천원)", "참여기업수(개)"];
const rows = [
  ["S01", "2025-01", "1,200", "3"],
  ["", "2025-02", "1,350", "4"],
];

const wordCell = (text: string, merge: string) =>
  `<w:tc><w:tcPr>${merge}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const wordRow = (cells: string[], merge: string) =>
  `<w:tr>${cells.map((text, column) => wordCell(text, column === 0 ? merge : "")).join("")}</w:tr>`;
const wordDocument = docx(
  `<w:p><w:r><w:t>${title}</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>
    ${wordRow(heading, "")}${wordRow(rows[0]!, '<w:vMerge w:val="restart"/>')}${wordRow(rows[1]!, "<w:vMerge/>")}</w:tbl>`,
);

const hancomCell = (text: string, row: number, column: number, rowSpan: number) =>
  `<hp:tc><hp:subList><hp:p><hp:run><hp:t>${text}</hp:t></hp:run></hp:p></hp:subList>
    <hp:cellAddr colAddr="${column}" rowAddr="${row}"/><hp:cellSpan colSpan="1" rowSpan="${rowSpan}"/></hp:tc>`;
const hancomRow = (cells: string[], row: number) =>
  `<hp:tr>${cells
    .map((text, column) =>
      text === "" ? "" : hancomCell(text, row, column, row === 1 && column === 0 ? 2 : 1),
    )
    .join("")}</hp:tr>`;
const hancomDocument = hwpx(
  `<hp:p><hp:run><hp:t>${title}</hp:t></hp:run></hp:p><hp:p><hp:run><hp:tbl rowCnt="3" colCnt="4">
    ${[heading, ...rows].map(hancomRow).join("")}</hp:tbl></hp:run></hp:p>`,
);

describe.each([
  ["DOCX", wordDocument],
  ["HWPX", hancomDocument],
])("a table inside of a document, %s", (format, bytes) => {
  const read = readFile({ name: "매출", bytes }, {});

  test("is read as the form that it is on, merged cells included", async () => {
    const { encoding, findings, feeds } = await read;
    expect([encoding, findings, feeds.map(({ feed }) => feed.title.en)]).toEqual([
      format,
      [],
      ["Outlet sales"],
    ]);
    const [opened] = feeds;
    const values = [...opened!.rows()].flat().map((row) => row.values);
    expect(values.map(([code, , amount]) => [code, amount])).toEqual([
      ["S01", 1_200_000n],
      ["S01", 1_350_000n],
    ]);
    expect(opened!.findings).toEqual([]);
  });

  test("is cited by the rows and columns of the document as it is displayed", async () => {
    const [opened] = (await read).feeds;
    const [first] = [...opened!.rows()].flat();
    expect(opened!.cell(first!.line, "amount")).toMatchObject({ line: 3, column: 3, quote: "1,200" });
  });
});
