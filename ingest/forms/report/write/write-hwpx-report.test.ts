import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseQuarter } from "../../../../schema/core/scalars/quarter.ts";
import { arbitraryReport } from "../../../../test/ingest/report/arbitrary-report.ts";
import { aboutContent, contentOf } from "../../../../test/ingest/report/stated-content.ts";
import { convert } from "../../../documents/office/convert.ts";
import { officeFormat } from "../../../documents/office/office-format.ts";
import { textDocument } from "../../../documents/text/text-document.ts";
import { readReport } from "../read-report.ts";
import type { ReportDraft } from "../report-draft.ts";
import { writeHwpxReport } from "./write-hwpx-report.ts";

const document = new URL("../../../../test/contract/documents/goyang-1-4-2-2019-Q2.txt", import.meta.url);
const real = readReport(textDocument(readFileSync(document, "utf8")), { quarter: parseQuarter("2019-Q2")! })!
  .report!;

/** Reads a report from HWPX as an import does. */
const readBack = async (bytes: Uint8Array) => readReport(await convert("HWPX", bytes), {})!;

const textsOf = ({ sections, problems, remedies }: ReportDraft) =>
  [...sections.map(({ statements }) => statements), problems, remedies].flat();

describe("writeHwpxReport", () => {
  test("reading the real report back gives the same facts, and findings about content only", async () => {
    const bytes = writeHwpxReport(real);
    expect(await officeFormat(bytes)).toBe("HWPX");
    const { report, findings } = await readBack(bytes);
    expect(contentOf(report!)).toEqual(contentOf(real));
    expect(findings.map(({ code }) => code)).toEqual(["PERIOD_AFTER_REPORT"]);
  });

  test("sets the real report on the form, with merged cells and the cited words as they are", async () => {
    const model = await convert("HWPX", writeHwpxReport(real));
    const tables = model.blocks.flatMap((block) => (block.kind === "TABLE" ? [block] : []));
    const [, contacts, results, , funding] = tables.map(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join("\n"))),
    );
    expect(contacts).toEqual([
      ["소관부서", "소상공인지원과", "과장", "윤", "연락처", "3540"],
      ["팀장", "최", "3721"],
    ]);
    expect(results![0]).toEqual(["구분", "추진실적 및 추진계획", "비고"]);
    expect(results!.map(([first]) => first)).toContain("2019년 2/4분기 추진실적 (당해 분기 실적)");
    expect(funding![0]!.join(" ")).toBe("공약사업명 구분 계 기투자 '18.7.~12. '19 '20 '21 '22.1.~6. 임기후");
    expect(tables[4]!.rows[1]!.cells[0]).toMatchObject({ rowSpan: 5 });
    const { report } = await readBack(writeHwpxReport(real));
    const cited = textsOf(report!).find(({ text }) => text.includes("고양시사회경제적기업"));
    expect(cited!.origin.quote).toBe(cited!.text);
  });

  test("any report reads back as the same facts, with findings about content only", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryReport, async (original) => {
        const { report, findings } = await readBack(writeHwpxReport(original));
        expect(findings.map(({ code }) => code).filter((code) => !aboutContent.includes(code))).toEqual([]);
        expect(contentOf(report!)).toEqual(contentOf(original));
      }),
      { numRuns: 100 },
    );
  });

  test("a long text stays whole", async () => {
    const text = "가나다 <라> & ".repeat(20_000).trim();
    const statement = { ...textsOf(real)[0]!, text };
    const { report } = await readBack(writeHwpxReport({ ...real, problems: [statement] }));
    expect(report!.problems.map(({ text }) => text)).toEqual([text]);
  });

  test("the same report gives the same bytes", () => {
    expect(Buffer.from(writeHwpxReport(real)).equals(writeHwpxReport(real))).toBe(true);
  });
});
