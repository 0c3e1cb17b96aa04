import { count, plain, pledgeCount, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { pledgeStateWords } from "../pledge-state.ts";

/** How the number of pledges in each state changed from quarter to quarter. */
export const statesByQuarter: SummaryPanel = {
  name: "states-by-quarter",
  title: { ko: "분기별 공약 상태 변화", en: "States by quarter" },
  description: {
    ko: "분기 사이에 상태별 공약 수가 어떻게 달라졌는지 보입니다.",
    en: "How the number of pledges in each state changed from quarter to quarter.",
  },
  question: `query StatesByQuarter($ofMunicipality: ID!, $knownAt: DateTime, $inDepartments: [String!]) {
  ${provenanceFields}
  pledgeSummary(asOf: $knownAt, groupBy: [QUARTER, STATE], where: { municipality: [$ofMunicipality], department: $inDepartments }) {
    rows { quarter state pledges coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, department },
  rows: "pledgeSummary.rows",
  columns: {
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    state: words("이행 상태", "State", "state", pledgeStateWords),
    pledges: count("공약 수", "Pledges", "pledges", pledgeCount),
  },
  chart: {
    kind: "bars",
    category: "quarter",
    values: ["pledges"],
    by: "state",
    horizontal: false,
    stacked: true,
  },
  coverage: { in: "row", selector: "coverage", unit: pledgeCount, isOfLast: true },
  facts: { panel: "pledge-list", choices: { quarter: "quarter", state: "state" } },
};
