import { departmentCount, millionWon, money, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { basis } from "./basis-variable.ts";

/** Qualifying purchases, out of all purchases of the year. */
export const purchaseTotals: SummaryPanel = {
  name: "purchase-totals",
  title: { ko: "우선구매 요약", en: "Purchasing at a glance" },
  description: {
    ko: "고른 해의 총구매액 가운데 우선구매액입니다.",
    en: "Qualifying purchases, out of all purchases of the year.",
  },
  question: `query PurchaseTotals($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!], $onBasis: PurchaseBasis!) {
  ${provenanceFields}
  purchaseSummary(asOf: $knownAt, basis: $onBasis, groupBy: [YEAR], compareTo: PREVIOUS_YEAR, where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    coverage { reporting expected }
    rows { rate { value numerator denominator nullReason } previous { value numerator denominator nullReason } qualifying: qualifyingIn(unit: MILLION_WON) total: totalIn(unit: MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, year: yearOf("purchaseSummary"), department, basis },
  rows: "purchaseSummary.rows",
  columns: {
    rate: rateOfMoney("우선구매율", "Purchase rate", "rate", millionWon),
    previous: rateOfMoney("전년 구매율", "Year before", "previous", millionWon),
    qualifying: money("우선구매액", "Qualifying", "qualifying", millionWon),
    total: money("총구매액", "Total", "total", millionWon),
  },
  chart: { kind: "stats", values: ["rate", "previous", "qualifying", "total"] },
  coverage: { in: "answer", selector: "purchaseSummary.coverage", unit: departmentCount },
  facts: { panel: "purchase-lines", choices: {} },
};
