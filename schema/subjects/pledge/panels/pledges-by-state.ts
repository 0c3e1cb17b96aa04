import { count, pledgeCount, words } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { pledgeStateWords } from "../pledge-state.ts";

/** States as reported for the quarter, never inferred from text. */
export const pledgesByState: SummaryPanel = {
  name: "pledges-by-state",
  title: { ko: "상태별 공약", en: "Pledges by state" },
  description: {
    ko: "기준 분기에 보고된 상태입니다. 상태는 글에서 짐작하지 않습니다.",
    en: "States as reported for the quarter, never inferred from text.",
  },
  question: `query PledgesByState($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  pledgeSummary(asOf: $knownAt, groupBy: [STATE], where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { state pledges coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "pledgeSummary.rows",
  columns: {
    state: words("이행 상태", "State", "state", pledgeStateWords),
    pledges: count("공약 수", "Pledges", "pledges", pledgeCount),
  },
  chart: { kind: "bars", category: "state", values: ["pledges"], horizontal: true, stacked: false },
  coverage: { in: "row", selector: "coverage", unit: pledgeCount },
  facts: { panel: "pledge-list", choices: { state: "state" } },
};
