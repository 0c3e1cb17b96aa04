import { expect, test } from "@jest/globals";
import type { DocumentCell, DocumentModel, Paragraph } from "./document-model.ts";
import { documentTables } from "./document-tables.ts";

const paragraph = (text: string, line: number, column: number | null = null): Paragraph => ({
  ...{ kind: "PARAGRAPH", text, line, column, page: null },
  ...{ indent: 0, isListItem: false, headingLevel: null },
});
const cell = (text: string, line: number, column: number, rowSpan = 1, columnSpan = 1): DocumentCell => ({
  ...{ column, rowSpan, columnSpan },
  paragraphs: text.split("\n").map((one) => paragraph(one, line, column)),
});

test("the tables of a document keep its lines, columns and merged cells, and the paragraphs before them", () => {
  const model: DocumentModel = {
    format: "HWPX",
    findings: [],
    blocks: [
      paragraph("구매 현황", 1),
      paragraph("(단위 : 천원)", 2),
      {
        kind: "TABLE",
        rows: [
          { line: 3, cells: [cell("부서명", 3, 1), cell("구매\n번호", 3, 2), cell("금액", 3, 3)] },
          { line: 4, cells: [cell("회계과", 4, 1, 2), cell("B1", 4, 2), cell("1,000", 4, 3)] },
          { line: 5, cells: [cell("B2", 5, 2, 1, 2)] },
        ],
      },
      paragraph("끝", 6),
    ],
  };
  const tables = documentTables("구매.hwpx", model);
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  expect(tables).toHaveLength(1);
  const [table] = tables;
  expect([...table!.batches()].flat().map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, "구매 현황"],
    [2, "(단위 : 천원)"],
    [3, "부서명", "구매\n번호", "금액"],
    [4, "회계과", "B1", "1,000"],
    [5, "", "B2"],
  ]);
  expect(table!.merges).toEqual([
    { lines: { first: 4, last: 5 }, columns: { first: 1, last: 1 } },
    { lines: { first: 5, last: 5 }, columns: { first: 2, last: 3 } },
  ]);
});
