import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseQuarter } from "../../../../schema/core/scalars/quarter.ts";
import { arbitraryReport } from "../../../../test/ingest/report/arbitrary-report.ts";
import { formWith, read } from "../../../../test/ingest/report/report-text.ts";
import { aboutContent, contentOf } from "../../../../test/ingest/report/stated-content.ts";
import { textDocument } from "../../../documents/text/text-document.ts";
import { readReport } from "../read-report.ts";
import { writeReport } from "./write-report.ts";

const document = new URL("../../../../test/contract/documents/goyang-1-4-2-2019-Q2.txt", import.meta.url);
const real = readReport(textDocument(readFileSync(document, "utf8")), { quarter: parseQuarter("2019-Q2")! })!
  .report!;

describe("writeReport", () => {
  test("prints the real report clean", () => {
    const written = writeReport(real);
    for (const words of [
      "1-4-2\t사회적경제기업 지원시스템 구축 및 공공기관 우선 구매\n",
      "소관부서\t소상공인지원과\t과장\t윤\t연락처\t3540\t팀장\t최\t연락처\t3721\n",
      "\n2019년 2/4분기 추진실적 (당해 분기 실적)\n",
      "\n2019년 3/4분기 추진계획 (향후 추진 계획)\n",
      "\t기투자\t'18.7.~12.\t'19\t'20\t'21\t'22.1.~6.\t임기후\n",
      "\n사회적경제기업 지원시스템 구축 및 공공기관 우선 구매\t계\t3,905\t\t625\t820\t820\t820\t820\t\n",
      "\n\t국비\t106.5\t\t\t106.5\t\t\t\t\n",
      "\n-\t-\t-\t7\t1\n",
      "\n  • 입주조건 : 임대료 전액면제, 관리비 기업부담\n",
    ])
      expect(written).toContain(words);
  });

  test("reading the real report back gives the same facts, and findings about content only", () => {
    const { report, findings } = read(writeReport(real));
    expect(contentOf(report!)).toEqual(contentOf(real));
    expect(findings.map(({ code }) => code)).toEqual(["PERIOD_AFTER_REPORT"]);
  });

  test("puts the year of the next quarter before the plan of a fourth quarter", () => {
    const { report } = read(
      formWith({ this: "4/4분기 추진실적\n\n- 가", plan: "1/4분기 추진계획\n\n- 나" }),
      "2023-Q4",
    );
    expect(writeReport(report!)).toContain("\n2023년 4/4분기 추진실적\n");
    expect(writeReport(report!)).toContain("\n2024년 1/4분기 추진계획\n");
  });

  test("keeps clean headings and labels as they are", () => {
    const text = formWith({ before: "그간 추진실적\n\n- 가" })
      .replace("'23", "2023년")
      .replace("'22.7.~12.", "'22.하반기");
    const written = writeReport(read(text).report!);
    for (const words of ["그간 추진실적", "\t2023년\t", "\t'22.하반기\t"]) expect(written).toContain(words);
  });

  test("writing what was read from it changes nothing more", () => {
    const written = writeReport(real);
    expect(writeReport(read(written).report!)).toBe(written);
  });

  test("any report reads back as the same facts, with findings about content only", () => {
    fc.assert(
      fc.property(arbitraryReport, (original) => {
        const { report, findings } = read(writeReport(original));
        expect(findings.map(({ code }) => code).filter((code) => !aboutContent.includes(code))).toEqual([]);
        expect(contentOf(report!)).toEqual(contentOf(original));
      }),
      { numRuns: 150 },
    );
  });
});
