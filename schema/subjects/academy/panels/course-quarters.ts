import { readFrom, readFromFields } from "../../../panels/cites.ts";
import { count, link, people, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { anyQuarterOf, anyYearOf } from "../../../panels/period-variables.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { anyListed, commonVariables, department } from "../../../panels/variables.ts";
import { courseKindWords } from "../course-kind.ts";

/** The learners of each course and quarter, each with its line. */
export const courseQuarters: SummaryPanel = {
  name: "course-quarters",
  title: { ko: "과정의 분기별 인원", en: "Learners of courses by quarter" },
  description: {
    ko: "고른 과정과 기간의 목표, 수강, 수료 인원입니다. 과정을 누르면 적힌 줄이 열립니다.",
    en: "Target, enrolled and completed for these choices. A course opens the line that it stands in.",
  },
  question: `query CourseQuarters($ofMunicipality: ID!, $knownAt: DateTime, $inYear: [Int!], $atQuarter: [Quarter!], $ofCourse: [ID!], $inDepartments: [String!], ${listVariables(500)}) {
  ${provenanceFields}
  enrollments(asOf: $knownAt, where: { municipality: [$ofMunicipality], department: $inDepartments, year: $inYear, quarter: $atQuarter, course: $ofCourse }, ${listArguments}) {
    nodes { quarter target enrolled completed course { code name kind url } ${readFromFields} }
    ${listFields}
  }
}`,
  variables: {
    ...commonVariables,
    year: anyYearOf("enrollmentSummary"),
    department,
    quarter: anyQuarterOf("enrollmentSummary"),
    course: anyListed({ ko: "과정", en: "Course" }, "ofCourse", "courses", {
      ko: "모든 과정",
      en: "All courses",
    }),
  },
  rows: "enrollments.nodes",
  columns: {
    course: link("과정", "Course", "course.name", "document.url", "line"),
    code: plain("text", "코드", "Code", "course.code"),
    kind: words("유형", "Kind", "course.kind", courseKindWords),
    quarter: plain("quarter", "분기", "Quarter", "quarter"),
    target: count("목표", "Target", "target", people, { ko: "목표 없음", en: "no target" }),
    enrolled: count("수강", "Enrolled", "enrolled", people),
    completed: count("수료", "Completed", "completed", people),
  },
  cites: readFrom,
  chart: { kind: "table" },
  empty: { ko: "이 조건으로 보고된 인원이 없습니다.", en: "No learners are reported for these choices." },
};
