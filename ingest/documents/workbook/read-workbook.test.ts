import { isDeepStrictEqual } from "node:util";
import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { feeds } from "../../../schema/feeds.ts";
import {
  archiveOf,
  inlineRows,
  type RawWorkbook,
  workbookBytes,
  workbookParts,
} from "../../../test/ingest/write-workbook.ts";
import { headingsOf } from "../../forms/feed/heading.ts";
import { openFeed } from "../../forms/feed/open-feed.ts";
import { openArchive } from "../open-archive.ts";
import { readTables } from "../read-tables.ts";
import { type Cell, displayText, type Table } from "../table.ts";

async function tablesOf(workbook: RawWorkbook): Promise<Table[]> {
  const tables = await readTables({ name: "표.xlsx", bytes: workbookBytes(workbook) });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables;
}

async function refusal(bytes: Uint8Array) {
  const tables = await readTables({ name: "표.xlsx", bytes });
  if (Array.isArray(tables)) throw new Error("it was read");
  return tables.finding;
}

const cellsOf = (table: Table): Cell[][] => [...table.batches()].flat().map((row) => row.cells);
const sheet = (rows: string) => ({ name: "표", rows });

/** The cells of one row, given as XML. */
async function cells(row: string, workbook: Partial<RawWorkbook> = {}): Promise<Cell[]> {
  const [table] = await tablesOf({ sheets: [sheet(`<row r="1">${row}</row>`)], ...workbook });
  return cellsOf(table!)[0]!;
}

describe("the cells of a workbook", () => {
  test("texts: shared, inline, of a formula; without what says how they are pronounced", async () => {
    const inline = '<is><r><t>공</t></r><r><t xml:space="preserve">약 </t></r><rPh><t>x</t></rPh></is>';
    const row = `<c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr">${inline}</c><c r="C1" t="str"><f>A1</f><v>예</v></c>`;
    expect(await cells(row, { strings: ["하나", "둘 & 셋"] })).toEqual(["둘 & 셋", "공약 ", "예"]);
  });

  test("texts are NFC, and a line break inside one is a line break", async () => {
    const row = `<c t="inlineStr"><is><t>${"회계과".normalize("NFD")}_x000D_\n둘</t></is></c>`;
    expect(await cells(row)).toEqual(["회계과\r\n둘"]);
  });

  test("two escaped halves of a character are the character", async () => {
    expect(await cells('<c t="str"><v>_xD83D__xDE00_</v></c>')).toEqual(["😀"]);
  });

  test("numbers as they are stored, and as they are shown", async () => {
    const formats = ["#,##0", "0.0%", '_-* #,##0_-;-* #,##0_-;_-* "-"_-'];
    const row =
      "<c><v>106.5</v></c><c s='1'><v>1466051</v></c><c s='2'><v>0.185</v></c><c s='3'><v>0</v></c><c><v>0.30000000000000004</v></c>";
    expect(await cells(row, { formats })).toEqual([
      { display: "106.5", exact: "106.5", kind: "number" },
      { display: "1,466,051", exact: "1466051", kind: "number" },
      { display: "18.5%", exact: "18.5%", kind: "percent" },
      { display: "-", exact: "0", kind: "number" },
      { display: "0.3", exact: "0.3", kind: "number" },
    ]);
  });

  test.each([
    ["1900", false, 45_717],
    ["1904", true, 45_717 - 1_462],
  ])("days counted from %s", async (_, countsFrom1904, serial) => {
    const formats = ["yyyy-mm-dd", 'yyyy"년" m"월" d"일"', "yyyy\\-mm\\-dd\\ hh:mm"];
    const row = `<c s="1"><v>${serial}</v></c><c s="2"><v>${serial}</v></c><c s="3"><v>${serial}.5</v></c>`;
    expect(await cells(row, { formats, countsFrom1904 })).toEqual([
      { display: "2025-03-01", exact: "2025-03-01", kind: "date" },
      { display: "2025년 3월 1일", exact: "2025-03-01", kind: "date" },
      { display: "2025-03-01 12:00", exact: "2025-03-01 12:00:00", kind: "date" },
    ]);
  });

  test("a formula counts as the result that is stored; without one the formula itself stands there", async () => {
    const row =
      '<c><f>B1*2</f><v>14</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="str"><f>X</f><v></v></c><c><f>A1+1</f></c><c><f t="shared" si="0"/></c>';
    const read = await cells(row);
    expect(read.map((cell) => [displayText(cell), typeof cell === "string" ? "text" : cell.kind])).toEqual([
      ["14", "number"],
      ["#DIV/0!", "error"],
      ["", "text"],
      ["=A1+1", "formula"],
      ["=", "formula"],
    ]);
  });

  test("yes and no as Excel has them", async () => {
    expect(await cells('<c t="b"><v>1</v></c><c t="b"><v>0</v></c>')).toEqual(["TRUE", "FALSE"]);
  });

  test("stand where their names say, whatever is left out", async () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="AA3" t="str"><v>x</v></c></row><row><c t="str"><v>y</v></c></row>';
    const [table] = await tablesOf({ sheets: [sheet(rows)] });
    expect(table!.row(3)!.cells).toHaveLength(27);
    expect(table!.row(3)!.cells[26]).toBe("x");
    expect(table!.row(4)!.cells).toEqual(["y"]);
    expect(table!.lineCount).toBe(4);
  });
});

describe("the sheets of a workbook", () => {
  test("are tables, but for empty ones; hidden ones are told apart", async () => {
    const one = inlineRows([["하나"]]);
    const tables = await tablesOf({
      sheets: [
        { name: "구매", rows: one },
        { name: "숨김", rows: one, state: "hidden" },
        { name: "깊이 숨김", rows: one, state: "veryHidden" },
        { name: "빈 시트", rows: "" },
        { name: "판매장", rows: one },
      ],
    });
    expect(tables.map((table) => [table.sheet, table.hidden.sheet])).toEqual([
      ["구매", false],
      ["숨김", true],
      ["깊이 숨김", true],
      ["판매장", false],
    ]);
  });
});

async function tablesIn(bytes: Uint8Array): Promise<Cell[][][]> {
  const tables = await readTables({ name: "표.xlsx", bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables.map(cellsOf);
}

/** The code that refuses a workbook, or whether it gives the same cells as another and can be opened as a feed. */
async function outcomeOf(bytes: Uint8Array, cells: Cell[][][]): Promise<string> {
  const tables = await readTables({ name: "표.xlsx", bytes });
  if ("finding" in tables) return tables.finding.code;
  for (const table of tables) openFeed(table, feeds);
  return isDeepStrictEqual(tables.map(cellsOf), cells) ? "SAME" : "OTHER";
}

describe("what is no workbook", () => {
  const whole = workbookBytes({ sheets: [sheet(inlineRows([["구매번호"], ["B1"]]))] });

  test("an archive of something else", async () => {
    const hwpx = archiveOf({ mimetype: "application/hwp+zip", "Contents/section0.xml": "<s/>" });
    const finding = await refusal(hwpx);
    expect(finding.code).toBe("FILE_UNREADABLE");
    expect(finding.message.en).toContain("not a workbook");
  });

  test("one that is cut off, or has a byte changed", async () => {
    expect(await refusal(whole.subarray(0, whole.length - 40))).toMatchObject({ code: "FILE_UNREADABLE" });
    const parts = workbookParts({ sheets: [sheet(inlineRows([["금액"], ["1466051"]]))] });
    const cutXml = { ...parts, "xl/worksheets/sheet1.xml": parts["xl/worksheets/sheet1.xml"]!.slice(0, 200) };
    expect(await refusal(archiveOf(cutXml))).toMatchObject({ code: "FILE_UNREADABLE" });
  });

  test("one with a digit changed on its way", async () => {
    const parts = workbookParts({ sheets: [sheet(inlineRows([["금액"], ["1466051"]]))] });
    const bytes = Buffer.from(archiveOf(parts, { level: 0 }));
    expect(await readTables({ name: "표.xlsx", bytes })).toHaveLength(1);
    bytes.write("9", bytes.indexOf("1466051"));
    expect(await refusal(bytes)).toMatchObject({ code: "FILE_UNREADABLE" });
  });

  test("one with any bytes changed is read or refused, and never stops the import", async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    const parts = workbookParts({ sheets: [sheet(inlineRows([headingsOf(feeds[1]!), ["회계과"]]))] });
    const unpacked = archiveOf(parts, { level: 0 });
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(whole, unpacked), changes, async (bytes, list) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of list) changed[at % changed.length] = byte;
        const outcome = await outcomeOf(changed, await tablesIn(bytes));
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        expect(["SAME", "FILE_UNREADABLE", "ENCODING_INVALID"]).toContain(outcome);
      }),
      { numRuns: 300 },
    );
    // Checksums let changes pass only outside of what is read: names, times, flags.
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(["SAME", "FILE_UNREADABLE"]));
  });

  test("one that unzips to 4 GB", async () => {
    const bomb = zeros(4 * 1024);
    expect(bomb.length).toBeLessThan(8_000_000);
    const honest = zipOf("xl/workbook.xml", bomb, 2 ** 32 - 2 ** 20);
    expect((await refusal(honest)).message.en).toContain("256 MB");
    const lying = await openArchive(zipOf("xl/workbook.xml", bomb, 1_000));
    let inflated = 0;
    const reading = lying.read("xl/workbook.xml", (text) => {
      inflated += text.length;
    });
    await expect(reading).rejects.toThrow("damaged");
    expect(inflated).toBeLessThanOrEqual(1_000);
  });

  test("cells beyond Excel's limits, and rows that would fill the memory with blanks", async () => {
    const long = `<row r="2"><c r="B2" t="str"><v>${"가".repeat(40_000)}</v></c></row>`;
    expect(await refusal(workbookBytes({ sheets: [sheet(long)] }))).toMatchObject({
      code: "FILE_UNREADABLE",
      line: 2,
      column: 2,
    });
    const wide = '<row><c r="XFE1" t="str"><v>x</v></c></row>';
    expect(await refusal(workbookBytes({ sheets: [sheet(wide)] }))).toMatchObject({
      line: 1,
      column: 16_385,
    });
    const sparse = '<row><c r="XFD1" t="str"><v>x</v></c></row>'.repeat(1_000);
    expect((await refusal(workbookBytes({ sheets: [sheet(sparse)] }))).message.en).toContain(
      "3,000,000 cells",
    );
  });
});

/** A deflate stream of so many MB of zeros: one MB, which stands alone, again and again. */
function zeros(megabytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), deflateRawSync(Buffer.alloc(0))]);
}

/** An archive of one part that is deflated already, and claims to be of a size when it is inflated. */
function zipOf(name: string, deflated: Buffer, size: number): Uint8Array {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(deflated.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), deflated]);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\x00"),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
