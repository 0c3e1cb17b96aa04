import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import type { DocumentModel, Paragraph } from "../document-model.ts";
import { readOfficeDocument } from "../read-office-document.ts";

const report = "test/contract/office/goyang-1-4-2-2019-Q2";

const documents = new Map<string, Promise<DocumentModel>>();

/** The report in a format, which is read once. */
function read(ending: string): Promise<DocumentModel> {
  const known = documents.get(ending) ?? readFresh(ending);
  documents.set(ending, known);
  return known;
}

async function readFresh(ending: string): Promise<DocumentModel> {
  const document = await readOfficeDocument(readFileSync(`${report}.${ending}`));
  if (!document || "finding" in document) throw new Error(document?.finding.message.en ?? "not recognised");
  return document;
}

/** A paragraph as it is compared: in a PDF spaces are lost where lines are wrapped. */
const bare = (text: string) => text.replace(/\s/g, "");

/** The cells of the report by their first row and column as the text file has them; the columns of merged cells remain. */
function printedLines({ blocks }: DocumentModel): string[] {
  const lineOf = (paragraphs: Paragraph[]) => bare(paragraphs.map(({ text }) => text).join(""));
  return blocks.flatMap((block) =>
    block.kind === "PARAGRAPH"
      ? [lineOf([block])]
      : block.rows.map(({ cells }) => cells.map(({ paragraphs }) => lineOf(paragraphs)).join("|")),
  );
}

/** The same of the text file: rows have tabs, and the results several lines to a cell. */
function expectedLines(): string[] {
  const text = readFileSync(`${report}.txt`, "utf8");
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const expected: string[] = [];
  let isInCell = false;
  for (const line of lines) {
    const begins = /^(그동안 추진실적|[23]\/4분기)/.test(line);
    if (begins || !isInCell) expected.push("");
    if (begins) isInCell = true;
    const last = expected.length - 1;
    expected[last] += line
      .split("\t")
      .map((cell) => bare(cell))
      .join("|");
    // The remark's cell, which is blank, ends the row.
    if (isInCell && line.endsWith("\t")) isInCell = false;
  }
  // A merged cell is printed once: the text leaves its other places blank.
  return expected.map((line) =>
    line
      .replace(/^\|\|팀장/, "팀장")
      .replace(/^팀장\|최\|\|/, "팀장|최|")
      .replace(/^\|(국비|도비|시비|기타)/, "$1"),
  );
}

describe.each(["html", "docx", "hwpx", "hwp", "pdf"])("the real report as %s", (ending) => {
  test("has every paragraph and every row of the printed report, in order", async () => {
    const document = await read(ending);
    expect(printedLines(document)).toEqual(expectedLines());
    expect(document.findings).toEqual([]);
  });

  test("numbers paragraphs and rows from 1, and cites cells by the column of the grid", async () => {
    const { blocks } = await read(ending);
    const lines = blocks.flatMap((block) =>
      block.kind === "PARAGRAPH" ? [block.line] : block.rows.map(({ line }) => line),
    );
    expect(lines).toEqual(lines.map((_, index) => index + 1));
    const [contacts, , , funding] = blocks.filter((block) => block.kind === "TABLE");
    const places = (row: number, table = contacts) =>
      table!.rows[row]!.cells.map(({ column, rowSpan, columnSpan, paragraphs }) => [
        ...[column, rowSpan, columnSpan],
        paragraphs.map(({ text }) => bare(text)).join(),
      ]);
    expect(places(0)).toEqual([
      [1, 2, 1, "소관부서"],
      [2, 2, 1, "소상공인지원과"],
      [3, 1, 1, "과장"],
      [4, 1, 1, "윤"],
      [5, 2, 1, "연락처"],
      [6, 1, 1, "3540"],
    ]);
    expect(places(1)).toEqual([
      [3, 1, 1, "팀장"],
      [4, 1, 1, "최"],
      [6, 1, 1, "3721"],
    ]);
    expect(places(1, funding)[0]).toEqual([
      1,
      5,
      1,
      bare("사회적경제기업 지원시스템 구축 및 공공기관 우선 구매"),
    ]);
    // 시비, '18.7.
    expect(places(4, funding)[3]).toEqual([5, 1, 1, "612.5"]);
    for (const { line, cells } of funding!.rows) {
      for (const { column, paragraphs } of cells) {
        for (const paragraph of paragraphs) expect(paragraph).toMatchObject({ line, column });
      }
    }
  });

  test("indents the bullets below others, with a paragraph for each", async () => {
    const { blocks } = await read(ending);
    const [, results] = blocks.filter((block) => block.kind === "TABLE");
    const paragraphs = results!.rows[1]!.cells[1]!.paragraphs;
    const agreement = paragraphs.findIndex(({ text }) => text.startsWith("○ 한국토지주택공사"));
    const four = paragraphs.slice(agreement, agreement + 3);
    expect(four.map(({ text }) => text[0])).toEqual(["○", "-", "•"]);
    const [outer, inner, innermost] = four.map(({ indent }) => indent);
    expect(outer).toBe(0);
    expect(inner).toBeGreaterThan(outer!);
    expect(innermost).toBeGreaterThan(inner!);
  });
});

test("a PDF gives the page of each paragraph, also where a cell goes on to the next page", async () => {
  const { blocks } = await read("pdf");
  const [, results, , funding] = blocks.filter((block) => block.kind === "TABLE");
  const pagesOf = (paragraphs: Paragraph[]) => [...new Set(paragraphs.map(({ page }) => page))];
  expect(pagesOf(results!.rows[1]!.cells[1]!.paragraphs)).toEqual([1, 2]);
  expect(
    funding!.rows.map(({ cells }) => cells.find(({ column }) => column === 2)!.paragraphs[0]!.page),
  ).toEqual([3, 3, 3, 4, 4, 4]);
});
