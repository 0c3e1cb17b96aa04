import { millionWon, money, named, plain, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Growth against the year before, like for like. A closed outlet is shown as closed. */
export const growthByOutlet: SummaryPanel = {
  name: "growth-by-outlet",
  title: { ko: "판매장별 성장률(같은 조건)", en: "Growth by outlet, like for like" },
  description: {
    ko: "전년과 견준 성장률입니다. ‘같은 조건’은 두 해 내내 열려 있던 판매장의 두 해 모두 수치가 있는 달만 셉니다. 폐장한 판매장은 폐장으로 보입니다.",
    en: "Growth against the year before. Like for like: outlets open throughout both years, months with a figure in both. A closed outlet is shown as closed.",
  },
  question: `query GrowthByOutlet($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  outletSalesSummary(asOf: $knownAt, groupBy: [OUTLET], compareTo: PREVIOUS_YEAR, likeForLike: true, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { outlet { code name url } sales: salesIn(unit: MILLION_WON) previous: previousSalesIn(unit: MILLION_WON) growth { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("outletSalesSummary"), department },
  rows: "outletSalesSummary.rows",
  columns: {
    outlet: named("판매장", "Outlet", "outlet.name"),
    code: plain("text", "코드", "Code", "outlet.code"),
    growth: rateOfMoney("성장률(같은 조건)", "Growth, like for like", "growth", millionWon),
    sales: money("매출(같은 조건)", "Sales, like for like", "sales", millionWon),
    previous: money("전년 매출(같은 조건)", "Year before, like for like", "previous", millionWon),
  },
  chart: { kind: "bars", category: "outlet", values: ["growth"], horizontal: true, stacked: false },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개월분", en: "months of outlets" } },
  // Growth compares two years.
  facts: { panel: "outlet-months", choices: { outlet: "code" }, all: ["year"] },
};
