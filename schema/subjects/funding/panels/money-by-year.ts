import { fundingYearColumn, money } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** By the year of the amounts. */
export const moneyByYear: SummaryPanel = {
  name: "money-by-year",
  title: { ko: "연도별 계획·확보·예산·집행", en: "Money by year" },
  description: {
    ko: "금액이 속한 해별로 견줍니다.",
    en: "By the year of the amounts.",
  },
  question: `query MoneyByYear($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [YEAR], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { year planned: plannedIn(unit: HUNDRED_MILLION_WON) secured: securedIn(unit: HUNDRED_MILLION_WON) budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    year: fundingYearColumn,
    planned: money("총사업비", "Planned", "planned"),
    secured: money("확보액", "Secured", "secured"),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
  },
  chart: {
    kind: "bars",
    category: "year",
    values: ["planned", "secured", "budgeted", "executed"],
    horizontal: false,
    stacked: false,
  },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "pledge-money", choices: { year: "year" } },
};
