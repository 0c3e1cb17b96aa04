import { citationAt, citationFields } from "../../../panels/cites.ts";
import { count, link, named, people, plain, words } from "../../../panels/columns.ts";
import { listArguments, listFields, listVariables } from "../../../panels/list-pages.ts";
import type { SummaryPanel } from "../../../panels/panel.ts";
import { provenanceFields } from "../../../panels/provenance.ts";
import { commonVariables, department } from "../../../panels/variables.ts";
import { sectionKindWords } from "../../report/report-kinds.ts";
import { courseKindWords } from "../course-kind.ts";

/** Numbers of learners in the text of quarterly reports; they are not added to those of courses. */
export const reportedLearners: SummaryPanel = {
  name: "reported-learners",
  title: { ko: "보고서에 적힌 수강 인원", en: "Learners stated in reports" },
  description: {
    ko: "분기 보고서의 글에 적힌 인원입니다. 과정별 자료와 겹칠 수 있어 더하지 않습니다.",
    en: "Learners that quarterly reports state in their text; these may be among those of courses, so nothing is added up.",
  },
  question: `query ReportedLearners($ofMunicipality: ID!, $knownAt: DateTime, $inDepartments: [String!], ${listVariables(200)}) {
  ${provenanceFields}
  reportEnrollments(asOf: $knownAt, where: { municipality: [$ofMunicipality], department: $inDepartments }, ${listArguments}) {
    nodes { report { quarter pledge { code title url } } enrollment { section kind learners planned ${citationFields} } }
    ${listFields}
  }
}`,
  variables: { ...commonVariables, department },
  rows: "reportEnrollments.nodes",
  columns: {
    quote: link("적힌 글", "Quote", "enrollment.citation.quote", "enrollment.citation.url"),
    learners: count("인원", "Learners", "enrollment.learners", people),
    planned: words("구분", "Done or planned", "enrollment.planned", {
      true: { ko: "예정", en: "Planned" },
      false: { ko: "실적", en: "Done" },
    }),
    kind: words("과정", "Course", "enrollment.kind", courseKindWords),
    section: words("적힌 곳", "Section", "enrollment.section", sectionKindWords),
    quarter: plain("quarter", "보고 분기", "Quarter", "report.quarter"),
    pledge: named("공약", "Pledge", "report.pledge.code"),
  },
  cites: citationAt("enrollment.citation"),
  chart: { kind: "table" },
  empty: { ko: "수강 인원을 적은 보고서가 없습니다.", en: "No report states learners." },
};
