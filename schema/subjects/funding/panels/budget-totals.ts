import { fraction, money, rateBeside, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Cumulative to the quarter. Compare the execution rate with the elapsed share of the year. */
export const budgetTotals: SummaryPanel = {
  name: "budget-totals",
  title: { ko: "예산 집행 요약", en: "Budget at a glance" },
  description: {
    ko: "기준 분기까지의 누계입니다. 집행률을 연중 경과율과 견주어 보십시오.",
    en: "Cumulative to the quarter. Compare the execution rate with the elapsed share of the year.",
  },
  question: `query BudgetTotals($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { planned: plannedIn(unit: HUNDRED_MILLION_WON) secured: securedIn(unit: HUNDRED_MILLION_WON) budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) elapsed execution { value numerator denominator nullReason } securing { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    execution: rateBeside(rateOfMoney("집행률", "Execution rate", "execution"), "executed", "budgeted"),
    elapsed: fraction("연중 경과율", "Year elapsed", "elapsed", { ko: "–", en: "–" }),
    planned: money("총사업비", "Planned", "planned"),
    secured: money("확보액", "Secured", "secured"),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
    securing: rateBeside(rateOfMoney("재정확보율", "Securing rate", "securing"), "secured", "planned"),
  },
  chart: { kind: "stats", values: ["execution", "elapsed", "executed", "budgeted", "securing"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "pledge-money", choices: {} },
};
