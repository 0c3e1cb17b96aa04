import { fundingYearColumn, money, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { fundingSourceWords } from "../funding-kinds.ts";

/** Amounts that reports publish without saying whether they are planned, budgeted or executed. */
export const publishedByYear: SummaryPanel = {
  name: "published-by-year",
  title: { ko: "보고서에 공표된 금액", en: "Amounts published in reports" },
  description: {
    ko: "분기 보고서가 연도별·재원별로 공표한 금액입니다. 앞으로 올 해도 들어 있어 집행액으로 치지 않습니다.",
    en: "What reports publish by year and source; years to come are among them, so it does not count as executed.",
  },
  question: `query PublishedByYear($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [YEAR, SOURCE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { year source published: publishedIn(unit: HUNDRED_MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    year: fundingYearColumn,
    source: words("재원", "Source", "source", fundingSourceWords),
    published: money("공표액", "Published", "published"),
  },
  chart: {
    kind: "bars",
    category: "year",
    values: ["published"],
    by: "source",
    horizontal: false,
    stacked: true,
  },
  facts: { panel: "pledge-money", choices: { year: "year", source: "source" } },
};
