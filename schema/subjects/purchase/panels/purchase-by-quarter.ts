import { departmentCount, millionWon, money, plain, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { basis } from "./basis-variable.ts";

/** Each quarter beside the same quarter of the previous year. */
export const purchaseByQuarter: SummaryPanel = {
  name: "purchase-by-quarter",
  title: { ko: "분기별 우선구매율과 전년", en: "Purchase rate by quarter" },
  description: {
    ko: "분기마다 전년 같은 분기와 견줍니다.",
    en: "Each quarter beside the same quarter of the previous year.",
  },
  question: `query PurchaseByQuarter($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!], $onBasis: PurchaseBasis!) {
  ${provenanceFields}
  purchaseSummary(asOf: $knownAt, basis: $onBasis, groupBy: [QUARTER], compareTo: PREVIOUS_YEAR, where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    coverage { reporting expected }
    rows { quarter rate { value numerator denominator nullReason } previous { value numerator denominator nullReason } qualifying: qualifyingIn(unit: MILLION_WON) total: totalIn(unit: MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, year: yearOf("purchaseSummary"), department, basis },
  rows: "purchaseSummary.rows",
  columns: {
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    rate: rateOfMoney("우선구매율", "Purchase rate", "rate", millionWon),
    previous: rateOfMoney("전년 같은 분기", "Year before", "previous", millionWon),
    qualifying: money("우선구매액", "Qualifying", "qualifying", millionWon),
    total: money("총구매액", "Total", "total", millionWon),
  },
  chart: {
    kind: "bars",
    category: "quarter",
    values: ["rate", "previous"],
    horizontal: false,
    stacked: false,
  },
  coverage: { in: "answer", selector: "purchaseSummary.coverage", unit: departmentCount },
  facts: { panel: "purchase-lines", choices: { quarter: "quarter" } },
};
