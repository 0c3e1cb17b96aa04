import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";
import { differences } from "../../../test/contract/differences.ts";
import { answerOf } from "../../../test/ingest/report/report-answer.ts";
import { decodeText } from "../../documents/decode-text.ts";
import { textDocument } from "../../documents/text/text-document.ts";
import { readReport } from "./read-report.ts";

const contract = new URL("../../../test/contract/", import.meta.url);
const decoded = decodeText(readFileSync(new URL("documents/goyang-1-4-2-2019-Q2.txt", contract)));
if ("finding" in decoded) throw new Error(decoded.finding.message.en);
const { report, findings } = readReport(textDocument(decoded.text), { quarter: parseQuarter("2019-Q2")! })!;

const expected = (name: string) =>
  JSON.parse(readFileSync(new URL(`cases/${name}`, contract), "utf8")).expected.report;

describe("the real report", () => {
  test.each(["01-report.json", "04-report-funding.json", "09-plan.json"])(
    "holds %s of the contract",
    (name) => {
      expect(differences(expected(name), answerOf(report!, findings))).toEqual([]);
    },
  );

  test("has messages whose sentences end in one full stop, also behind '22.6.", () => {
    const messages = findings.flatMap(({ message }) => [message.ko, message.en]);
    expect(messages.filter((message) => message.includes("'22.6. "))).not.toEqual([]);
    expect(messages.filter((message) => /[^.]\.\.(\s|$)/.test(message))).toEqual([]);
  });

  test("has these findings and no others", () => {
    expect(findings.map(({ code, line }) => `${code} ${line}`).sort()).toEqual(
      [
        ...["CELLS_TRANSPOSED 4", "REPORT_YEAR_NOT_PRINTED 12"],
        ...["MARKUP_BROKEN 9", "MARKUP_BROKEN 11", "MARKUP_BROKEN 12", "QUOTE_UNBALANCED 9"],
        // 사회경제적기업; 고양 삼성 and 고양 삼송 A-12BL; 고양역동 A3BL and 지축 A-3BL; 입기후.
        ...["NAME_VARIANT 9", "NAME_VARIANT 9", "NAME_VARIANT 9", "NAME_VARIANT 27", "NAME_VARIANT 27"],
        ...["NAME_VARIANT 49", "PERIOD_INCOMPLETE 49", "PERIOD_AFTER_REPORT 49", "NAME_TRUNCATED 51"],
      ].sort(),
    );
  });

  test("quotes every finding and every fact letter for letter from its line", () => {
    const lines = decoded.text.split("\n");
    const origins = [
      ...findings.map(({ line, quote }) => ({ line: line!, quote: quote! })),
      ...report!.sections.flatMap((section) => [section, ...section.statements].map(({ origin }) => origin)),
      ...[...report!.contacts, ...report!.participation, ...report!.funding, ...report!.enrollments].map(
        ({ origin }) => origin,
      ),
      ...[...report!.problems, ...report!.remedies].map(({ origin }) => origin),
      ...[report!.titleOrigin, report!.departmentOrigin!],
    ];
    expect(origins.filter(({ line, quote }) => !lines[line - 1]!.includes(quote))).toEqual([]);
  });

  test("joins a line without a bullet to the statement before it", () => {
    const plan = report!.sections.find(({ kind }) => kind === "PLAN")!;
    expect(plan.statements.find(({ origin }) => origin.line === 31)?.text).toBe(
      "일시 : 2019. 7. 11.(목)/9:00~13:00 2019. 7. 16.(화)/9:00~13:00",
    );
  });
});
