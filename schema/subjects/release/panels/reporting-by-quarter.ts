import { count, plain, rowCount } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables } from "../../../panels/variables.ts";

/** Budget lines expected and reported in each quarter. */
export const reportingByQuarter: SummaryPanel = {
  name: "reporting-by-quarter",
  title: { ko: "분기별 예산 보고", en: "Reporting by quarter" },
  description: {
    ko: "보고해야 할 예산 줄과 보고된 줄입니다.",
    en: "Budget lines expected and reported in each quarter.",
  },
  question: `query ReportingByQuarter($ofMunicipality: ID!, $knownAt: DateTime) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [QUARTER], where: { municipality: [$ofMunicipality] }) { rows { quarter coverage { reporting expected } } }
}`,
  variables: { ...commonVariables },
  rows: "fundingSummary.rows",
  columns: {
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    expected: count("보고 대상", "Expected", "coverage.expected", rowCount),
    reporting: count("보고됨", "Reported", "coverage.reporting", rowCount),
  },
  chart: {
    kind: "bars",
    category: "quarter",
    values: ["expected", "reporting"],
    horizontal: false,
    stacked: false,
  },
  facts: { panel: "pledge-money", choices: { quarter: "quarter" } },
};
