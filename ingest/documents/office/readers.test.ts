import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import iconv from "iconv-lite";
import { docx, hwpx, pdfWithPages } from "../../../test/ingest/office-files.ts";
import type { DocumentModel } from "../document-model.ts";
import { readOfficeDocument } from "../read-office-document.ts";
import { convert } from "./convert.ts";
import { officeFormat } from "./office-format.ts";

/** Read in this thread, as a worker for each takes longer: paragraphs as they read, with marks for indentation (_), lists (*) and headings (#); rows of tables as lists of cells. */
async function read(bytes: Uint8Array) {
  const format = await officeFormat(bytes);
  if (!format) throw new Error("not recognised");
  return outlineOf(await convert(format, bytes));
}

function outlineOf({ blocks }: DocumentModel) {
  return blocks.flatMap((block): (string | string[])[] =>
    block.kind === "PARAGRAPH"
      ? [
          "#".repeat(block.headingLevel ?? 0) +
            (block.isListItem ? "*" : "") +
            "_".repeat(block.indent) +
            block.text,
        ]
      : block.rows.map(({ cells }) =>
          cells.map(({ column, rowSpan, columnSpan, paragraphs }) => {
            const span = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : "";
            return `${column}${span}: ${paragraphs.map(({ text }) => text).join(" / ")}`;
          }),
        ),
  );
}

const html = (body: string) => Buffer.from(`<!doctype html><html><body>${body}</body></html>`);
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const tc = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const hp = (text: string, shape = "") =>
  `<hp:p paraPrIDRef="${shape}"><hp:run><hp:t>${text}</hp:t></hp:run></hp:p>`;

describe("HTML", () => {
  test.each<[string, string, (string | string[])[]]>([
    ["lines in the source are one line", "<p>가\n  나</p>다<br>라<div>마</div>", ["가 나", "다", "라", "마"]],
    ["no-break spaces indent", "<p>&nbsp;&nbsp;- 가&#8203;</p>", ["__- 가"]],
    ["lists indent by depth", "<ul><li>가<ul><li>나</li></ul></li></ul>", ["*가", "*__나"]],
    ["headings", "<h2>가</h2><p>나</p>", ["##가", "나"]],
    ["scripts and styles print nothing", "<style>가</style><script>'<td>'</script><p>나</p>", ["나"]],
    [
      "merged cells, and cells that are never closed",
      "<table><tr><td rowspan=2>가<td colspan=2>나<tr><td>다<td>라</table>",
      [
        ["1 2×1: 가", "2 1×2: 나"],
        ["2: 다", "3: 라"],
      ],
    ],
    [
      "a table in a cell becomes the cell's lines",
      "<table><tr><td>가<table><tr><td>나</td><td>다</td></tr></table>라</td></tr></table>",
      [["1: 가 / 나 / 다 / 라"]],
    ],
    [
      "a rowspan that goes on below the table ends with it",
      "<table><tr><td rowspan=9>가<td>나</table>",
      [["1: 가", "2: 나"]],
    ],
  ])("%s", async (_, body, expected) => {
    expect(await read(html(body))).toEqual(expected);
  });

  test("in CP949, whatever it declares, and as a fragment", async () => {
    expect(await read(iconv.encode("<table><tr><td>똠방</td></tr></table><p>힣</p>", "cp949"))).toEqual([
      ["1: 똠방"],
      "힣",
    ]);
  });

  test("tags that are never closed are one note", async () => {
    const document = await readOfficeDocument(html("<div><ul><li>가<ul><li>나</div>"));
    expect(document).toMatchObject({ findings: [{ code: "MARKUP_BROKEN", line: null }] });
    expect(JSON.stringify(document)).toContain("<ul> × 2");
  });

  test.each([
    ["Markdown that begins with a table", "<table>\n<tr><td>가</td></tr>\n</table>\n\n| 나 |\n| --- |"],
    ["text", "1-4-2 <b>가</b>"],
    ["CSV", "<10,20\n1,2"],
  ])("%s is not HTML", async (_, text) => {
    expect(await readOfficeDocument(Buffer.from(text))).toBeNull();
  });
});

describe("DOCX", () => {
  test("tracked changes are accepted, hidden text and field codes are left out", async () => {
    const changed = `<w:p>${run("예산 ")}<w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins>${run("200")}</w:ins>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>숨김</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`;
    expect(await read(docx(changed))).toEqual(["예산 200"]);
  });

  test("headings and lists by the styles that a paragraph inherits, and notes at the end", async () => {
    const styles = `<w:styles><w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>
      <w:style w:styleId="S"><w:basedOn w:val="H"/></w:style></w:styles>`;
    const notes = `<w:footnotes><w:footnote w:type="separator">${p("-")}</w:footnote><w:footnote>${p("각주")}</w:footnote></w:footnotes>`;
    const body =
      p("제목", `<w:pStyle w:val="S"/>`) +
      p("항목", `<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>`) +
      p("  - 띄운 줄");
    expect(await read(docx(body, { "word/styles.xml": styles, "word/footnotes.xml": notes }))).toEqual([
      "##제목",
      "*__항목",
      "__- 띄운 줄",
      "각주",
    ]);
  });

  test("cells merged down and across, rows that begin later, and controls around rows", async () => {
    const rows = `<w:tr>${tc("가", `<w:vMerge w:val="restart"/>`)}${tc("나", `<w:gridSpan w:val="2"/>`)}</w:tr>
      <w:sdt><w:sdtContent><w:tr>${tc("", "<w:vMerge/>")}${tc("다")}${tc("라")}</w:tr></w:sdtContent></w:sdt>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("마")}</w:tr>`;
    expect(await read(docx(`<w:tbl>${rows}</w:tbl>`))).toEqual([
      ["1 2×1: 가", "2 1×2: 나"],
      ["2: 다", "3: 라"],
      ["2: 마"],
    ]);
  });

  test("a text box is read once, of the two ways in which it is stored", async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing = `<mc:AlternateContent><mc:Choice>${box("글상자")}</mc:Choice><mc:Fallback>${box("글상자")}</mc:Fallback></mc:AlternateContent>`;
    expect(await read(docx(`<w:p>${run("앞")}<w:r>${drawing}</w:r></w:p>`))).toEqual(["앞", "글상자"]);
  });
});

describe("HWPX", () => {
  test("tracked deletions over paragraphs are left out, line breaks begin lines, notes come last", async () => {
    const section = `<hp:p><hp:run><hp:t>예산 <hp:deleteBegin/>100</hp:t></hp:run></hp:p>${hp("더 지운 줄<hp:deleteEnd/>")}
      ${hp("가<hp:lineBreak/>나")}<hp:p><hp:run><hp:ctrl><hp:footNote><hp:subList>${hp("각주")}</hp:subList></hp:footNote>
      <hp:header><hp:subList>${hp("머리말")}</hp:subList></hp:header></hp:ctrl><hp:t>다</hp:t></hp:run></hp:p>`;
    expect(await read(hwpx(section))).toEqual(["예산", "가", "나", "다", "각주"]);
  });

  test("outlines are headings, bullets that print by themselves mark items, sections go by number", async () => {
    const header = `<hh:head><hh:paraPr id="1"><hh:heading type="OUTLINE" level="0"/></hh:paraPr>
      <hh:paraPr id="2"><hh:heading type="BULLET" level="1"/></hh:paraPr></hh:head>`;
    const file = hwpx(hp("제목", "1"), {
      "Contents/header.xml": header,
      "Contents/section10.xml": `<hs:sec>${hp("끝")}</hs:sec>`,
      "Contents/section2.xml": `<hs:sec>${hp("항목", "2")}</hs:sec>`,
    });
    expect(await read(file)).toEqual(["#제목", "*__항목", "끝"]);
  });
});

describe("PDF", () => {
  const text = (x: number, y: number, words: string) => `BT /F 10 Tf ${x} ${y} Td (${words}) Tj ET `;
  const box = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re S `;
  const pages = (...contents: string[]) =>
    pdfWithPages(contents.map((content) => ({ stream: Buffer.from(content) })));

  test("page numbers and running heads are left out, and a paragraph goes on over the page", async () => {
    const wide = "the quick brown fox jumps over the lazy dog and then it jumps over";
    const file = pages(
      text(50, 820, "Report of 2019") + text(50, 700, "1-4-2") + text(50, 100, wide) + text(290, 20, "- 1 -"),
      text(50, 820, "Report of 2019") +
        text(50, 700, "another dog") +
        text(50, 650, "end.") +
        text(290, 20, "- 2 -"),
    );
    expect(await read(file)).toEqual(["1-4-2", `${wide} another dog`, "end."]);
  });

  test("a row that the page divides is one row, and a repeated heading is dropped", async () => {
    const row = (y: number, height: number, label: string, lines: string[]) =>
      box(50, y, 100, height) +
      box(150, y, 300, height) +
      text(55, y + height - 15, label) +
      lines.map((line, index) => text(155, y + height - 15 - index * 14, line)).join("");
    const file = pages(
      row(200, 20, "Part", ["Results"]) + row(100, 100, "Before", ["- one", "- two"]),
      row(780, 20, "Part", ["Results"]) + row(730, 50, "", ["- three"]) + row(700, 30, "Plan", ["- four"]),
    );
    expect(await read(file)).toEqual([
      ["1: Part", "2: Results"],
      ["1: Before", "2: - one / - two / - three"],
      ["1: Plan", "2: - four"],
    ]);
  });

  test("a row of figures at the top of a page is a row of its own, below the merged label that goes on", async () => {
    const cells = (y: number, source: string, amount: string) =>
      box(150, y, 100, 20) + box(250, y, 100, 20) + text(155, y + 5, source) + text(255, y + 5, amount);
    const file = pages(
      box(50, 40, 100, 40) +
        text(55, 65, "Pledge") +
        cells(60, "national", "106.5") +
        cells(40, "provincial", "46"),
      box(50, 780, 100, 20) + cells(780, "city", "3,752.5"),
    );
    expect(await read(file)).toEqual([
      ["1 3×1: Pledge", "2: national", "3: 106.5"],
      ["2: provincial", "3: 46"],
      ["2: city", "3: 3,752.5"],
    ]);
  });

  test("tables that are open at their sides, as a browser prints them, have the cells of the report", async () => {
    const bare = (outline: (string | string[])[]) =>
      outline.flatMap((line) =>
        typeof line === "string" ? [] : [line.map((cell) => cell.replace(/[\s/_]/g, ""))],
      );
    const printed = await read(readFileSync("test/ingest/files/office/open-sides.chromium.pdf"));
    const report = await read(readFileSync("test/contract/office/goyang-1-4-2-2019-Q2.html"));
    expect(bare(printed)).toEqual(bare(report));
  });
});
