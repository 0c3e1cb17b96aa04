import { count, named, people, plain, rateBeside, rateOf } from "../../../panels/columns.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { yearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";

/** Target, enrolled and completed people of each course. */
export const enrollmentByCourse: SummaryPanel = {
  name: "enrollment-by-course",
  title: { ko: "과정별 목표·수강·수료", en: "Courses: target, enrolled, completed" },
  description: {
    ko: "과정마다 목표, 수강, 수료 인원입니다.",
    en: "Target, enrolled and completed people of each course.",
  },
  question: `query EnrollmentByCourse($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!]!, $inDepartments: [String!]) {
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
    target: count("목표", "Target", "target", people, { ko: "목표 없음", en: "no target" }),
    enrolled: count("수강", "Enrolled", "enrolled", people),
    completed: count("수료", "Completed", "completed", people),
    attainment: rateBeside(rateOf("목표 달성률", "Attainment", "attainment", people), "enrolled", "target"),
    completion: rateBeside(rateOf("수료율", "Completion", "completion", people), "completed", "enrolled"),
  },
  chart: {
    kind: "bars",
    category: "course",
    values: ["target", "enrolled", "completed"],
    horizontal: false,
    stacked: false,
  },
  coverage: { in: "row", selector: "coverage", unit: { ko: "개 과정·분기", en: "quarters of courses" } },
  facts: { panel: "course-quarters", choices: { course: "code" } },
};
