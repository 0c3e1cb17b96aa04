import { millionWon, money, plain } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Sales of all outlets that reported; a month without a figure is a gap. */
export const salesByMonth: SummaryPanel = {
  name: "sales-by-month",
  title: { ko: "월별 매출과 전년", en: "Sales by month" },
  description: {
    ko: "보고된 모든 판매장의 매출입니다. 미보고 달은 끊어집니다.",
    en: "Sales of all outlets that reported; a month without a figure is a gap.",
  },
  question: `query SalesByMonth($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  outletSalesSummary(asOf: $knownAt, groupBy: [MONTH], compareTo: PREVIOUS_YEAR, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { month sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("outletSalesSummary"), department },
  rows: "outletSalesSummary.rows",
  columns: {
    month: plain("month", "월", "Month", "month"),
    sales: money("매출(전체)", "Sales in all", "sales", millionWon),
    previous: money("전년 매출(전체)", "Year before in all", "previous", millionWon),
  },
  chart: { kind: "lines", category: "month", values: ["sales", "previous"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개월분", en: "months of outlets" } },
  facts: { panel: "outlet-months", choices: { month: "month" } },
};
