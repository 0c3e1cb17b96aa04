import { fraction, plain, rateOfMoney } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Execution rate up to each quarter; it restarts every year. */
export const executionByQuarter: SummaryPanel = {
  name: "execution-by-quarter",
  title: { ko: "분기별 집행률", en: "Execution by quarter" },
  description: {
    ko: "각 분기까지의 집행률입니다. 새해에는 0부터 다시 시작합니다.",
    en: "Execution rate up to each quarter; it restarts every year.",
  },
  question: `query ExecutionByQuarter($ofMunicipality: ID!, $knownAt: DateTime, $inDepartments: [String!]) {
  ${provenanceFields}
  fundingSummary(asOf: $knownAt, groupBy: [QUARTER], where: { municipality: [$ofMunicipality], department: $inDepartments }) {
    rows { quarter elapsed execution { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, department },
  rows: "fundingSummary.rows",
  columns: {
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    execution: rateOfMoney("집행률", "Execution rate", "execution"),
    elapsed: fraction("연중 경과율", "Year elapsed", "elapsed", { ko: "–", en: "–" }),
  },
  chart: { kind: "lines", category: "quarter", values: ["execution", "elapsed"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "건", en: "lines" }, isOfLast: true },
  facts: { panel: "pledge-money", choices: { quarter: "quarter" } },
};
