import { departmentCount, millionWon, money, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** The purchase rate of the year on both bases, which differ in numerator and denominator. */
export const purchaseBases: SummaryPanel = {
  name: "purchase-bases",
  title: { ko: "두 기준의 우선구매율", en: "The purchase rate on both bases" },
  description: {
    ko: "사회적기업 기준은 인증사회적기업만, 사회적경제 기준은 다섯 유형을 세고 보조금을 위아래에서 뺍니다.",
    en: "One basis counts certified social enterprises only; the other counts all five kinds, and leaves grants out of both parts.",
  },
  question: `query PurchaseBases($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  enterprise: purchaseSummary(asOf: $knownAt, basis: SOCIAL_ENTERPRISE, groupBy: [YEAR], where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    coverage { reporting expected }
    rows { rate { value numerator denominator nullReason } qualifying: qualifyingIn(unit: MILLION_WON) }
  }
  economy: purchaseSummary(asOf: $knownAt, basis: SOCIAL_ECONOMY, groupBy: [YEAR], where: { municipality: [$ofMunicipality], year: $inYear, department: $inDepartments }) {
    rows { rate { value numerator denominator nullReason } qualifying: qualifyingIn(unit: MILLION_WON) }
  }
}`,
  variables: { ...commonVariables, year: yearOf("purchaseSummary"), department },
  rows: "@",
  columns: {
    enterprise: rateOfMoney("사회적기업 기준", "Social enterprise", "enterprise.rows.0.rate", millionWon),
    economy: rateOfMoney("사회적경제 기준", "Social economy", "economy.rows.0.rate", millionWon),
    enterpriseQualifying: money(
      "사회적기업 우선구매액",
      "Social enterprise, qualifying",
      "enterprise.rows.0.qualifying",
      millionWon,
    ),
    economyQualifying: money(
      "사회적경제 우선구매액",
      "Social economy, qualifying",
      "economy.rows.0.qualifying",
      millionWon,
    ),
  },
  chart: {
    kind: "stats",
    values: ["enterprise", "economy", "enterpriseQualifying", "economyQualifying"],
  },
  coverage: { in: "answer", selector: "enterprise.coverage", unit: departmentCount },
  facts: { panel: "purchase-lines", choices: {} },
};
