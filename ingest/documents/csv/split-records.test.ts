import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvText } from "../../../test/ingest/csv-bytes.ts";
import { ReadingStopped, type TableRow } from "../table.ts";
import { splitRecords } from "./split-records.ts";

function split(text: string): TableRow[] {
  const rows: TableRow[] = [];
  splitRecords(text, 1, true, rows);
  return rows;
}

function findingOf(text: string) {
  try {
    split(text);
  } catch (error) {
    if (error instanceof ReadingStopped) return error.finding;
    throw error;
  }
  throw new Error("nothing was refused");
}

const cell = fc.string({
  unit: fc.constantFrom("a", "가", " ", ",", '"', "\n", "\r\n", "1", "△"),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const style = fc.record({
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  quoteAll: fc.boolean(),
  endsLastLine: fc.boolean(),
});

describe("splitting CSV into records", () => {
  test("gives back the cells that were written, on their lines, however they were quoted", () => {
    fc.assert(
      fc.property(table, style, (rows, how) => {
        // A blank last line without a line end does not count.
        fc.pre(how.endsLastLine || how.quoteAll || rows.at(-1)!.join("") !== "");
        let line = 1;
        const expected = rows.map((cells) => {
          const row = { line, cells };
          line += cells.join("").split("\n").length;
          return row;
        });
        expect(split(csvText(rows, how))).toEqual(expected);
      }),
    );
  });

  test("reads well-formed text as csv-parse does", () => {
    fc.assert(
      fc.property(table, style, (rows, how) => {
        const text = csvText(rows, how);
        const theirs = parse(text, {
          relax_column_count: true,
          record_delimiter: ["\n", "\r\n"],
        });
        expect(split(text).map((row) => row.cells)).toEqual(theirs);
      }),
    );
  });

  test("counts physical lines: a record is on the line that it starts on", () => {
    const rows = split('a,b\r\n"two\r\nlines",c\n\n"x""y",z');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["two\r\nlines", "c"] },
      { line: 4, cells: [""] },
      { line: 5, cells: ['x"y', "z"] },
    ]);
  });

  test("leaves out blanks around a quoted cell, and keeps them in a plain one", () => {
    expect(split(' "1,234" , b ,"c"\t\n')[0]!.cells).toEqual(["1,234", " b ", "c"]);
  });

  test("keeps a quote inside a plain cell", () => {
    expect(split('5" 관,b\n')[0]!.cells).toEqual(['5" 관', "b"]);
  });

  test("a comma at the end of the text begins a last, blank cell", () => {
    expect(split("a,b,")).toEqual([{ line: 1, cells: ["a", "b", ""] }]);
  });

  test("leaves a record whose quote is open for the next piece of text", () => {
    const rows: TableRow[] = [];
    const text = 'a,b\nc,"d\n';
    const { rest, line } = splitRecords(text, 1, false, rows);
    expect(rows).toEqual([{ line: 1, cells: ["a", "b"] }]);
    expect([text.slice(rest), line]).toEqual(['c,"d\n', 2]);
  });
});

describe("what no record can be read from", () => {
  test("a quote never closed, cited where it opens", () => {
    const finding = findingOf('a,b\n"c\nd",e\nf,"g\nh\ni');
    expect(finding).toMatchObject({ code: "FILE_UNREADABLE", line: 4, quote: '"g' });
    expect(finding.message.en).toContain("line 4 is never closed");
  });

  test("a quote that closes in the middle of a cell: the one before was not closed", () => {
    const finding = findingOf('a,"b\nc,"1,234"\n');
    expect(finding).toMatchObject({ code: "FILE_UNREADABLE", line: 1, quote: '"b' });
  });

  test("a cell of 10 MB, quoted or not", () => {
    const long = "가".repeat(10_000_000);
    expect(findingOf(`a,b\nc,${long}\n`)).toMatchObject({ code: "FILE_UNREADABLE", line: 2, column: 2 });
    expect(findingOf(`a,b\nc,"${long}"\n`)).toMatchObject({ code: "FILE_UNREADABLE", line: 2, column: 2 });
    expect(findingOf(`a,b\nc,"${long}`)).toMatchObject({ code: "FILE_UNREADABLE", line: 2 });
  });

  test("a million columns", () => {
    const finding = findingOf(`${"a,".repeat(1_000_000)}a\n`);
    expect(finding).toMatchObject({ code: "FILE_UNREADABLE", line: 1, column: 16_385 });
  });
});
