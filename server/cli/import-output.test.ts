import { expect, test } from "@jest/globals";
import { publishingInterrupted } from "../../ingest/publishing/publishing-interrupted.ts";
import { asJson, asText, failureAsJson, summaryOf } from "./import-output.ts";

const finding = {
  ...{ code: "DUPLICATE_KEY" as const, document: "구매.xlsx", sheet: "3월", line: 2, column: 1, quote: "B1" },
  message: { ko: "두 번", en: "twice" },
};

test("a finding in a workbook names its sheet, as text and as JSON", () => {
  expect(asText(finding).split("\n")[0]).toBe("오류 DUPLICATE_KEY 구매.xlsx:3월:2:1");
  expect(JSON.parse(asJson(finding))).toMatchObject({ document: "구매.xlsx", sheet: "3월", line: 2 });
  const { sheet: _, ...ofCsv } = finding;
  expect(asText(ofCsv).split("\n")[0]).toBe("오류 DUPLICATE_KEY 구매.xlsx:2:1");
  expect(JSON.parse(asJson(ofCsv))).toMatchObject({ sheet: null });
});

test("the last line counts findings that are not listed too", () => {
  const warning = { ...finding, code: "BUSINESS_NUMBER_INVALID" as const };
  const findings = [warning, warning, { ...warning, line: null, count: 3_138 }, finding];
  const outcome = { release: null, facts: 0, refused: true, findings };
  expect(JSON.parse(summaryOf(outcome, { json: true }))).toMatchObject({ errors: 1, warnings: 3_140 });
  expect(summaryOf(outcome, {})).toContain("경고 3140");
});

test("an error that ends an import is a line of its own, and the last line is there", () => {
  const [error, last] = failureAsJson(publishingInterrupted("IMPORT", false)).map((line) => JSON.parse(line));
  expect(error).toMatchObject({ code: "DATABASE_UNAVAILABLE", severity: "ERROR", line: null });
  expect(error.message.ko).toContain("아무것도 공표하지 않았습니다");
  expect(last).toEqual({ release: null, facts: 0, errors: 1, warnings: 0, notes: 0 });
});
