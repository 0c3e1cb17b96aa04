import { code, money, named, rateBeside, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** The fifteen pledges with the lowest execution rate. */
export const pledgesBehind: SummaryPanel = {
  name: "pledges-behind",
  title: { ko: "집행이 더딘 공약", en: "Pledges behind" },
  description: {
    ko: "집행률이 낮은 공약부터 15건입니다.",
    en: "The fifteen pledges with the lowest execution rate.",
  },
  question: `query PledgesBehind($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!], $mostRows: Int = 15) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [PLEDGE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }, orderBy: [EXECUTION_ASC], first: $mostRows) {
    rows { pledge { code title url department { name url } } budgeted: budgetedIn(unit: HUNDRED_MILLION_WON) executed: executedIn(unit: HUNDRED_MILLION_WON) execution { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("fundingSummary"), department },
  rows: "fundingSummary.rows",
  columns: {
    title: named("공약", "Pledge", "pledge.title"),
    code: code("번호", "Code", "pledge.code"),
    department: named("소관부서", "Department", "pledge.department.name"),
    execution: rateBeside(rateOfMoney("집행률", "Execution rate", "execution"), "executed", "budgeted"),
    budgeted: money("예산현액", "Budgeted", "budgeted"),
    executed: money("집행액", "Executed", "executed"),
  },
  chart: { kind: "table" },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" } },
  facts: { panel: "funding-lines", choices: { pledge: "code" } },
};
