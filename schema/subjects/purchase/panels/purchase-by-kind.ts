import { departmentCount, millionWon, money, rateOfMoney, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { enterpriseKindWords } from "../../enterprise/enterprise-kind.ts";
import { basis } from "./basis-variable.ts";

/** The rates of the kinds add up to the whole. */
export const purchaseByKind: SummaryPanel = {
  name: "purchase-by-kind",
  title: { ko: "기업 유형별 우선구매율", en: "Purchase rate by kind of enterprise" },
  description: {
    ko: "유형별 비율을 더하면 전체 우선구매율입니다.",
    en: "The rates of the kinds add up to the whole.",
  },
  question: `query PurchaseByKind($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!], $onBasis: PurchaseBasis!) {
  ${provenanceFields}
  purchaseSummary(asOf: $knownAt, basis: $onBasis, groupBy: [ENTERPRISE_KIND], where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    coverage { reporting expected }
    rows { enterpriseKind rate { value numerator denominator nullReason } qualifying: qualifyingIn(unit: MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, year: yearOf("purchaseSummary"), department, basis },
  rows: "purchaseSummary.rows",
  columns: {
    kind: words("기업 유형", "Kind of enterprise", "enterpriseKind", enterpriseKindWords),
    rate: rateOfMoney("우선구매율", "Purchase rate", "rate", millionWon),
    qualifying: money("우선구매액", "Qualifying", "qualifying", millionWon),
  },
  chart: { kind: "bars", category: "kind", values: ["rate"], horizontal: true, stacked: false },
  coverage: { in: "answer", selector: "purchaseSummary.coverage", unit: departmentCount },
  facts: { panel: "purchase-lines", choices: { kind: "kind" } },
};
