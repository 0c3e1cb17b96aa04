import { named, people, plain, rateOf } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Completed of enrolled. */
export const completionByCourse: SummaryPanel = {
  name: "completion-by-course",
  title: { ko: "과정별 수료율", en: "Completion by course" },
  description: {
    ko: "수강인원 가운데 수료한 비율입니다.",
    en: "Completed of enrolled.",
  },
  question: `query CompletionByCourse($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
  ${provenanceFields}
  enrollmentSummary(asOf: $knownAt, groupBy: [COURSE], where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear }) {
    rows { course { code name url } target enrolled completed attainment { value numerator denominator nullReason } completion { value numerator denominator nullReason } coverage { reporting expected } }
  }
}`,
  variables: { ...commonVariables, year: yearOf("enrollmentSummary"), department },
  rows: "enrollmentSummary.rows",
  columns: {
    course: named("과정", "Course", "course.name"),
    code: plain("text", "코드", "Code", "course.code"),
    completion: rateOf("수료율", "Completion", "completion", people),
    attainment: rateOf("목표 달성률", "Attainment", "attainment", people),
  },
  chart: { kind: "bars", category: "course", values: ["completion"], horizontal: true, stacked: false },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개 과정·분기", en: "quarters of courses" } },
  facts: { panel: "course-quarters", choices: { course: "code" } },
};
