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

const guarded = (text: string) => csvLine([text], { guardFormulas: true }) !== csvLine([text]);

test.each([
  '=HYPERLINK("http://x")',
  "=1+1",
  "+1+cmd",
  "-1+1",
  "-문장",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "＝1+1",
  "－1＋cmd",
  "- 문장 =1",
  "- cmd|' /C calc'!A0",
  '- 문장&webservice ("http://x")',
  "-\n문장&Sheet2!A1",
])("a text that a spreadsheet would run is disarmed: %p", (text) => {
  expect(guarded(text)).toBe(true);
});

test.each([
  "-1,234",
  "+82.5%",
  "- 3.2 %",
  "-",
  "- 문장",
  "- LH(한국토지주택공사) 협약: 3개소!",
  "- 첫째\n- 둘째",
  "가=1",
  "",
])("numbers and statements stay as they are: %p", (text) => {
  expect(guarded(text)).toBe(false);
});

test("a negative number is no text, and nothing is disarmed unless asked for", () => {
  expect(csvLine([-1], { guardFormulas: true })).toBe("-1\r\n");
  expect(csvLine(["=1"])).toBe("=1\r\n");
});
