import { count, people, plain } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** A quarter without a figure is a gap. */
export const enrollmentByQuarter: SummaryPanel = {
  name: "enrollment-by-quarter",
  title: { ko: "분기별 목표·수강·수료", en: "Enrolment by quarter" },
  description: {
    ko: "보고가 없는 분기는 끊어집니다.",
    en: "A quarter without a figure is a gap.",
  },
  question: `query EnrollmentByQuarter($ofMunicipality: ID!, $knownAt: DateTime, $inDepartments: [String!]) {
  ${provenanceFields}
  enrollmentSummary(asOf: $knownAt, groupBy: [QUARTER], where: { municipality: [$ofMunicipality], department: $inDepartments }) {
    rows { quarter target enrolled completed attainment { value numerator denominator nullReason } completion { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, department },
  rows: "enrollmentSummary.rows",
  columns: {
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    target: count("목표", "Target", "target", people, { ko: "목표 없음", en: "no target" }),
    enrolled: count("수강", "Enrolled", "enrolled", people),
    completed: count("수료", "Completed", "completed", people),
  },
  chart: { kind: "lines", category: "quarter", values: ["enrolled", "target", "completed"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개 과정·분기", en: "quarters of courses" } },
  facts: { panel: "course-quarters", choices: { quarter: "quarter" } },
};
