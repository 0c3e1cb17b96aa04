import { QuarterScalar } from "../../core/scalars/scalars.ts";
import { entity, extend, sized, value } from "../../sql/entity.ts";
import type { RowSql } from "../../sql/row-sql.ts";
import { FundingPhase } from "../funding/funding-kinds.ts";
import { fundingLine, fundingLines } from "../funding/funding-line.ts";
import { pageUrl } from "../municipality/page-url.ts";
import { pledge, pledgeOfQuarter } from "../pledge/pledge.ts";
import { findingsOf } from "../release/finding.ts";
import { joinDocument, sourceDocument } from "../release/source-document.ts";
import { reportParts } from "./report-parts.ts";

/** The code of the pledge that a report is on. */
const pledgeCode: RowSql = (row, scope) => `(SELECT code FROM pledge
  WHERE ${scope.ofMunicipality("pledge", `${row}.municipality_id`)} AND pledge.id = ${row}.pledge_id)`;

/** A quarterly report: a row of `report`. */
export const report = entity(
  "Report",
  { ko: "한 공약의 분기 추진실적 보고서.", en: "A city's quarterly report on one pledge." },
  {
    quarter: value(() => QuarterScalar, "quarter", "보고 분기.", "The quarter of the report."),
    ...pageUrl("reports", pledgeCode, (row) => `${row}.quarter / 4 || '-Q' || ${row}.quarter % 4 + 1`),
    pledge: pledgeOfQuarter,
    document: {
      is: "link",
      to: sourceDocument,
      nullable: false,
      join: joinDocument,
      description: { ko: "보고서 문서.", en: "The document of the report." },
    },
    findings: sized(
      findingsOf("document_id", "문서에서 의심스러운 점, 줄 순서.", "Findings in the document, by line."),
      { elements: 20 },
    ),
    ...reportParts,
    funding: {
      is: "list",
      size: { elements: 200 },
      of: fundingLine,
      rows: (alias, scope, _, row) =>
        fundingLines(alias, scope, row, `${row}.pledge_id`, `${row}.quarter`, [FundingPhase.PUBLISHED]),
      description: {
        ko: "연도별·재원별 금액, 문서 순서.",
        en: "Amounts by year and source, in the order of the document.",
      },
    },
  },
);

extend(pledge, {
  reports: {
    is: "list",
    size: { elements: 20 },
    of: report,
    rows: (alias, scope, _, row) => ({
      from: `report AS ${alias}`,
      where: `${scope.sameMunicipality(alias, row)} AND ${alias}.pledge_id = ${row}.id`,
      order: `${alias}.quarter`,
    }),
    description: { ko: "분기 보고서, 분기 순.", en: "Its quarterly reports, by quarter." },
  },
});
