import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvFile, csvLine } from "./csv.ts";

test("what is written is read back by another program, whatever the cells hold", () => {
  const cell = fc.stringMatching(/^[가-힣a-z0-9 ,"\r\n'=-]{0,12}$/);
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
    return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 });
  });
  fc.assert(
    fc.property(table, (rows) => {
      expect(parse(csvFile(rows), { bom: true, record_delimiter: "\r\n" })).toEqual(rows);
    }),
  );
});

test("a text that a spreadsheet would run is guarded if asked for; a negative number is not", () => {
  const cells = ['=HYPERLINK("x")', "+1", "-1", "@a", -1, "가=1"];
  expect(csvLine(cells, { guardFormulas: true })).toBe(`"'=HYPERLINK(""x"")",'+1,'-1,'@a,-1,가=1\r\n`);
  expect(csvLine(["-"])).toBe("-\r\n");
});
