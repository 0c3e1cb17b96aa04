import { count, millionWon, money, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Sales and growth of all outlets beside those like for like: outlets open throughout both years, months with a figure in both. */
export const outletTotals: SummaryPanel = {
  name: "outlet-totals",
  title: { ko: "판매장 요약", en: "Outlets at a glance" },
  description: {
    ko: "‘같은 조건’은 두 해 내내 열려 있던 판매장의 두 해 모두 수치가 있는 달만, ‘전체’는 보고된 모든 매출을 셉니다.",
    en: "Like for like: outlets open throughout both years, months with a figure in both. In all: every sale reported.",
  },
  question: `query OutletTotals($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  alike: outletSalesSummary(asOf: $knownAt, groupBy: [YEAR], compareTo: PREVIOUS_YEAR, likeForLike: true, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) growth { value numerator denominator nullReason } coverage { reporting expected } }
  }
  all: outletSalesSummary(asOf: $knownAt, groupBy: [YEAR], compareTo: PREVIOUS_YEAR, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) growth { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("outletSalesSummary"), department },
  rows: "@",
  columns: {
    growth: rateOfMoney("성장률(같은 조건)", "Growth, like for like", "alike.rows.0.growth", millionWon),
    sales: money("매출(같은 조건)", "Sales, like for like", "alike.rows.0.sales", millionWon),
    previous: money(
      "전년 매출(같은 조건)",
      "Year before, like for like",
      "alike.rows.0.previous",
      millionWon,
    ),
    allGrowth: rateOfMoney("성장률(전체)", "Growth in all", "all.rows.0.growth", millionWon),
    allSales: money("매출(전체)", "Sales in all", "all.rows.0.sales", millionWon),
    allPrevious: money("전년 매출(전체)", "Year before in all", "all.rows.0.previous", millionWon),
    reported: count("보고된 개월분(전체)", "Months reported in all", "all.rows.0.coverage.reporting", {
      ko: "개월분",
      en: "months of outlets",
    }),
  },
  chart: { kind: "stats", values: ["growth", "sales", "allGrowth", "allSales", "reported"] },
  coverage: {
    in: "answer",
    selector: "all.rows.0.coverage",
    unit: { ko: "개월분", en: "months of outlets" },
  },
  facts: { panel: "outlet-months", choices: {} },
};
