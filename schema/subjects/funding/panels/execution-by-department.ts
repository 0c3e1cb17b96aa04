import { departmentColumn, fraction, money, rateBeside, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Executed share of the current budget. The mark across a bar is the elapsed share of the year. */
export const executionByDepartment: SummaryPanel = {
  name: "execution-by-department",
  title: { ko: "부서별 집행률", en: "Execution by department" },
  description: {
    ko: "예산현액 가운데 집행한 비율입니다. 막대를 가로지르는 표시는 연중 경과율입니다.",
    en: "Executed share of the current budget. The mark across a bar is the elapsed share of the year.",
  },
  question: `query ExecutionByDepartment($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [DEPARTMENT], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { department { name url } budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) elapsed execution { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    department: departmentColumn,
    execution: rateBeside(rateOfMoney("집행률", "Execution rate", "execution"), "executed", "budgeted"),
    elapsed: fraction("연중 경과율", "Year elapsed", "elapsed", { ko: "–", en: "–" }),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
  },
  chart: {
    kind: "bars",
    category: "department",
    values: ["execution"],
    horizontal: true,
    stacked: false,
    target: "elapsed",
  },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "pledges-behind", choices: { department: "department" } },
};
