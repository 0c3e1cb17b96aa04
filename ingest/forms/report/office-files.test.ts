import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";
import { differences } from "../../../test/contract/differences.ts";
import { answerOf } from "../../../test/ingest/report/report-answer.ts";
import { readFile } from "../read-file.ts";

const folder = new URL("../../../test/contract/office/", import.meta.url);
const expected = (name: string) =>
  JSON.parse(readFileSync(new URL(`cases/${name}`, folder), "utf8")).expected.report;

/** The real report as other programs saved it. */
describe.each(["txt", "md"])("the real report as .%s", (extension) => {
  const name = `goyang-1-4-2-2019-Q2.${extension}`;
  const read = readFile(
    { name, bytes: readFileSync(new URL(name, folder)) },
    { quarter: parseQuarter("2019-Q2")! },
  );

  test.each(["01-report.json", "04-report-funding.json", "09-plan.json"])(
    "holds %s of the contract",
    async (one) => {
      const { report, findings } = await read;
      expect(differences(expected(one), answerOf(report!, findings))).toEqual([]);
    },
  );

  test("has the findings that it deserves and no others", async () => {
    const { findings } = await read;
    expect(findings.map(({ code }) => code).sort()).toEqual(
      [
        ...["REPORT_YEAR_NOT_PRINTED", "QUOTE_UNBALANCED", "PERIOD_INCOMPLETE", "PERIOD_AFTER_REPORT"],
        // 사회경제적기업; 고양 삼성 and 고양 삼송 A-12BL; 고양역동 A3BL and 지축 A-3BL.
        ...Array(5).fill("NAME_VARIANT"),
      ].sort(),
    );
  });

  test("quotes every fact letter for letter from its place", async () => {
    const { report } = await read;
    const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
    const origins = [
      ...report!.sections.flatMap((section) => [section, ...section.statements].map(({ origin }) => origin)),
      ...[...report!.contacts, ...report!.participation, ...report!.funding, ...report!.problems].map(
        ({ origin }) => origin,
      ),
      ...[report!.titleOrigin, report!.departmentOrigin!],
    ];
    expect(origins.filter(({ line, quote }) => !lines[line - 1]!.includes(quote))).toEqual([]);
  });
});
