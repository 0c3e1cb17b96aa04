import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseQuarter } from "../../../schema/core/scalars/quarter.ts";
import { differences } from "../../../test/contract/differences.ts";
import { answerOf } from "../../../test/ingest/report/report-answer.ts";
import { readFile } from "../read-file.ts";
import { statedFacts } from "./statements/stated/stated-facts.ts";

const folder = new URL("../../../test/contract/office/", import.meta.url);
const expected = (name: string) =>
  JSON.parse(readFileSync(new URL(`cases/${name}`, folder), "utf8")).expected.report;

const stated = JSON.parse(readFileSync(new URL("stated.json", folder), "utf8"));
/** In a PDF lines are wrapped anywhere. */
const bare = (text: unknown) => (typeof text === "string" ? text.replace(/\s/g, "") : text);
const isAs = (expected: object) => (fact: object) =>
  Object.entries(expected).every(([key, value]) => bare(fact[key as keyof object]) === bare(value));

test.each(["txt", "md", "html", "docx", "hwpx", "hwp", "pdf"])(
  "the real report as .%s states the figures and dates of the contract once, each in words that it prints",
  async (extension) => {
    const name = `goyang-1-4-2-2019-Q2.${extension}`;
    const bytes = readFileSync(new URL(name, folder));
    const { report } = await readFile({ name, bytes }, { quarter: parseQuarter("2019-Q2")! });
    const facts = statedFacts(report!.sections, report!.quarter);
    const statementOf = ({ section, statement }: { section: string; statement: number }) =>
      report!.sections.find(({ kind }) => kind === section)!.statements[statement]!.text;
    const figures = facts.figures.map((one) => ({
      ...{ ...one, value: Number(one.value), statement: statementOf(one) },
    }));
    const dates = facts.dates.map((one) => ({ ...one, statement: statementOf(one) }));
    expect(stated.figures.filter((one: object) => figures.filter(isAs(one)).length !== 1)).toEqual([]);
    expect(stated.dates.filter((one: object) => dates.filter(isAs(one)).length !== 1)).toEqual([]);
    const all = [...figures, ...dates];
    // Markdown prints \\~ for ~.
    const unescaped = (quote: string) => (extension === "md" ? quote.replaceAll("\\", "") : quote);
    expect(all.filter(({ statement, origin }) => !statement.includes(unescaped(origin.quote)))).toEqual([]);
  },
);

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
