import { count, people, rateBeside, rateOf } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Rates count only course quarters with both figures. */
export const academyTotals: SummaryPanel = {
  name: "academy-totals",
  title: { ko: "아카데미 요약", en: "Academy at a glance" },
  description: {
    ko: "달성률과 수료율은 두 수가 다 있는 과정·분기만 셉니다.",
    en: "Rates count only course quarters with both figures.",
  },
  question: `query AcademyTotals($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  enrollmentSummary(asOf: $knownAt, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { target enrolled completed attainment { value numerator denominator nullReason } completion { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("enrollmentSummary"), department },
  rows: "enrollmentSummary.rows",
  columns: {
    attainment: rateBeside(rateOf("목표 달성률", "Attainment", "attainment", people), "enrolled", "target"),
    completion: rateBeside(rateOf("수료율", "Completion", "completion", people), "completed", "enrolled"),
    target: count("목표", "Target", "target", people, { ko: "목표 없음", en: "no target" }),
    enrolled: count("수강", "Enrolled", "enrolled", people),
    completed: count("수료", "Completed", "completed", people),
  },
  chart: { kind: "stats", values: ["enrolled", "target", "attainment", "completed", "completion"] },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개 과정·분기", en: "quarters of courses" } },
  facts: { panel: "course-quarters", choices: {} },
};
