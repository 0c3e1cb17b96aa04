import { millionWon, money, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { outletKinds } from "./outlet-kinds.ts";

/** Sales of this year and the previous one, by kind of outlet. */
export const salesByOutletKind: SummaryPanel = {
  name: "sales-by-outlet-kind",
  title: { ko: "유형별 매출", en: "Sales by kind of outlet" },
  description: {
    ko: "상설, 행사, 플리마켓별 매출과 전년입니다.",
    en: "Sales of this year and the previous one, by kind of outlet.",
  },
  question: `query SalesByOutletKind($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  outletSalesSummary(asOf: $knownAt, groupBy: [KIND], compareTo: PREVIOUS_YEAR, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { kind sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("outletSalesSummary"), department },
  rows: "outletSalesSummary.rows",
  columns: {
    kind: words("유형", "Kind", "kind", outletKinds),
    sales: money("매출(전체)", "Sales in all", "sales", millionWon),
    previous: money("전년 매출(전체)", "Year before in all", "previous", millionWon),
  },
  chart: { kind: "bars", category: "kind", values: ["sales", "previous"], horizontal: false, stacked: false },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개월분", en: "months of outlets" } },
  facts: { panel: "outlet-months", choices: { kind: "kind" } },
};
