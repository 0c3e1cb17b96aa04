import { money, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { fundingSourceWords } from "../funding-kinds.ts";

/** Planned, secured, budgeted and executed money by source. */
export const moneyBySource: SummaryPanel = {
  name: "money-by-source",
  title: { ko: "재원별 계획·확보·예산·집행", en: "Money by source" },
  description: {
    ko: "총사업비, 확보액, 예산현액, 집행액 누계를 재원별로 견줍니다.",
    en: "Planned, secured, budgeted and executed money by source.",
  },
  question: `query MoneyBySource($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [SOURCE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { source planned: plannedIn(unit: HUNDRED_MILLION_WON) secured: securedIn(unit: HUNDRED_MILLION_WON) budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    source: words("재원", "Source", "source", fundingSourceWords),
    planned: money("총사업비", "Planned", "planned"),
    secured: money("확보액", "Secured", "secured"),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
  },
  chart: {
    kind: "bars",
    category: "source",
    values: ["planned", "secured", "budgeted", "executed"],
    horizontal: false,
    stacked: false,
  },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "pledge-money", choices: { source: "source" } },
};
