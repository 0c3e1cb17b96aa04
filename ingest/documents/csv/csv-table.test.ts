import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { csvBytes } from "../../../test/ingest/csv-bytes.ts";
import { readTables } from "../read-tables.ts";
import { ReadingStopped, type Table } from "../table.ts";

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const tables = await readTables({ name: "표.csv", bytes });
  if ("finding" in tables) throw new Error(tables.finding.message.en);
  return tables[0]!;
}

const rowsOf = (table: Table) => [...table.batches()].flat();
const encodings = ["UTF-8", "UTF-8 with BOM", "CP949"] as const;

/** More than two blocks, with quoted cells that reach over the ends of blocks. */
const manyRows = Array.from({ length: 9_000 }, (_, index) => [
  `B-${index}`,
  "사회적경제",
  index % 7 === 0 ? `두 줄,\n${"가".repeat(index % 300)}` : "1,466,051",
]);

describe("a CSV file", () => {
  test.each(encodings)("in %s is read piece by piece and whole", async (encoding) => {
    const table = await tableOf(csvBytes(manyRows, { encoding }));
    expect(rowsOf(table).map((row) => row.cells)).toEqual(manyRows);
    expect(table.encoding).toBe(encoding === "CP949" ? "CP949" : "UTF-8");
  });

  test("finds any row again by its line, and counts the lines", async () => {
    const table = await tableOf(csvBytes(manyRows, { endsLastLine: false }));
    const rows = rowsOf(table);
    for (const index of [8_999, 0, 1, 4_321, 4_322, 8_000, 7]) {
      expect(table.row(rows[index]!.line)).toEqual(rows[index]);
    }
    const second = rows.findIndex((row, index) => rows[index + 1]!.line > row.line + 1);
    expect(table.row(rows[second]!.line + 1)).toBeUndefined();
    expect(table.row(10_000_000)).toBeUndefined();
    expect(table.lineCount).toBe(rows.at(-1)!.line);
  });

  test("is read as NFC, whatever a Mac writes", async () => {
    const table = await tableOf(Buffer.from("부서명\n회계과\n".normalize("NFD")));
    expect(rowsOf(table).map((row) => row.cells)).toEqual([["부서명"], ["회계과"]]);
  });

  test("means the same in every encoding", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "1", "똠", "방", "각", "힣", "㈜", " ") });
    const csvRows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(csvRows, async (rows) => {
        fc.pre(rows.flat().join("").trim() !== "");
        const read = encodings.map(async (encoding) =>
          rowsOf(await tableOf(csvBytes(rows, { encoding }))).map((row) => row.cells),
        );
        expect(await Promise.all(read)).toEqual([rows, rows, rows]);
      }),
    );
  });

  test("gives the rows above a quote that is never closed, and then says where it opens", async () => {
    const table = await tableOf(
      Buffer.from(`a,b\n${'c,"d"\n'.repeat(40_000)}e,"f\n${"g,h\n".repeat(40_000)}`),
    );
    let count = 0;
    let stopped: unknown;
    try {
      for (const rows of table.batches()) count += rows.length;
    } catch (error) {
      stopped = error;
    }
    expect(stopped).toBeInstanceOf(ReadingStopped);
    expect((stopped as ReadingStopped).finding).toMatchObject({
      code: "FILE_UNREADABLE",
      line: 40_002,
      quote: '"f',
    });
    expect(count).toBeGreaterThan(20_000);
  });
});

describe("what is no text", () => {
  const refused = async (bytes: Uint8Array) => {
    const tables = await readTables({ name: "표.csv", bytes });
    if (Array.isArray(tables)) throw new Error("it was read");
    return tables.finding;
  };

  test.each([
    ["nothing", Buffer.alloc(0)],
    ["blanks and a byte order mark", Buffer.from("\uFEFF \r\n\r\n")],
    ["an old .xls or .hwp named .csv", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])("%s is FILE_UNREADABLE", async (_, bytes) => {
    expect(await refused(bytes)).toMatchObject({ code: "FILE_UNREADABLE" });
  });

  test("bytes of neither encoding, and U+FFFD, are ENCODING_INVALID with their line", async () => {
    const broken = Buffer.concat([Buffer.from("부서명\n회"), Buffer.from([0xff, 0xfe, 0x80])]);
    expect(await refused(broken)).toMatchObject({ code: "ENCODING_INVALID", line: 2 });
    expect(await refused(Buffer.from("부서명\n회\uFFFD과\n"))).toMatchObject({
      code: "ENCODING_INVALID",
      line: 2,
    });
  });
});
