import { count, millionWon, money, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Growth like for like: outlets open throughout both years, months with a figure in both. */
export const outletTotals: SummaryPanel = {
  name: "outlet-totals",
  title: { ko: "판매장 요약", en: "Outlets at a glance" },
  description: {
    ko: "성장률은 두 해 내내 열려 있던 판매장의 두 해 모두 수치가 있는 달만 견줍니다.",
    en: "Growth like for like: outlets open throughout both years, months with a figure in both.",
  },
  question: `query OutletTotals($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  outletSalesSummary(asOf: $knownAt, groupBy: [YEAR], compareTo: PREVIOUS_YEAR, likeForLike: true, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) growth { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("outletSalesSummary"), department },
  rows: "outletSalesSummary.rows",
  columns: {
    growth: rateOfMoney("성장률", "Growth", "growth", millionWon),
    sales: money("매출", "Sales", "sales", millionWon),
    previous: money("전년", "Year before", "previous", millionWon),
    reported: count("보고된 개월분", "Months reported", "coverage.reporting", {
      ko: "개월분",
      en: "months of outlets",
    }),
  },
  chart: { kind: "stats", values: ["growth", "sales", "previous", "reported"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개월분", en: "months of outlets" } },
  facts: { panel: "outlet-months", choices: {} },
};
