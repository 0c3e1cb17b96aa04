import { count, departmentColumn, pledgeCount, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { pledgeStateWords } from "../pledge-state.ts";

/** Number of pledges per department and state. */
export const statesByDepartment: SummaryPanel = {
  name: "states-by-department",
  title: { ko: "부서별 공약 상태", en: "States by department" },
  description: {
    ko: "부서마다 상태별 공약 수입니다.",
    en: "Number of pledges per department and state.",
  },
  question: `query StatesByDepartment($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  pledgeSummary(asOf: $knownAt, groupBy: [DEPARTMENT, STATE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { department { name url } state pledges coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "pledgeSummary.rows",
  columns: {
    department: departmentColumn,
    state: words("이행 상태", "State", "state", pledgeStateWords),
    pledges: count("공약 수", "Pledges", "pledges", pledgeCount),
  },
  chart: {
    kind: "bars",
    category: "department",
    values: ["pledges"],
    by: "state",
    horizontal: true,
    stacked: true,
  },
  coverage: { in: "row", selector: "coverage", unit: pledgeCount },
  facts: { panel: "pledge-list", choices: { department: "department", state: "state" } },
};
