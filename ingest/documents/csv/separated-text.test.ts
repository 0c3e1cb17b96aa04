import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import iconv from "iconv-lite";
import { readTables } from "../read-tables.ts";
import { displayText, type Table } from "../table.ts";

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const tables = await readTables({ name: "표.txt", bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

const rowsOf = (table: Table) => [...table.batches()].flat();
const cellsOf = (table: Table) => rowsOf(table).map((row) => row.cells.map(displayText));
const cellsIn = async (text: string) => cellsOf(await tableOf(Buffer.from(text)));

/** A text with these cells, in quotes where a program would put them. */
const joined = (rows: string[][], separator: string, lineEnd = "\r\n"): string => {
  const written = (cell: string) => (/[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(written).join(separator)).join(lineEnd);
};

const purchases = [
  ["구매번호", "금액(원)", "비고"],
  ["B1", "1,234,000", "한 줄; 또\n한 줄|끝"],
  ["B2", "5,000", '"따옴표"'],
];

describe("the cells of a text", () => {
  test.each([",", "\t", ";", "|"])("are found by what separates them: %j", async (separator) => {
    expect(await cellsIn(joined(purchases, separator))).toEqual(purchases);
  });

  test.each(["\t", ";", "|"])(
    "separated by %j may hold amounts with commas without quotes",
    async (separator) => {
      const lines = [
        ["구매번호", "금액(원)"],
        ["B1", "1,234,000"],
        ["B2", "5,000"],
      ];
      expect(await cellsIn(lines.map((line) => line.join(separator)).join("\n"))).toEqual(lines);
    },
  );

  test("below a title, a unit and a blank line", async () => {
    const text = `2025년 구매, 계약 현황\n(단위 : 원)\n\n${joined(purchases, "\t", "\n")}`;
    expect((await cellsIn(text)).slice(3)).toEqual(purchases);
  });

  test.each(["sep=;", "SEP=;", '"sep=;"'])(
    "are separated by what the first line declares: %s",
    async (line) => {
      const table = await tableOf(
        Buffer.from(`\uFEFF${line}\r\n부서명;비고\r\n회계과;a,b,c\r\n세정과;d,e,f`),
      );
      expect(cellsOf(table)).toEqual([
        ["부서명", "비고"],
        ["회계과", "a,b,c"],
        ["세정과", "d,e,f"],
      ]);
      expect(table.row(3)?.cells).toEqual(["회계과", "a,b,c"]);
    },
  );

  test("in a table drawn with pipes, without its frame and rules", async () => {
    const text = "| 부서명 | 금액(원) |\n|---|---:|\n| 회계과 | 1,000 |\n";
    const table = await tableOf(Buffer.from(text));
    expect(cellsOf(table).filter((cells) => cells.length > 0)).toEqual([
      [" 부서명 ", " 금액(원) "],
      [" 회계과 ", " 1,000 "],
    ]);
    expect(table.row(3)?.cells).toEqual([" 회계과 ", " 1,000 "]);
  });

  test.each([
    ["UTF-16LE", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16BE", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
  ] as const)("in %s, as spreadsheet programs save Unicode text", async (encoding, encode) => {
    const table = await tableOf(encode(joined(purchases, "\t")));
    expect(cellsOf(table)).toEqual(purchases);
    expect(table.encoding).toBe(encoding);
  });

  test.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["CP949", (text: string) => iconv.encode(text, "cp949")],
    ["UTF-16LE", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ])("in lines that end with CR alone, more than a block of them, in %s", async (_, encode) => {
    const many = Array.from({ length: 6_000 }, (_, index) => [`B${index}`, "사회적경제", "1,000"]);
    const table = await tableOf(encode(joined(many, ",", "\r")));
    expect(cellsOf(table)).toEqual(many);
    expect(table.row(5_001)?.cells[0]).toBe("B5000");
    expect(table.lineCount).toBe(6_000);
  });

  test.each(["\x1A", "\r\n\x1A", "\r\n\x1A\r\n"])("end before a Ctrl-Z (%j)", async (end) => {
    for (const encode of [Buffer.from, (text: string) => iconv.encode(text, "cp949")])
      expect(cellsOf(await tableOf(encode(`부서명,비고\r\n회계과,가${end}`)))).toEqual([
        ["부서명", "비고"],
        ["회계과", "가"],
      ]);
  });

  test("are the same whatever separates them and ends the lines", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("가", "a", "1", '"', ",", ";", "|", "\n", " x"),
      maxLength: 5,
    });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", "\t", ";", "|"),
        fc.constantFrom("\n", "\r\n"),
        async (lines, separator, lineEnd) => {
          fc.pre(lines.flat().join("").trim() !== "");
          // Blank cells at both ends of every line look like the frame of a drawn table.
          const framed = lines.map((line) => ["가", ...line, "나"]);
          expect(await cellsIn(joined(framed, separator, lineEnd))).toEqual(framed);
        },
      ),
    );
  });
});
