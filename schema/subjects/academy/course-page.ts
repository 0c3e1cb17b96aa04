import { code, count, link, people, plain, words } from "../../panels/columns.ts";
import type { EntityPage } from "../../panels/entity-page.ts";
import { provenanceFields } from "../../panels/provenance.ts";
import { courseKindWords } from "./course-kind.ts";

/** The page of a course: its learners by quarter. */
export const coursePage: EntityPage = {
  folder: "courses",
  kind: { ko: "아카데미 과정", en: "Course of the academy" },
  keys: { code: { passedAs: "course" } },
  question: `query CoursePage($ofMunicipality: ID!, $knownAt: DateTime, $course: ID!) {
  ${provenanceFields}
  course(municipality: $ofMunicipality, code: $course, asOf: $knownAt) {
    code name url kind pledge { title url }
    enrollments(first: 200) { totalCount nodes { quarter target enrolled completed line document { name url } } }
  }
}`,
  entity: "course",
  title: plain("text", "이름", "Name", "name"),
  facts: {
    code: code("과정코드", "Code", "code"),
    kind: words("유형", "Kind", "kind", courseKindWords),
    pledge: link("공약", "Pledge", "pledge.title", "pledge.url"),
  },
  tables: [
    {
      title: { ko: "분기마다의 인원", en: "Learners by quarter" },
      rows: "course.enrollments.nodes",
      total: "course.enrollments.totalCount",
      columns: {
        quarter: plain("quarter", "분기", "Quarter", "quarter"),
        target: count("목표", "Target", "target", people, { ko: "목표 없음", en: "no target" }),
        enrolled: count("수강", "Enrolled", "enrolled", people),
        completed: count("수료", "Completed", "completed", people),
        source: link("출처", "Source", "document.name", "document.url", "line"),
      },
    },
  ],
};
