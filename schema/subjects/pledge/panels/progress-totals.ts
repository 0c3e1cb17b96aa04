import { count, pledgeCount, rateOf } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { quarterOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Completed and continuing of all pledges that are not merged. */
export const progressTotals: SummaryPanel = {
  name: "progress-totals",
  title: { ko: "공약 이행 요약", en: "Progress at a glance" },
  description: {
    ko: "완료와 이행후계속추진을 합한 비율입니다. 통합된 공약은 세지 않습니다.",
    en: "Completed and continuing of all pledges that are not merged.",
  },
  question: `query ProgressTotals($ofMunicipality: ID!, $knownAt: DateTime, $atQuarter: [Quarter!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  pledgeSummary(asOf: $knownAt, where: { municipality: [$ofMunicipality], quarter: $atQuarter, department: $inDepartments }) {
    rows { pledges completed { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, quarter: quarterOf("pledgeSummary"), department },
  rows: "pledgeSummary.rows",
  columns: {
    completed: rateOf("완료율", "Completed", "completed", pledgeCount),
    pledges: count("공약 수", "Pledges", "pledges", pledgeCount),
    reported: count("상태 보고", "With a state", "coverage.reporting", pledgeCount),
  },
  chart: { kind: "stats", values: ["completed", "pledges", "reported"] },
  coverage: { in: "row", selector: "coverage", unit: pledgeCount },
  facts: { panel: "pledge-list", choices: {} },
};
